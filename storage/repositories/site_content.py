"""All that belongs to a site, read in batches by those that carry it away whole."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from storage.conditions import Condition, all_of, between, either, equal
from storage.documents import Item, Redirect, ReferenceEdge, SiteOverride, Version
from storage.mongo import Mongo, vendor_errors
from storage.prepared_texts import without_prepared_texts
from storage.queries import query_of

Document = dict[str, Any]
BATCH = 500


class SiteContent:
    """Items with everything that is stored beside them."""

    def __init__(self, mongo: Mongo) -> None:
        self._live = mongo.db["published"]

    async def ids(self, site: str) -> AsyncIterator[list[Document]]:
        """[{_id, type}] of what the site owns or shows, without the recycle bin, in batches."""
        async for batch in self._all(either(equal({"site": site}), equal({"shared": site}))):
            yield batch

    async def ids_of_type(self, type: str, condition: Condition) -> AsyncIterator[list[Document]]:
        """The same, of one type and where the condition holds."""
        async for batch in self._all(all_of(equal({"type": type}), condition)):
            yield batch

    async def _all(self, condition: Condition) -> AsyncIterator[list[Document]]:
        last = ""
        while batch := await self._ids(condition, last):
            yield batch
            last = batch[-1]["_id"]

    async def _ids(self, condition: Condition, last: str) -> list[Document]:
        wanted = query_of(all_of(condition, equal({"deleted_at": None}), between("_id", above=last)))
        with vendor_errors():
            found = Item.get_motor_collection().find(wanted, {"type": 1}).sort("_id", 1).limit(BATCH)
            return await found.to_list(BATCH)

    async def targets(self, sources: Sequence[str]) -> set[str]:
        """Ids of items, and names of terms, that these items refer to in drafts or live."""
        query = {"source": {"$in": list(sources)}}
        with vendor_errors():
            return set(await ReferenceEdge.get_motor_collection().distinct("target", query))

    async def at_addresses(self, addresses: Sequence[str]) -> list[Item]:
        with vendor_errors():
            return await Item.find({"addresses": {"$in": list(addresses)}}).to_list()

    async def of_origins(self, origins: Sequence[str]) -> list[Item]:
        with vendor_errors():
            return await Item.find({"origin": {"$in": list(origins), "$type": "string"}}).to_list()

    async def items(self, ids: Sequence[str]) -> dict[str, Item]:
        """{id: item}, those in the recycle bin too."""
        with vendor_errors():
            return {one.id: one for one in await Item.find({"_id": {"$in": list(ids)}}).to_list()}

    async def types(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: type} of those that are there, without the recycle bin."""
        query = {"_id": {"$in": list(ids)}, "deleted_at": None}
        with vendor_errors():
            return {one["_id"]: one["type"] async for one in Item.get_motor_collection().find(query, {"type": 1})}

    async def live(self, ids: Sequence[str]) -> dict[str, Document]:
        """{id: what is live of it}."""
        with vendor_errors():
            found = self._live.find({"_id": {"$in": list(ids)}})
            return {one["_id"]: without_prepared_texts(one) async for one in found}

    async def versions(self, item: str, numbers: Sequence[int]) -> list[Version]:
        """By number."""
        with vendor_errors():
            found = Version.find({"item": item, "version": {"$in": list(numbers)}}, sort="version")
            return await found.to_list()

    async def overrides(self, ids: Sequence[str]) -> list[SiteOverride]:
        with vendor_errors():
            return await SiteOverride.find({"item": {"$in": list(ids)}}, sort="_id").to_list()

    async def redirects(self, ids: Sequence[str]) -> list[Redirect]:
        with vendor_errors():
            return await Redirect.find({"item": {"$in": list(ids)}}, sort="_id").to_list()
