"""Every process hears of every change of the live world, and knows when it may have missed one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pymongo.errors import AutoReconnect

from storage.change_stream import SILENT_SECONDS, WITHOUT_PRIMARY_SECONDS, LiveChangeStream, following
from storage.live_changes import BEAT, COLLECTION, EVERYTHING, MOST_TAGS, note_live_change
from storage.mongo import Mongo, Session

PATIENCE = 20.0


class Heard:
    """What one process hears of."""

    def __init__(self, mongo: Mongo) -> None:
        self.tags: list[str] = []
        self._news = asyncio.Event()
        mongo.live_changes.listen(self._hear)

    def _hear(self, tags: frozenset[str]) -> None:
        self.tags += sorted(tags)
        self._news.set()

    async def until(self, tag: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while tag not in self.tags:
                self._news.clear()
                await self._news.wait()


async def change(mongo: Mongo, *tags: str) -> None:
    async def work(session: Session) -> None:
        note_live_change(session, tags)

    await mongo.transact(work)


async def current(stream: LiveChangeStream, wanted: bool = True) -> None:
    async with asyncio.timeout(PATIENCE):
        while stream.is_current() != wanted:
            await asyncio.sleep(0.01)


@pytest.fixture
async def writer(mongodb_url: str) -> AsyncIterator[Mongo]:
    opened = of(mongodb_url)
    yield opened
    opened.close()


@pytest.fixture
async def reader(mongodb_url: str) -> AsyncIterator[Mongo]:
    """As another process has it."""
    opened = of(mongodb_url)
    yield opened
    opened.close()


def of(url: str) -> Mongo:
    address, _question, options = url.partition("?")
    server, _slash, database = address.rpartition("/")
    return Mongo(f"{server}/?{options}", database)


async def test_another_process_hears_of_a_change_and_the_writing_one_at_once(writer: Mongo, reader: Mongo) -> None:
    here, there = Heard(writer), Heard(reader)
    async with following(reader) as stream:
        await current(stream)
        await change(writer, "item:a", "site:b")
        assert here.tags == ["item:a", "site:b"]
        await there.until("site:b")
        assert there.tags[-2:] == ["item:a", "site:b"]
        assert stream.lag_seconds < SILENT_SECONDS


async def test_nobody_hears_of_what_was_not_done(writer: Mongo) -> None:
    here = Heard(writer)

    async def work(session: Session) -> None:
        note_live_change(session, ["item:a"])
        raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        await writer.transact(work)
    assert here.tags == [] and await writer.db[COLLECTION].count_documents({}) == 0


async def test_who_changes_too_much_changes_everything(writer: Mongo) -> None:
    here = Heard(writer)
    await change(writer, *(f"item:{number}" for number in range(MOST_TAGS + 1)))
    assert here.tags == [EVERYTHING]


async def test_after_a_loss_it_goes_on_where_it_was(
    writer: Mongo, reader: Mongo, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Heard(reader)
    async with following(reader) as stream:
        await current(stream)
        await there.until(EVERYTHING)  # it begins with nothing known
        there.tags.clear()
        may_follow = asyncio.Event()
        monkeypatch.setattr(reader, "follow", _refusing(reader.follow, may_follow))
        await _kill_cursors(writer)
        await current(stream, wanted=False)
        await change(writer, "item:missed")
        may_follow.set()
        await there.until("item:missed")
        await current(stream)
        assert there.tags == ["item:missed"], "and not everything"


def _refusing(follow: Callable[..., Any], may_follow: asyncio.Event) -> Callable[..., Any]:
    def refusing(*args: Any) -> Any:
        if not may_follow.is_set():
            raise AutoReconnect("killed by a test")
        return follow(*args)

    return refusing


async def _kill_cursors(mongo: Mongo) -> None:
    """Of all change streams of the database; the driver resumes those by itself, unless it is not let."""
    admin = mongo._writer.admin
    found = admin.aggregate([{"$currentOp": {"idleCursors": True, "allUsers": True}}])
    async for one in found:
        cursor = one.get("cursor") or {}
        if one.get("ns") == f"{mongo.db.name}.{COLLECTION}" and cursor.get("cursorId"):
            await mongo.db.command({"killCursors": COLLECTION, "cursors": [cursor["cursorId"]]})


async def test_where_it_cannot_go_on_everything_may_have_changed(writer: Mongo, reader: Mongo) -> None:
    there = Heard(reader)
    async with following(reader) as stream:
        await current(stream)
        there.tags.clear()
        await writer.db.drop_collection(COLLECTION)
        await there.until(EVERYTHING)
        await current(stream)
        await change(writer, "item:after")
        await there.until("item:after")


async def test_a_place_to_go_on_from_that_mongodb_refuses_is_given_up(writer: Mongo, reader: Mongo) -> None:
    """As one that its log does not reach back to."""
    there = Heard(reader)
    stream = LiveChangeStream(reader)
    stream._token = {"_data": "82"}
    task = asyncio.create_task(stream.follow())
    try:
        await there.until(EVERYTHING)
        await change(writer, "item:after")
        await there.until("item:after")
    finally:
        task.cancel()
        await asyncio.wait({task})


async def test_a_clock_of_mongodb_that_was_set_forward_lends_no_time(reader: Mongo) -> None:
    now = 0.0
    stream = LiveChangeStream(reader, lambda: now)
    await stream._server_time.look()
    stream._heard_beat(datetime.now(UTC) + timedelta(hours=1))
    assert stream.is_current()
    now += SILENT_SECONDS + 0.1
    assert not stream.is_current()


async def test_one_that_hears_no_beat_is_not_current(reader: Mongo) -> None:
    """However quick the stream is otherwise."""
    now = 0.0
    stream = LiveChangeStream(reader, lambda: now)
    task = asyncio.create_task(stream.follow())
    try:
        await asyncio.sleep(0)
        assert not stream.is_current(), "before it has heard anything"
        async with asyncio.timeout(PATIENCE):
            while not stream.is_current():
                await reader.live_changes.beat(0)
                await asyncio.sleep(0.02)
        now += SILENT_SECONDS + 0.1
        await change(reader, "item:a")
        assert not stream.is_current()
    finally:
        task.cancel()
        await asyncio.wait({task})


async def test_beats_of_all_processes_together_are_few(writer: Mongo, reader: Mongo) -> None:
    before = await _beat(writer)
    await writer.live_changes.beat(60)
    first = await _beat(writer)
    await reader.live_changes.beat(60)
    assert before is None and first is not None and await _beat(writer) == first
    await reader.live_changes.beat(0)
    assert await _beat(writer) != first


async def _beat(mongo: Mongo) -> Any:
    found = await mongo.db[COLLECTION].find_one({"_id": BEAT})
    return found and found["at"]


async def test_without_a_primary_it_is_current_for_a_while(reader: Mongo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be changed then."""
    now = 0.0
    stream = LiveChangeStream(reader, lambda: now)
    stream._complete_until = 0.0
    now = SILENT_SECONDS + 1
    monkeypatch.setattr(Mongo, "has_primary", property(lambda _mongo: False))
    assert stream.is_current()
    now = WITHOUT_PRIMARY_SECONDS + 1
    assert not stream.is_current()
    now = SILENT_SECONDS + 1
    monkeypatch.setattr(Mongo, "has_primary", property(lambda _mongo: True))
    assert not stream.is_current()
