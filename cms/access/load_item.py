"""An item by its id, whatever may be done with it."""

from cms.kernel.desk import Desk
from cms.kernel.errors import NotFound
from storage.documents import Item
from storage.mongo import Session


async def load_item(desk: Desk, id: str, session: Session) -> Item:
    """Raises NotFound."""
    item = await desk.repository.items.get(id, session)
    if item is None or item.deleted_at is not None:
        raise NotFound(f"There is no item {id}.")
    return item
