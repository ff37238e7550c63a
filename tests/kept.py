"""What many tests begin with is made once by the actions themselves and laid down again as it was stored."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeAlias

import pymongo.database
from pymongo import ReplaceOne

from storage.mongo import Mongo

Database: TypeAlias = pymongo.database.Database[dict[str, Any]]
Documents: TypeAlias = dict[str, dict[Any, dict[str, Any]]]
"""By collection and id."""

_kept: dict[Hashable, Documents] = {}


async def lay_down(mongo: Mongo, name: Hashable, make: Callable[[], Awaitable[object]]) -> None:
    """What `make` wrote when it was called under this name for the first time in this run."""
    if name not in _kept:
        before = await everything(mongo)
        await make()
        _kept[name] = _changed(before, await everything(mongo))
        return
    await asyncio.to_thread(_write, mongo.db.delegate, _kept[name])


async def everything(mongo: Mongo) -> Documents:
    """All that is stored, in order of the ids."""
    return await asyncio.to_thread(_everything, mongo.db.delegate)


async def empty_collections(mongo: Mongo) -> None:
    """The database as it was before anything was written; indexes stay."""
    await asyncio.to_thread(_empty, mongo.db.delegate)


# Below, the driver that Motor wraps, for many commands in one thread: each of Motor's own changes threads twice.


def _write(database: Database, documents: Documents) -> None:
    for collection, by_id in documents.items():
        writes = [ReplaceOne({"_id": id}, document, upsert=True) for id, document in by_id.items()]
        database[collection].bulk_write(writes)


def _empty(database: Database) -> None:
    for name in _filled(database):
        database[name].delete_many({})


def _filled(database: Database) -> list[str]:
    """The names of the collections with a document in them, by one question."""
    first, *others = database.list_collection_names()
    union = [{"$unionWith": {"coll": other, "pipeline": _one_of(other)}} for other in others]
    return [found["_id"] for found in database[first].aggregate([*_one_of(first), *union])]


def _one_of(collection: str) -> list[dict[str, Any]]:
    return [{"$limit": 1}, {"$project": {"_id": {"$literal": collection}}}]


def _everything(database: Database) -> Documents:
    return {name: {one["_id"]: one for one in database[name].find().sort("_id", 1)} for name in _filled(database)}


def _changed(before: Documents, after: Documents) -> Documents:
    written = {
        name: {id: one for id, one in documents.items() if before.get(name, {}).get(id) != one}
        for name, documents in after.items()
    }
    return {name: documents for name, documents in written.items() if documents}
