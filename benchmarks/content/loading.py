"""Fills a database of its own with N items."""

import datetime as dt
from collections.abc import Callable
from itertools import islice

from benchmarks.content.clones import Clones
from benchmarks.content.mix import mix_of
from benchmarks.content.templates import make_templates, read_templates
from cms.kernel.services import Services

BATCH = 500


async def load_content(services: Services, items: int, progress: Callable[[int], object]) -> None:
    """Templates through the actions, then `items` clones in bulk; `progress` gets the size of each batch.

    A database that has them already is left as it is; one that was not finished is filled anew.
    """
    database = services.repository.mongo.db
    if await database["benchmark"].find_one({"_id": "content", "items": items}):
        progress(items)
        return
    for name in ("items", "versions", "published", "references", "redirects", "outbox", "audit", "locks"):
        await database[name].delete_many({})
    await make_templates(services)
    clones = iter(Clones(await read_templates(services), mix_of(items), dt.datetime.now(dt.UTC).date()))
    while batch := list(islice(clones, BATCH)):
        await database["published"].insert_many(batch, ordered=False)
        progress(len(batch))
    await database["benchmark"].insert_one({"_id": "content", "items": items})
