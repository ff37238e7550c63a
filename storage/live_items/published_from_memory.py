"""The delivery world as visitors read it, from memory where it is known there.

Whole items by their ids, what is at an address, and small sets that every query reads are kept by themselves; items of
lists as far as they were asked for.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import bson

from storage.conditions import EVERYTHING, All, Condition, any_of, equal
from storage.freshness import depends_on
from storage.keyset import Order
from storage.live_items.lists import ID_BYTES, Asked, Lists
from storage.live_items.live_items import AHEAD, Found, LiveItems
from storage.live_items.memory import MISSING
from storage.live_items.reading import MEMORY_PER_BYTE, Document, Sized, read_sized
from storage.matching import holds
from storage.moments import Ahead
from storage.mongo import Mongo
from storage.published import BY_KEY, Published, keyed
from storage.read_tags import CONTENT, address_tag, form_tag, item_tag, site_tag, tags_of_condition, texts_asked

AHEAD_BYTES = 500
"""What the clock will change of one item, in memory."""


class PublishedFromMemory(Published):
    """What is read says what it depends on, whether it was known or not. For visitors alone, and for what is live:
    drafts, and whoever is about to change something, read the database."""

    def __init__(self, mongo: Mongo, items: LiveItems) -> None:
        super().__init__(mongo)
        self._items = items
        self._lists = Lists(mongo, items)

    def known(self, ids: Iterable[str]) -> dict[str, Document | None]:
        if not self._items.is_current():
            return {}
        memory = self._items.memory
        found = {id: document for id in ids if (document := memory.get(id)) is not MISSING}
        self._items.figures.hits += len(found)
        depends_on(*map(item_tag, found))
        return found

    async def find(
        self,
        condition: Condition,
        *,
        fields: Sequence[str] | None = None,
        order: Order | None = None,
        after: tuple[Any, str] | None = None,
        limit: int,
    ) -> list[Document]:
        """What is known whole is given whole, whatever the fields. Nobody may write to it."""
        if not self._items.is_current():
            return await super().find(condition, fields=fields, order=order, after=after, limit=limit)
        self._depends_on(condition)
        parts = condition.conditions if isinstance(condition, All) else (condition,)
        texts = {} if order else texts_asked(parts)
        if "_id" in texts:
            candidates = (await self._each("published", texts["_id"], item_tag)).values()
        elif "addresses" in texts:
            candidates = await self._at(texts["addresses"])
        else:
            return await self._lists.find(Asked(condition, parts, fields, order, after, limit))
        return [document for document in candidates if document and holds(condition, document)][:limit]

    async def few(self, condition: Condition, *, limit: int) -> list[Document]:
        if not self._items.is_current():
            return await super().few(condition, limit=limit)
        return await self._few(condition, None, limit)

    async def site(
        self, key: str, *, fields: Sequence[str] | None = ("data",), within: Condition = EVERYTHING
    ) -> Document | None:
        if not self._items.is_current():
            return await super().site(key, fields=fields, within=within)
        found = await self._few(_of_site(key), None, 1)
        return next((document for document in found if holds(within, document)), None)

    async def site_at(self, key: str, now: datetime, within: Condition = EVERYTHING) -> tuple[Document | None, Ahead]:
        if not self._items.is_current():
            return await super().site_at(key, now, within)
        depends_on(site_tag(key))
        at = _key_of_few(_of_site(key), None, 1)
        found, ahead = self._items.get(at), self._items.ahead(now)
        if found is MISSING or ahead is None:
            site, ahead = await self._items.fill(
                lambda: Published.site_at(self, key, now), lambda read: _site_at_found(key, at, now, *read)
            )
            found = [site] if site else []
        return next((document for document in found if holds(within, document)), None), ahead

    async def keyed(self, type: str, *, limit: int, within: Condition = EVERYTHING) -> list[Document]:
        found = await self._few(keyed(type), BY_KEY, limit + 1) if self._items.is_current() else None
        if found is None or len(found) > limit:
            return await super().keyed(type, limit=limit, within=within)
        return [document for document in found if holds(within, document)]

    async def redirects(self, addresses: Sequence[str]) -> dict[str, str]:
        if not self._items.is_current():
            return await super().redirects(addresses)
        depends_on(*map(address_tag, addresses))
        found = await self._each("redirects", addresses, address_tag)
        return {address: redirect["item"] for address, redirect in found.items() if redirect}

    async def forms(self, keys: Sequence[str]) -> list[Document]:
        if not self._items.is_current():
            return await super().forms(keys)
        depends_on(*map(form_tag, keys))
        return [form for form in (await self._each("pinned_forms", keys, form_tag)).values() if form]

    async def _each(self, collection: str, ids: Iterable[str], tag: Callable[[str], str]) -> dict[str, Document | None]:
        """{id: the document of a collection, None where there is none}; what is not known by one command."""
        known = {id: self._items.get(_key(collection, id)) for id in ids}
        unknown = [id for id, document in known.items() if document is MISSING]
        if unknown:

            def found(documents: list[Sized]) -> Iterator[Found]:
                sized = {document["_id"]: (document, size) for document, size in documents}
                for id in unknown:
                    document, size = sized.get(id, (None, 0))
                    yield _key(collection, id), document, size, (tag(id),)

            wanted = any_of("_id", unknown)
            read = await self._items.fill(lambda: read_sized(self._mongo, collection, wanted, len(unknown)), found)
            known |= dict.fromkeys(unknown) | {document["_id"]: document for document, _size in read}
        return known

    async def _at(self, addresses: Sequence[str]) -> list[Document]:
        """What is live at these addresses, each once."""
        known = {address: self._items.get(("address", address)) for address in addresses}
        unknown = [address for address, ids in known.items() if ids is MISSING]
        ids = {id for ids in known.values() if ids is not MISSING for id in ids}
        documents = {
            id: document for id, document in (await self._each("published", ids, item_tag)).items() if document
        }
        if unknown:
            wanted = any_of("addresses", unknown)
            read = await self._items.fill(
                lambda: read_sized(self._mongo, "published", wanted, 2 * len(unknown)),
                lambda documents: _found_at(unknown, documents),
            )
            documents |= {document["_id"]: document for document, _size in read}
        return list(documents.values())

    async def _few(self, condition: Condition, order: Order | None, limit: int) -> list[Document]:
        self._depends_on(condition)
        key = _key_of_few(condition, order, limit)
        known = self._items.get(key)
        if known is not MISSING:
            return known

        def found(documents: list[Sized]) -> Iterator[Found]:
            size = ID_BYTES + sum(size for _document, size in documents)
            yield key, [document for document, _size in documents], size, tuple(tags_of_condition(condition))

        read = await self._items.fill(
            lambda: read_sized(self._mongo, "published", condition, limit, None, order), found
        )
        return [document for document, _size in read]


def _key(collection: str, id: str) -> Hashable:
    """Items have their ids for keys: these are looked up most."""
    return id if collection == "published" else (collection, id)


def _key_of_few(condition: Condition, order: Order | None, limit: int) -> Hashable:
    return "few", condition, order, limit


def _of_site(key: str) -> Condition:
    return equal({"type": "Site", "data.key": key})


def _found_at(addresses: Sequence[str], documents: list[Sized]) -> Iterator[Found]:
    for document, size in documents:
        yield document["_id"], document, size, (item_tag(document["_id"]),)
    for address in addresses:
        ids = tuple(document["_id"] for document, _size in documents if address in document["addresses"])
        yield ("address", address), ids, ID_BYTES * len(ids), (address_tag(address),)


def _site_at_found(key: str, at: Hashable, now: datetime, site: Document | None, ahead: Ahead) -> Iterator[Found]:
    sites = [site] if site else []
    yield at, sites, ID_BYTES + sum(len(bson.encode(one)) for one in sites) * MEMORY_PER_BYTE, (site_tag(key),)
    yield AHEAD, (ahead, now), ID_BYTES + AHEAD_BYTES * len(ahead.items), (CONTENT,)
