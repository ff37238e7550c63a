"""An item by its id, whatever may be done with it."""

from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def load_item(services: Services, id: str, session: Session) -> Item:
    """Raises NotFound."""
    item = await services.repository.items.get(id, session)
    if item is None or item.deleted_at is not None:
        raise NotFound(f"There is no item {id}.")
    return item
