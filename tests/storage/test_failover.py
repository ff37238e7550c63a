"""A replica set without its primary: visitors read on from the others, and never what is older than they have seen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from storage.conditions import EVERYTHING
from storage.errors import Unavailable
from storage.mongo import Mongo
from storage.published import Published
from tests.storage.replica_set import ReplicaSet, replica_set


@pytest.fixture
async def three(tmp_path: Path) -> AsyncIterator[ReplicaSet]:
    async with replica_set(tmp_path) as running:
        yield running


@pytest.fixture
async def mongo(three: ReplicaSet) -> AsyncIterator[Mongo]:
    opened = Mongo(three.url, "failover")
    yield opened
    opened.close()


async def _publish(mongo: Mongo, title: str) -> None:
    async def write(session: Any) -> None:
        await Published(mongo).put({"_id": "a", "title": title}, session)

    await mongo.transact(write)


async def _title(mongo: Mongo) -> str:
    found = await Published(mongo).by_id("a")
    return found["title"] if found else "nothing"


async def test_visitors_read_on_while_there_is_no_primary(three: ReplicaSet, mongo: Mongo) -> None:
    await _publish(mongo, "before")
    assert await _title(mongo) == "before"

    three.kill(await three.primary())

    for _ in range(20):
        assert await _title(mongo) == "before"
    assert await Published(mongo).count(EVERYTHING, 10) == 1 and await Published(mongo).redirect("/old") is None
    with pytest.raises(Unavailable):
        await mongo.ping()


async def test_nobody_sees_what_is_older_than_was_seen(three: ReplicaSet, mongo: Mongo) -> None:
    await _publish(mongo, "old")
    behind, _other = await three.secondaries()
    await three.ask(behind, {"configureFailPoint": "rsSyncApplyStop", "mode": "alwaysOn"})
    await _publish(mongo, "new")
    assert await _title(mongo) == "new"

    three.kill(await three.primary())

    seen: list[str] = []
    while len(seen) < 5:
        try:
            seen.append(await _title(mongo))
        except Unavailable:
            continue  # the one that is behind was asked, and does not know it yet
    assert set(seen) == {"new"}
