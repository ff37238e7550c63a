"""What imports from other systems wrote, by site and object."""

from collections.abc import Sequence

from storage.documents import ImportedObject
from storage.mongo import vendor_errors


class ImportedObjects:
    """What imports from other systems wrote, by site and object."""

    async def get(self, site: str, name: str) -> ImportedObject | None:
        with vendor_errors():
            return await ImportedObject.get(_key(site, name))

    async def items(self, site: str, names: Sequence[str]) -> dict[str, str]:
        """{name: id of the item that the object became} of those that were imported."""
        query = {"_id": {"$in": [_key(site, name) for name in names]}}
        with vendor_errors():
            found = ImportedObject.get_motor_collection().find(query, {"item": 1})
            return {one["_id"].partition("/")[2]: one["item"] async for one in found}

    async def last_version(self, item: str) -> int:
        """The last one of an item that an import wrote; 0 for none."""
        with vendor_errors():
            found = await ImportedObject.find(ImportedObject.item == item, sort="-version", limit=1).to_list()
        return found[0].version if found else 0

    async def put(self, one: ImportedObject, name: str) -> None:
        """Over what was known of the object."""
        one.id = _key(one.site, name)
        with vendor_errors():
            await one.save()


def _key(site: str, name: str) -> str:
    return f"{site}/{name}"
