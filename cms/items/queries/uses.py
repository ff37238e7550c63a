"""Where an item is used, from the reference index."""

from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import equal
from storage.documents import Item
from storage.keyset import Order


def list_uses(services: Services, item: Item, world: str) -> Listing:
    """References to it in drafts ("draft") or live ("live"). `item` was read by the person who asks."""
    uses = equal({"target": item.id, "world": world})
    return Listing(f"uses.{world}", services.repository.reference_lists, uses, Order("source", descending=False))
