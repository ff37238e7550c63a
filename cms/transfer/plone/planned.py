"""What a dry run would leave, in memory and before what is in the database."""

from storage.documents import ImportedObject, Item
from storage.mongo import Session
from storage.repositories.imported_objects import ImportedObjects
from storage.repositories.items import Items


class PlannedItems(Items):
    """Drafts; of each only the last one is held."""

    def __init__(self) -> None:
        self._planned: dict[str, Item] = {}

    def plan(self, item: Item) -> Item:
        self._planned[item.id] = item
        return item

    async def get(self, id: str, session: Session | None = None) -> Item | None:
        return self._planned.get(id) or await super().get(id, session)

    async def with_ids(
        self, ids: list[str], session: Session | None = None, *, even_deleted: bool = False
    ) -> list[Item]:
        found = await super().with_ids(ids, session, even_deleted=even_deleted)
        there = {item.id: item for item in found} | {id: self._planned[id] for id in ids if id in self._planned}
        return [there[id] for id in ids if id in there]


class PlannedObjects(ImportedObjects):
    """What the import would remember."""

    def __init__(self) -> None:
        self._planned: dict[tuple[str, str], ImportedObject] = {}

    async def get(self, site: str, name: str) -> ImportedObject | None:
        return self._planned.get((site, name)) or await super().get(site, name)

    async def last_version(self, item: str) -> int:
        planned = [one.version for one in self._planned.values() if one.item == item]
        return max([*planned, await super().last_version(item)])

    async def put(self, one: ImportedObject, name: str) -> None:
        self._planned[one.site, name] = one
