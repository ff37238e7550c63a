"""The delivery world: one document per item, holding what is live and nothing else.

Shape: {_id, type, site, sites, channels: ["nca/cs", …] or ["*"], addresses: [...], slugs: {locale: slug},
locales: {locale: {version, published_at}}, data, derived, keys, orders, version, published_at}; one with a schedule has
`effective` and `expires` in its locales, and `hidden`: [{channel, from, until}]. `orders`: {place: key} of what is
ordered by words.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pymongo import UpdateOne

from storage.mongo import Collection, Mongo, Session

Document = dict[str, Any]
Sort = list[tuple[str, int]]


class Published:
    """Over the collection `published`, or over `drafts`: the same documents as they would be if every draft were
    published now, which only previews read."""

    def __init__(self, mongo: Mongo, collection: str = "published") -> None:
        self._mongo, self._name = mongo, collection
        self._writes = mongo.db[collection]

    # -- reads, for visitors ------------------------------------------------------------------------------------

    async def find(
        self, query: Mapping[str, Any], *, fields: Sequence[str] | None = None, sort: Sort | None = None, limit: int
    ) -> list[Document]:
        """At most `limit` documents. `fields`: dotted paths to read besides the id; None for everything."""
        projection = None if fields is None else dict.fromkeys(fields, 1)

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            cursor = collection.find(query, projection, limit=limit, batch_size=limit + 1, session=session)
            return await (cursor.sort(sort) if sort else cursor).to_list(limit)

        return await self._mongo.read(self._name, ask)

    async def find_one(self, query: Mapping[str, Any], fields: Sequence[str] | None = None) -> Document | None:
        found = await self.find(query, fields=fields, limit=1)
        return found[0] if found else None

    async def by_ids(self, ids: Sequence[str]) -> list[Document]:
        """Those of `ids` that are live, in any order."""
        return await self.find({"_id": {"$in": list(ids)}}, limit=len(ids))

    async def keyed(self, type: str, *, limit: int, within: Mapping[str, Any] | None = None) -> list[Document]:
        """The data of all items of a type whose items have a key, such as sites and vocabularies, by key; of those that
        the query `within` finds."""
        # the bound lets the index on the key answer: one by the type alone would make every other query slower to plan
        query = {"type": type, "data.key": {"$gt": ""}, **(within or {})}
        return await self.find(query, fields=["data"], sort=[("data.key", 1)], limit=limit)

    async def count(self, query: Mapping[str, Any], at_most: int) -> int:
        """How many match, counted up to `at_most`."""

        async def ask(collection: Collection, session: Session | None) -> int:
            return await collection.count_documents(query, limit=at_most, session=session)

        return await self._mongo.read(self._name, ask)

    async def redirects(self, addresses: Sequence[str]) -> dict[str, str]:
        """The ids of the items that used to be at those of `addresses` that lead on."""

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            wanted = {"_id": {"$in": list(addresses)}}
            return await collection.find(wanted, {"item": 1}, session=session).to_list(len(addresses))

        return {found["_id"]: found["item"] for found in await self._mongo.read("redirects", ask)}

    async def redirect(self, address: str) -> str | None:
        """The id of the item that used to be at `address`."""
        return (await self.redirects([address])).get(address)

    async def forms(self, keys: Sequence[str]) -> list[Document]:
        """Versions of forms that live calls are pinned to, by "<form>/<version>"."""

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            wanted = {"_id": {"$in": list(keys)}}
            return await collection.find(wanted, limit=len(keys), session=session).to_list(len(keys))

        return await self._mongo.read("pinned_forms", ask)

    # -- writes, for actions ------------------------------------------------------------------------------------

    async def get(self, id: str, session: Session) -> Document | None:
        return await self._writes.find_one({"_id": id}, session=session)

    async def put(self, document: Document, session: Session) -> None:
        await self._writes.replace_one({"_id": document["_id"]}, document, upsert=True, session=session)

    async def remove(self, id: str, session: Session) -> None:
        await self._writes.delete_one({"_id": id}, session=session)

    async def matching(
        self, query: Mapping[str, Any], fields: Sequence[str], session: Session | None
    ) -> list[Document]:
        """Every match, for changes that follow from a change (the numbers of a series, the channels of a site)."""
        return await self._writes.find(query, dict.fromkeys(fields, 1), session=session).to_list(None)

    async def count_in(self, site: str, locale: str, session: Session | None, at_most: int = 1000) -> int:
        """How many items of a site, itself not counted, are live in a language; counted up to `at_most`."""
        query = {"sites": site, "type": {"$ne": "Site"}, f"locales.{locale}": {"$exists": True}}
        return await self._writes.count_documents(query, limit=at_most, session=session)

    async def batch(self, query: Mapping[str, Any], fields: Sequence[str], size: int) -> list[Document]:
        """The first `size` matches by id, for work that goes through many documents."""
        return await self._writes.find(query, dict.fromkeys(fields, 1)).sort("_id", 1).limit(size).to_list(size)

    async def set_each(self, changes: Mapping[str, Mapping[str, Any]], session: Session | None) -> None:
        """Sets {dotted path: value} on each document named by its id."""
        if changes:
            writes = [UpdateOne({"_id": id}, {"$set": dict(values)}) for id, values in changes.items()]
            await self._writes.bulk_write(writes, ordered=False, session=session)
