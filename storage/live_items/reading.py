"""Reads of documents together with what they cost in memory: MongoDB's own bytes tell, before they become Python's."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import bson

from storage.conditions import Condition
from storage.keyset import Order
from storage.mongo import Collection, Mongo, Session
from storage.queries import query_of

Document = dict[str, Any]
Sized = tuple[Document, int]
"""A document and the bytes that it takes as Python's dictionaries, lists and texts."""

MEMORY_PER_BYTE = 5
"""Of BSON. Measured with `tracemalloc`: 5 to 6 for items of many small values, 2 for such with long texts. What is used
again is measured itself."""
AT_ONCE_BYTES = 64 * 1024
"""Are decoded until others go on: about a millisecond."""


async def read_sized(
    mongo: Mongo,
    collection: str,
    condition: Condition,
    limit: int,
    fields: Sequence[str] | None = None,
    order: Order | None = None,
) -> list[Sized]:
    """At most `limit` documents of which the condition holds, `fields` of them besides the id; None for everything.

    Raises Unavailable.
    """
    query, projection = query_of(condition), None if fields is None else dict.fromkeys(fields, 1)
    sort = order.sort if order else None

    async def ask(collection: Collection, session: Session | None) -> list[Sized]:
        cursor = collection.find_raw_batches(
            query, projection, limit=limit, batch_size=limit + 1, sort=sort, session=session
        )
        return [sized async for batch in cursor async for sized in _decoded(batch, collection)]

    return await mongo.read(collection, ask)


async def read_ids(mongo: Mongo, condition: Condition, order: Order | None, limit: int) -> tuple[str, ...]:
    """Of at most `limit` live items. Raises Unavailable."""
    query, sort = query_of(condition), order.sort if order else None

    async def ask(collection: Collection, session: Session | None) -> list[dict[str, Any]]:
        cursor = collection.find(query, {"_id": 1}, limit=limit, batch_size=limit + 1, sort=sort, session=session)
        return await cursor.to_list(limit)

    return tuple(document["_id"] for document in await mongo.read("published", ask))


async def _decoded(batch: bytes, collection: Collection) -> AsyncIterator[Sized]:
    """Each document begins with its length (https://bsonspec.org/spec.html)."""
    start, pause = 0, AT_ONCE_BYTES
    while start < len(batch):
        end = start + int.from_bytes(batch[start : start + 4], "little")
        yield bson.decode(batch[start:end], collection.codec_options), (end - start) * MEMORY_PER_BYTE
        start = end
        if start > pause:
            pause = start + AT_ONCE_BYTES
            await asyncio.sleep(0)
