"""Lists of which MongoDB tells what is in them, and the memory what that looks like."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from storage.conditions import Condition, all_of, any_of
from storage.keyset import Order
from storage.live_items.list_key import Place, list_key
from storage.live_items.live_items import Found, LiveItems
from storage.live_items.memory import MISSING
from storage.live_items.reading import Document, Sized, read_ids, read_sized
from storage.mongo import Mongo
from storage.read_tags import item_tag

ID_BYTES = 80
"""What an id costs in memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """As `Published.find` takes it; `parts`: of the condition."""

    condition: Condition
    parts: Sequence[Condition]
    fields: Sequence[str] | None
    order: Order | None
    after: Place | None
    limit: int

    @property
    def wanted(self) -> Condition:
        return all_of(self.condition, self.order.beyond(*self.after)) if self.order and self.after else self.condition


class Lists:
    """One command each: for ids where most of the items were known the last time, else for what is asked of them.
    Items that are not known then cost another one."""

    def __init__(self, mongo: Mongo, items: LiveItems) -> None:
        self._mongo, self._items = mongo, items

    async def find(self, asked: Asked) -> list[Document]:
        key = list_key(asked.parts, asked.fields, asked.order, asked.after, asked.limit)
        shape = _Shape(asked.fields, asked.order)
        last = self._items.memory.get(key)
        if last is not MISSING and 2 * sum(shape.is_in(self._items, id) for id in last) > len(last):
            ids = await read_ids(self._mongo, asked.wanted, asked.order, asked.limit)
            if ids != last:
                self._items.memory.put(key, ids, (), ID_BYTES * len(ids))
            return await self._with_ids(ids, shape)

        def found(documents: list[Sized]) -> Iterator[Found]:
            yield from shape.found(documents)
            ids = tuple(document["_id"] for document, _size in documents)
            yield key, ids, ID_BYTES * len(ids), ()

        read = await self._items.fill(
            lambda: read_sized(self._mongo, "published", asked.wanted, asked.limit, asked.fields, asked.order), found
        )
        return [document for document, _size in read]

    async def _with_ids(self, ids: Sequence[str], shape: "_Shape") -> list[Document]:
        known = {id: document for id in ids if (document := shape.of(self._items, id))}
        unknown = [id for id in ids if id not in known]
        self._items.figures.hits += len(known)
        self._items.figures.misses += len(unknown)
        if unknown:
            wanted = any_of("_id", unknown)
            read = await self._items.fill(
                lambda: read_sized(self._mongo, "published", wanted, len(unknown), shape.fields), shape.found
            )
            known.update((document["_id"], document) for document, _size in read)
        return [known[id] for id in ids if id in known]


class _Shape:
    """As much of an item as a list asks for; one that is known whole does too."""

    def __init__(self, fields: Sequence[str] | None, order: Order | None) -> None:
        self.fields = fields
        self._name = None if fields is None else "\n".join(fields)
        self._path = order.path.split(".") if order else ()

    def is_in(self, items: LiveItems, id: str) -> bool:
        return id in items.memory or (self._name is not None and (id, self._name) in items.memory)

    def of(self, items: LiveItems, id: str) -> Document | None:
        """None where it is not known, or where it is known as it was before it came into lists of this order: another
        process may have put it there, of which nothing was heard yet."""
        document = items.memory.get(id)
        if not isinstance(document, dict) and self._name is not None:
            document = items.memory.get((id, self._name))
        return document if isinstance(document, dict) and self._is_ordered(document) else None

    def found(self, documents: Iterable[Sized]) -> Iterator[Found]:
        for document, size in documents:
            id = document["_id"]
            yield (id if self._name is None else (id, self._name)), document, size, (item_tag(id),)

    def _is_ordered(self, document: Any) -> bool:
        for name in self._path:
            if not isinstance(document, dict) or name not in document:
                return False
            document = document[name]
        return True
