"""The delivery world: one document per item, holding what is live and nothing else.

Shape: {_id, type, site, sites, channels: ["nca/cs", …] or ["*"], addresses: [...], slugs: {locale: slug}, locales:
{locale: {version, published_at, first_published_at}}, data, derived, found_by, referred, keys, orders, version,
published_at, modified_at}; one with a schedule has `effective` and `expires` in its locales, and `hidden`: [{channel,
from, until}]. `moments`: at which the clock changes what lists show of it, the earliest first. `found_by`: {name: ids}
for indexes, which no list reads. `referred`: {reference: {field: value}} of what it refers to, where its list is
narrowed by that. `orders`: {place: key} of what is ordered by words. `published_at`: when it was written last;
`modified_at`: when what visitors see of it was changed last. What earlier releases wrote has neither that nor
`first_published_at`. Formatted texts of `published` have beside them what was prepared of them (`texts_prepared`: by
which version): reads for visitors give it, those for actions leave it out, see `storage.prepared_texts`.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from pymongo import UpdateOne

from storage.conditions import EVERYTHING, Condition, all_of, any_of, between, either, equal, exists, not_
from storage.freshness import depends_on, keep_private
from storage.keyset import Order
from storage.live_changes import note_live_change
from storage.moments import Ahead, ahead, pipeline_ahead
from storage.mongo import Collection, Mongo, Session, vendor_errors
from storage.prepared_texts import MARK, without_prepared_texts
from storage.queries import query_of
from storage.read_tags import PLACES, address_tag, form_tag, tags_of_condition, tags_of_document

Document = dict[str, Any]

BY_KEY = Order("data.key", descending=False, is_unique=True)
BATCH = 500


def in_channel(type: str, channel: str) -> Condition:
    """Holds of the items of a type that are shown in a channel."""
    return equal({"channels": channel, "type": type})


def keyed(type: str) -> Condition:
    """Holds of the items of a type whose items have a key."""
    # the bound lets the index on the key answer: one by the type alone would make every other query slower to plan
    return all_of(equal({"type": type}), between("data.key", above=""))


def _unprepared(version: int) -> dict[str, Any]:
    return query_of(either(equal({MARK: None}), between(MARK, below=version)))


class Published:
    """Over the collection `published`, or over `drafts`: the same documents as they would be if every draft were
    published now, which only previews read. Each read for visitors says what it depends on, each write what it changes:
    see `storage.read_tags`."""

    def __init__(self, mongo: Mongo, collection: str = "published") -> None:
        self._mongo, self._name = mongo, collection
        self._writes = mongo.db[collection]
        self._is_live = collection == "published"

    # -- reads, for visitors ------------------------------------------------------------------------------------

    async def find(
        self,
        condition: Condition,
        *,
        fields: Sequence[str] | None = None,
        order: Order | None = None,
        after: tuple[Any, str] | None = None,
        limit: int,
    ) -> list[Document]:
        """At most `limit` documents after (value of the order's path, id). `fields`: dotted paths to read besides the
        id; None for everything."""
        self._depends_on(condition)
        wanted = all_of(condition, order.beyond(*after)) if order and after else condition
        query, projection = query_of(wanted), None if fields is None else dict.fromkeys(fields, 1)

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            cursor = collection.find(query, projection, limit=limit, batch_size=limit + 1, session=session)
            return await (cursor.sort(order.sort) if order else cursor).to_list(limit)

        return await self._mongo.read(self._name, ask)

    async def find_one(self, condition: Condition, fields: Sequence[str] | None = None) -> Document | None:
        found = await self.find(condition, fields=fields, limit=1)
        return found[0] if found else None

    async def few(self, condition: Condition, *, limit: int) -> list[Document]:
        """Whole documents that every visitor reads, such as a site's menus; of a condition without the clock."""
        return await self.find(condition, limit=limit)

    def known(self, ids: Iterable[str]) -> dict[str, Document | None]:
        """What is live of those of `ids` that are in memory, None for what is not live; nobody may write to it. The
        others are to be read."""
        return {}

    async def by_id(self, id: str) -> Document | None:
        """What is live of an item."""
        return await self.find_one(equal({"_id": id}))

    async def by_ids(self, ids: Sequence[str]) -> list[Document]:
        """Those of `ids` that are live, in any order."""
        return await self.find(any_of("_id", ids), limit=len(ids))

    async def as_written(self, ids: Sequence[str]) -> list[Document]:
        """The same without what was prepared of their texts, for those who compare them with drafts."""
        return [without_prepared_texts(one) for one in await self.by_ids(ids)]

    async def at_addresses(self, addresses: Sequence[str]) -> list[Document]:
        """What is live at these addresses, in any order."""
        return await self.find(any_of("addresses", addresses), limit=len(addresses))

    async def site(
        self, key: str, *, fields: Sequence[str] | None = ("data",), within: Condition = EVERYTHING
    ) -> Document | None:
        """The site with this key, where `within` holds of it too."""
        return await self.find_one(all_of(equal({"type": "Site", "data.key": key}), within), fields)

    async def site_at(self, key: str, now: datetime, within: Condition = EVERYTHING) -> tuple[Document | None, Ahead]:
        """The whole site with this key, where `within` holds of it, and what the clock will change in lists of any
        site: every query reads both, so they come with one command."""
        asked = all_of(equal({"type": "Site", "data.key": key}), within)
        self._depends_on(asked)
        pipeline: list[dict[str, Any]] = [
            {"$match": query_of(asked)},
            {"$limit": 1},
            {"$unionWith": {"coll": self._name, "pipeline": pipeline_ahead(now)}},
        ]

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            return await collection.aggregate(pipeline, session=session).to_list(None)

        found = await self._mongo.read(self._name, ask)
        site = found.pop(0) if found and "data" in found[0] else None
        return site, ahead(found, now)

    async def listed(
        self,
        type: str,
        channel: str,
        condition: Condition = EVERYTHING,
        *,
        order: Order | None = None,
        after: tuple[Any, str] | None = None,
        fields: Sequence[str] | None = None,
        limit: int,
    ) -> list[Document]:
        """Items of a type that are shown in a channel; the rest as of `find`."""
        listed = all_of(in_channel(type, channel), condition)
        return await self.find(listed, fields=fields, order=order, after=after, limit=limit)

    async def keyed(self, type: str, *, limit: int, within: Condition = EVERYTHING) -> list[Document]:
        """The data of all items of a type whose items have a key, such as sites and vocabularies, by key; of those of
        which `within` holds."""
        return await self.find(all_of(keyed(type), within), fields=["data"], order=BY_KEY, limit=limit)

    async def count(self, condition: Condition, at_most: int) -> int:
        """Of how many it holds, counted up to `at_most`."""
        self._depends_on(condition)
        query = query_of(condition)

        async def ask(collection: Collection, session: Session | None) -> int:
            return await collection.count_documents(query, limit=at_most, session=session)

        return await self._mongo.read(self._name, ask)

    async def redirects(self, addresses: Sequence[str]) -> dict[str, str]:
        """The ids of the items that used to be at those of `addresses` that lead on."""

        depends_on(*map(address_tag, addresses))
        wanted = query_of(any_of("_id", addresses))

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            return await collection.find(wanted, {"item": 1}, session=session).to_list(len(addresses))

        return {found["_id"]: found["item"] for found in await self._mongo.read("redirects", ask)}

    async def redirect(self, address: str) -> str | None:
        """The id of the item that used to be at `address`."""
        return (await self.redirects([address])).get(address)

    async def forms(self, keys: Sequence[str]) -> list[Document]:
        """Versions of forms that live calls are pinned to, by "<form>/<version>"."""

        depends_on(*map(form_tag, keys))
        wanted = query_of(any_of("_id", keys))

        async def ask(collection: Collection, session: Session | None) -> list[Document]:
            return await collection.find(wanted, limit=len(keys), session=session).to_list(len(keys))

        return await self._mongo.read("pinned_forms", ask)

    # -- writes, for actions ------------------------------------------------------------------------------------

    async def get(self, id: str, session: Session) -> Document | None:
        return without_prepared_texts(await self._writes.find_one({"_id": id}, session=session))

    async def put(self, document: Document, session: Session) -> None:
        before = await self._writes.find_one_and_replace(
            {"_id": document["_id"]}, document, upsert=True, projection=PLACES, session=session
        )
        self._changes([document, *([before] if before else [])], session)

    async def remove(self, id: str, session: Session) -> None:
        before = await self._writes.find_one_and_delete({"_id": id}, projection=PLACES, session=session)
        self._changes([before] if before else [], session)

    async def matching(self, condition: Condition, fields: Sequence[str], session: Session | None) -> list[Document]:
        """All of which it holds, for changes that follow from a change (the numbers of a series, the channels of a
        site)."""
        found = self._writes.find(query_of(condition), dict.fromkeys(fields, 1), session=session)
        return [without_prepared_texts(one) for one in await found.to_list(None)]

    async def data_of_sites(self, session: Session | None, keys: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The data of the sites with these keys; None for all of them."""
        return await self._data_of("Site", keys, session)

    async def data_of_site(self, key: str, session: Session | None) -> dict[str, Any] | None:
        return next(iter(await self.data_of_sites(session, [key])), None)

    async def data_of_vocabularies(self, keys: Sequence[str], session: Session | None) -> list[dict[str, Any]]:
        return await self._data_of("Vocabulary", keys, session)

    async def _data_of(self, type: str, keys: Sequence[str] | None, session: Session | None) -> list[dict[str, Any]]:
        condition = keyed(type) if keys is None else all_of(equal({"type": type}), any_of("data.key", keys))
        return [one["data"] for one in await self.matching(condition, ["data"], session)]

    async def used(self, addresses: Sequence[str], session: Session | None) -> dict[str, str]:
        """{address: item} of those at which something is live."""
        found = await self.matching(any_of("addresses", addresses), ["addresses"], session)
        there = {address: one["_id"] for one in found for address in one["addresses"]}
        return {address: there[address] for address in addresses if address in there}

    async def count_in(self, site: str, locale: str, session: Session | None, at_most: int = 1000) -> int:
        """How many items of a site, itself not counted, are live in a language; counted up to `at_most`."""
        live = all_of(equal({"sites": site}), not_(equal({"type": "Site"})), exists(f"locales.{locale}"))
        return await self._writes.count_documents(query_of(live), limit=at_most, session=session)

    async def batch_of_site(self, site: str, after: str, fields: Sequence[str], size: int) -> list[Document]:
        """The first `size` that a site shows, by id from `after` on, for work that goes through many documents."""
        query = query_of(all_of(equal({"sites": site}), between("_id", above=after)))
        return await self._writes.find(query, dict.fromkeys(fields, 1)).sort("_id", 1).limit(size).to_list(size)

    async def unprepared(self, version: int, limit: int) -> list[str]:
        """Ids of items whose texts were prepared by no version yet, or by an earlier one."""
        with vendor_errors():
            found = self._writes.find(_unprepared(version), {"_id": 1}, limit=limit)
            return [one["_id"] for one in await found.to_list(limit)]

    async def count_unprepared(self, version: int) -> int:
        with vendor_errors():
            return await self._writes.count_documents(_unprepared(version))

    async def set_each(self, changes: Mapping[str, Mapping[str, Any]], session: Session | None) -> None:
        """Sets {dotted path: value} on each document named by its id. Without a session in transactions of its own, of
        a batch each."""
        if session:
            await self._set_each(changes, session)
            return
        ids = list(changes)
        for start in range(0, len(ids), BATCH):
            part = {id: changes[id] for id in ids[start : start + BATCH]}
            await self._mongo.transact(partial(self._set_each, part))

    async def _set_each(self, changes: Mapping[str, Mapping[str, Any]], session: Session) -> None:
        if changes:
            writes = [UpdateOne({"_id": id}, {"$set": dict(values)}) for id, values in changes.items()]
            async with self._noting(any_of("_id", changes), session):
                await self._writes.bulk_write(writes, ordered=False, session=session)

    async def set_where(self, condition: Condition, values: Mapping[str, Any], session: Session) -> None:
        """Sets {dotted path: value} on all of which it holds."""
        async with self._noting(condition, session):
            await self._writes.update_many(query_of(condition), {"$set": dict(values)}, session=session)

    # -- what reads and writes have in common -------------------------------------------------------------------

    def _depends_on(self, condition: Condition) -> None:
        if self._is_live:
            depends_on(*tags_of_condition(condition))
        else:
            keep_private()

    def _changes(self, documents: Sequence[Document], session: Session) -> None:
        """`documents`: as they were and as they are now, with PLACES."""
        if self._is_live:
            note_live_change(session, (tag for one in documents for tag in tags_of_document(one)))

    @asynccontextmanager
    async def _noting(self, condition: Condition, session: Session) -> AsyncIterator[None]:
        """What is written inside changes documents of which the condition holds before."""
        before = await self.matching(condition, PLACES, session) if self._is_live else []
        yield
        if before:
            after = await self.matching(any_of("_id", [one["_id"] for one in before]), PLACES, session)
            self._changes([*before, *after], session)
