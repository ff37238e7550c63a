"""Fills a database of its own with N items, and goes on where it was interrupted."""

import asyncio
import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from benchmarks.content.clones import Clones
from benchmarks.content.mix import mix_of
from benchmarks.content.templates import Templates, make_templates, read_templates
from cms.kernel.services import Services
from storage.conditions import any_of
from storage.ids import new_id
from storage.mongo import Collection
from storage.published import Document
from storage.queries import query_of

BATCH = 1_000
MADE = ("items", "versions", "published", "drafts", "references", "redirects", "outbox", "audit", "locks")
Progress = Callable[[int], object]


async def load_content(services: Services, items: int, progress: Progress) -> None:
    """Templates through the actions, then `items` clones in bulk; `progress` gets the size of each batch.

    A database that has them already is left as it is. One whose loading was interrupted has the rest added: what was
    begun is kept in {_id: "content", items, templates: ids, day, base, loaded: number of clones that are there}.
    """
    notes = services.repository.mongo.db["benchmark"]
    begun = await notes.find_one({"_id": "content"})
    if begun is None or begun["items"] != items or "loaded" not in begun:
        begun = await _begin(services, items)
        await notes.replace_one({"_id": "content"}, begun, upsert=True)
    progress(begun["loaded"])
    if begun["loaded"] < items:
        await _Loading(services, begun, progress).run(await read_templates(services, begun["templates"]))


async def _begin(services: Services, items: int) -> dict[str, Any]:
    for name in MADE:
        await services.repository.mongo.db[name].delete_many({})
    made = await make_templates(services)
    # a worker would go through all items for the sites' publication, which was over while these had none
    await services.repository.mongo.db["outbox"].delete_many({})
    today = dt.datetime.now(dt.UTC).date().isoformat()
    base = new_id()[:8] + secrets.token_hex(5) + "000000"  # as of another machine, so that no other id is the same
    return {"_id": "content", "items": items, "templates": made, "day": today, "base": base, "loaded": 0}


class _Loading:
    """While a batch is written the next one is made."""

    def __init__(self, services: Services, begun: dict[str, Any], progress: Progress) -> None:
        self._published: Collection = services.repository.mongo.db["published"]
        self._notes: Collection = services.repository.mongo.db["benchmark"]
        self._begun = begun
        self._loaded: int = begun["loaded"]
        self._progress = progress

    async def run(self, templates: Templates) -> None:
        batches = self._batches(templates)
        first = next(batches)
        there = query_of(any_of("_id", [one["_id"] for one in first]))
        await self._published.delete_many(there)  # the batch may have been under way when all ended
        writing = asyncio.create_task(self._write(first))
        for batch in batches:
            await writing
            writing = asyncio.create_task(self._write(batch))
            await asyncio.sleep(0)  # it is handed to a thread, and is under way from then on
        await writing

    def _batches(self, templates: Templates) -> Iterator[list[Document]]:
        begun = self._begun
        day = dt.date.fromisoformat(begun["day"])
        clones = iter(Clones(templates, mix_of(begun["items"]), day, begun["base"]))
        remaining = islice(clones, self._loaded, None)
        while batch := list(islice(remaining, BATCH)):
            yield batch

    async def _write(self, batch: list[Document]) -> None:
        await self._published.insert_many(batch, ordered=False)
        self._loaded += len(batch)
        await self._notes.replace_one({"_id": "content"}, {**self._begun, "loaded": self._loaded})
        self._progress(len(batch))
