"""Migrations: once, in order, by one process at a time, and again where one was interrupted."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from cms.opening import listings
from storage.indexes import apply_indexes, missing_indexes
from storage.migrations import Migration, apply_migrations, start_lock
from storage.mongo import Mongo


class Ran:
    """What was run, in order."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def migration(self, name: str, *, fails: bool = False) -> Migration:
        async def apply(mongo: Mongo) -> None:
            self.names.append(name)
            if fails:
                raise RuntimeError("interrupted")

        return Migration(name, apply)


async def test_each_is_applied_once_in_order(mongo: Mongo) -> None:
    ran = Ran()
    first, second = ran.migration("0001"), ran.migration("0002")

    assert await apply_migrations(mongo, [first]) == ["0001"]
    assert await apply_migrations(mongo, [first, second]) == ["0002"]
    assert await apply_migrations(mongo, [first, second]) == []
    assert ran.names == ["0001", "0002"]


async def test_one_that_was_interrupted_is_applied_again_and_those_after_it_wait(mongo: Mongo) -> None:
    ran = Ran()

    with pytest.raises(RuntimeError):
        await apply_migrations(mongo, [ran.migration("0001", fails=True), ran.migration("0002")])
    await apply_migrations(mongo, [ran.migration("0001"), ran.migration("0002")])

    assert ran.names == ["0001", "0001", "0002"]


async def test_processes_that_start_together_apply_them_once(mongo: Mongo) -> None:
    ran = Ran()

    async def start() -> None:
        async with start_lock(mongo):
            await apply_migrations(mongo, [ran.migration("0001")])

    await asyncio.gather(*(start() for _ in range(4)))

    assert ran.names == ["0001"]


async def test_the_lock_of_a_process_that_died_is_taken_over(mongo: Mongo) -> None:
    died = {"_id": "start", "holder": "dead", "until": datetime.now(UTC) - timedelta(seconds=1)}
    await mongo.db["locks"].insert_one(died)

    async with start_lock(mongo):
        held = await mongo.db["locks"].find_one({"_id": "start"})

    assert held and held["holder"] != "dead"
    assert await mongo.db["locks"].find_one({"_id": "start"}) is None


async def test_indexes_are_made_once_and_missed_when_one_is_gone(mongo: Mongo) -> None:
    await apply_indexes(mongo, listings())
    assert await missing_indexes(mongo, listings()) == []

    await mongo.db["outbox"].drop_index("due_by_lane")
    assert await missing_indexes(mongo, listings()) == ["outbox.due_by_lane"]
    await apply_indexes(mongo, listings())
