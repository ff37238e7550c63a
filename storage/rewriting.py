"""Stored documents written anew, for migrations: in batches, and only those that come out differently; indexes that
are no more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pymongo import UpdateOne

from storage.conditions import Condition
from storage.mongo import Mongo
from storage.queries import query_of

BATCH = 500


async def rewrite_each(
    mongo: Mongo,
    collection: str,
    condition: Condition,
    fields: Sequence[str],
    values_of: Callable[[dict[str, Any]], Mapping[str, Any]],
) -> None:
    """`values_of(document)`, which has the `fields` and its id, answers what some of these fields are to be."""
    documents, writes = mongo.db[collection], []
    async for document in documents.find(query_of(condition), dict.fromkeys(fields, 1), batch_size=BATCH):
        values = {name: value for name, value in values_of(document).items() if document.get(name) != value}
        if values:
            writes.append(UpdateOne({"_id": document["_id"]}, {"$set": values}))
        if len(writes) == BATCH:
            await documents.bulk_write(writes, ordered=False)
            writes = []
    if writes:
        await documents.bulk_write(writes, ordered=False)


async def drop_indexes(mongo: Mongo, collection: str, names: Sequence[str]) -> None:
    """Those of them that are there."""
    present = await mongo.db[collection].index_information()
    for name in present.keys() & set(names):
        await mongo.db[collection].drop_index(name)
