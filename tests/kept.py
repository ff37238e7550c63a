"""What many tests begin with is made once by the actions themselves and laid down again as it was stored."""

from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeAlias

from pymongo import ReplaceOne

from storage.mongo import Mongo

Documents: TypeAlias = dict[str, dict[Any, dict[str, Any]]]
"""By collection and id."""

_kept: dict[Hashable, Documents] = {}


async def lay_down(mongo: Mongo, name: Hashable, make: Callable[[], Awaitable[object]]) -> None:
    """What `make` wrote when it was called under this name for the first time in this run."""
    if name not in _kept:
        before = await _everything(mongo)
        await make()
        _kept[name] = _changed(before, await _everything(mongo))
        return
    for collection, documents in _kept[name].items():
        writes = [ReplaceOne({"_id": id}, document, upsert=True) for id, document in documents.items()]
        await mongo.db[collection].bulk_write(writes)


async def filled_collections(mongo: Mongo) -> list[str]:
    """The names of those with a document in them, by one question."""
    first, *others = await mongo.db.list_collection_names()
    union = [{"$unionWith": {"coll": other, "pipeline": _one_of(other)}} for other in others]
    return [found["_id"] async for found in mongo.db[first].aggregate([*_one_of(first), *union])]


def _one_of(collection: str) -> list[dict[str, Any]]:
    return [{"$limit": 1}, {"$project": {"_id": {"$literal": collection}}}]


async def _everything(mongo: Mongo) -> Documents:
    names = await filled_collections(mongo)
    return {name: {one["_id"]: one async for one in mongo.db[name].find()} for name in names}


def _changed(before: Documents, after: Documents) -> Documents:
    written = {
        name: {id: one for id, one in documents.items() if before.get(name, {}).get(id) != one}
        for name, documents in after.items()
    }
    return {name: documents for name, documents in written.items() if documents}
