"""Where an item is used, from the reference index."""

from cms.kernel.desk import Desk
from cms.kernel.listing import Listing
from storage.documents import Item
from storage.keyset import Order


def list_uses(desk: Desk, item: Item, world: str) -> Listing:
    """References to it in drafts ("draft") or live ("live"). `item` was read by the person who asks."""
    query = {"target": item.id, "world": world}
    return Listing(f"uses.{world}", desk.repository.reference_lists, query, Order("source", descending=False))
