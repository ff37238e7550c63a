"""Answers are kept until what they show changes, are made once for all who ask at the same time, and never forgotten
for those that nobody asks twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from cms.http.cache.entries import Entries
from cms.http.cache.keys import RawKey
from cms.http.cache.response_cache import ResponseCache
from cms.http.cache.stored_answer import OVERHEAD_BYTES, StoredAnswer, store
from storage.freshness import Freshness
from storage.live_changes import EVERYTHING

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
RAW: RawKey = (b"GET", b"query={a}", b"")


class Changes:
    """What is heard of changes, as a test says."""

    lag_seconds = 0.0

    def __init__(self) -> None:
        self.current = True

    def is_current(self) -> bool:
        return self.current


class Kitchen:
    """Makes answers that say how many there were before; `during`: what happens while one is made."""

    def __init__(self, *tags: str, until: datetime | None = None, is_kept: bool = True) -> None:
        self.made = 0
        self.freshness = Freshness(frozenset(tags), until) if is_kept else None
        self.during: Callable[[], Awaitable[None]] | None = None

    async def __call__(self) -> StoredAnswer | str:
        self.made += 1
        number = self.made
        await asyncio.sleep(0)
        if self.during:
            await self.during()
        return store([], b"%d" % number, self.freshness) if self.freshness else str(number)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def cache(changes: Changes) -> ResponseCache:
    return ResponseCache(1_000_000, changes, lambda: NOON)


async def asked(cache: ResponseCache, make: Kitchen, key: bytes = b"key") -> str:
    answer = await cache.answer(key, RAW, make)
    return answer.body.decode() if isinstance(answer, StoredAnswer) else answer


async def test_an_answer_is_made_once_and_found_by_the_same_bytes(cache: ResponseCache) -> None:
    make = Kitchen("item:a")
    assert [await asked(cache, make) for _ in range(3)] == ["1", "1", "1"]
    found = cache.find(RAW)
    assert found and found.answer.body == b"1"
    assert (cache.figures.misses, cache.figures.hits) == (1, 2)


@pytest.mark.parametrize("tags", [["item:a"], ["item:b", "list:News:nca"], [EVERYTHING]])
async def test_what_changed_is_made_anew(cache: ResponseCache, tags: list[str]) -> None:
    make = Kitchen("item:a", "list:News:nca")
    await asked(cache, make)
    cache.changed(frozenset(tags))
    assert cache.find(RAW) is None
    assert await asked(cache, make) == "2"


async def test_what_has_not_changed_stays(cache: ResponseCache) -> None:
    make = Kitchen("item:a", "list:News:nca")
    await asked(cache, make)
    cache.changed(frozenset({"item:b", "list:News:eccp"}))
    assert await asked(cache, make) == "1"


async def test_what_changed_while_it_was_made_is_not_kept(cache: ResponseCache) -> None:
    make = Kitchen("item:a")

    async def change() -> None:
        cache.changed(frozenset({"item:a"}))

    make.during = change
    assert await asked(cache, make) == "1"
    make.during = None
    assert await asked(cache, make) == "2"
    assert cache.figures.outdated == 1


async def test_who_asks_after_a_change_does_not_get_what_was_begun_before_it(cache: ResponseCache) -> None:
    make, may_end = Kitchen("item:a"), asyncio.Event()

    async def wait() -> None:
        await may_end.wait()

    make.during = wait
    first = asyncio.create_task(asked(cache, make))
    await asyncio.sleep(0)
    cache.changed(frozenset({"item:a"}))
    second = asyncio.create_task(asked(cache, make))
    await asyncio.sleep(0)
    may_end.set()
    assert (await first, await second) == ("1", "2")


async def test_all_who_ask_at_once_wait_for_one(cache: ResponseCache) -> None:
    make = Kitchen("item:a")
    assert set(await asyncio.gather(*(asked(cache, make) for _ in range(20)))) == {"1"}
    assert (make.made, cache.figures.waits) == (1, 19)


async def test_what_cannot_be_kept_is_made_for_each(cache: ResponseCache) -> None:
    make = Kitchen(is_kept=False)
    answers = await asyncio.gather(*(asked(cache, make) for _ in range(5)))
    assert sorted(answers) == ["1", "2", "3", "4", "5"]
    assert len(cache.entries) == 0


async def test_who_waits_goes_on_when_the_one_who_made_it_is_gone(cache: ResponseCache) -> None:
    make = Kitchen("item:a")

    async def never() -> None:
        await asyncio.Event().wait()

    make.during = never
    first = asyncio.create_task(asked(cache, make))
    await asyncio.sleep(0)
    second = asyncio.create_task(asked(cache, make))
    await asyncio.sleep(0)
    make.during = None
    first.cancel()
    assert await asyncio.wait_for(second, 5) == "2"


async def test_it_ends_at_the_moment_that_the_clock_changes_it(changes: Changes) -> None:
    now = NOON
    cache = ResponseCache(1_000_000, changes, lambda: now)
    make = Kitchen("item:a", until=NOON + timedelta(minutes=1))
    await asked(cache, make)
    now += timedelta(seconds=59)
    assert await asked(cache, make) == "1"
    now += timedelta(seconds=1)
    assert cache.find(RAW) is None
    assert await asked(cache, make) == "2"


async def test_it_steps_aside_while_changes_may_be_missed(cache: ResponseCache, changes: Changes) -> None:
    make = Kitchen("item:a")
    await asked(cache, make)
    changes.current = False
    assert cache.find(RAW) is None
    assert [await asked(cache, make), await asked(cache, make)] == ["2", "3"]
    changes.current = True
    assert await asked(cache, make) == "1", "what was kept, and nothing that was made meanwhile"
    assert cache.figures.bypasses == 2


NOTHING = Freshness(frozenset())


def test_a_flood_of_new_queries_does_not_push_out_what_is_used() -> None:
    kept = Entries(100_000)
    for name in ("a", "b"):
        entry = kept.put(name.encode(), store([], b"1", NOTHING), NOTHING)
        kept.use(entry)
    for number in range(1000):
        kept.put(b"%d" % number, store([], b"1", NOTHING), NOTHING)
        assert kept.bytes <= 100_000
    assert kept.by_key(b"a") and kept.by_key(b"b")
    assert kept.by_key(b"999") and not kept.by_key(b"0")


def test_what_was_not_used_for_longest_goes_first() -> None:
    kept = Entries(4 * (OVERHEAD_BYTES + 10))
    first = kept.put(b"0", store([], b"1", NOTHING), NOTHING)
    kept.use(first)
    for number in range(1, 4):
        kept.use(kept.put(b"%d" % number, store([], b"1", NOTHING), NOTHING))
        kept.use(first)
    assert kept.by_key(b"0") and not kept.by_key(b"1")


def test_an_answer_larger_than_its_part_is_not_kept_and_pushes_nothing_out() -> None:
    kept = Entries(40_000)
    kept.put(b"small", store([], b"1", NOTHING), NOTHING)
    kept.put(b"large", store([], b"1" * 20_000, NOTHING), NOTHING)
    assert kept.by_key(b"small") and not kept.by_key(b"large")


def test_the_ways_to_ask_for_one_answer_are_bounded_and_go_with_it() -> None:
    kept, freshness = Entries(1_000_000), Freshness(frozenset({"x"}))
    entry = kept.put(b"a", store([], b"1", freshness), freshness)
    for number in range(100):
        kept.alias(entry, (b"GET", b"%d" % number, b""))
    assert len(entry.raw_keys) <= 16 and kept.by_raw((b"GET", b"99", b"")) is entry
    kept.drop_tagged({"x"})
    assert kept.by_raw((b"GET", b"99", b"")) is None and kept.bytes == 0 and len(kept) == 0
