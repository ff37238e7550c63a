"""Who goes on when several compute on one event loop."""

import asyncio

import pytest

from cms.kernel import debts, turns
from cms.kernel.debts import Debts


@pytest.fixture(autouse=True)
def each_turn_is_over_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TURN_SECONDS", -1.0)
    monkeypatch.setattr(turns, "_turns", None)


@pytest.fixture
def long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAUSE_SECONDS", "LONGEST_PAUSE", "MAX_SECONDS_PAUSED"):
        monkeypatch.setattr(turns, name, 3600.0)


async def compute(steps: int, client: str) -> None:
    turns.client_of_work.set(client)
    with turns.work_under_way():
        for _step in range(steps):
            await turns.next_turn()


async def wait_for_database(rounds: int, client: str) -> None:
    turns.client_of_work.set(client)
    with turns.work_under_way():
        for _round in range(rounds):
            await asyncio.sleep(0)


@pytest.fixture
def asked_for_ready_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, for all the test; a round of turns was long."""
    for name in ("QUIET_SECONDS", "RECENT_SECONDS", "LONGEST_READY"):
        monkeypatch.setattr(turns, name, 3600.0)
    monkeypatch.setattr(turns, "TURN_SECONDS", 0.0001)
    monkeypatch.setattr(turns, "READY_SHARE", 1e9)


async def test_answers_that_lie_ready_go_before_what_is_computed(asked_for_ready_answers: None) -> None:
    await asyncio.create_task(compute(1, "flood"))
    turns.ready_answer_sent()
    flood = asyncio.create_task(compute(3, "flood"))
    for _answer in range(1_000):
        turns.ready_answer_sent()
        await asyncio.sleep(0)

    assert not flood.done(), "it had three turns to take and a thousand rounds to do so"
    flood.cancel()


async def test_many_ready_answers_are_thousands_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000.0
    monkeypatch.setattr(turns.time, "perf_counter", lambda: now)

    for _answer in range(10 * turns.MANY_READY):
        now += 2 * turns.MANY_SECONDS / turns.MANY_READY
        turns.ready_answer_sent()
    ordinary = turns.many_ready_answers_are_asked()
    for _answer in range(2 * turns.MANY_READY):
        now += turns.MANY_SECONDS / turns.MANY_READY / 2
        turns.ready_answer_sent()
    rush = turns.many_ready_answers_are_asked()
    now += turns.RECENT_SECONDS
    after = turns.many_ready_answers_are_asked()

    assert (ordinary, rush, after) == (False, True, False)


async def test_what_is_computed_goes_on_when_no_more_ready_answers_are_asked_for(
    asked_for_ready_answers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.001)
    await asyncio.create_task(compute(1, "visitor"))
    turns.ready_answer_sent()

    async with asyncio.timeout(10):
        await compute(3, "visitor")


async def test_what_is_computed_goes_on_after_its_time_however_many_are_asked_for(
    asked_for_ready_answers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LONGEST_READY", 0.001)
    await asyncio.create_task(compute(1, "visitor"))
    waiting = asyncio.create_task(compute(3, "visitor"))
    async with asyncio.timeout(10):
        while not waiting.done():
            turns.ready_answer_sent()
            await asyncio.sleep(0)


async def test_a_long_one_pauses_while_a_short_one_waits_for_the_database(long_pauses: None) -> None:
    long = asyncio.create_task(compute(200, "greedy"))
    await asyncio.create_task(wait_for_database(1_000, "visitor"))

    assert not long.done(), "it had 200 turns to take and a thousand rounds to do so"
    async with asyncio.timeout(10):
        await long  # nobody is there to pause for


async def test_whose_client_had_much_lately_pauses_from_the_beginning(long_pauses: None) -> None:
    await compute(100, "greedy")
    again = asyncio.create_task(compute(3, "greedy"))
    other = asyncio.create_task(compute(3, "visitor"))

    await asyncio.create_task(wait_for_database(100, "visitor"))
    assert (other.done(), again.done()) == (True, False)
    await again


async def test_a_long_one_goes_on_in_the_end_however_many_short_ones_follow_each_other(
    long_pauses: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "MAX_SECONDS_PAUSED", 0.001)
    long = asyncio.create_task(compute(50, "greedy"))

    async with asyncio.timeout(60):
        while not long.done():
            await asyncio.create_task(wait_for_database(1, "visitor"))


async def test_long_ones_do_not_pause_for_each_other(long_pauses: None) -> None:
    async with asyncio.timeout(10):
        await asyncio.gather(*(compute(100, "greedy") for _ in range(3)))


async def test_what_computes_beside_the_loop_counts(long_pauses: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TURN_SECONDS", 0.005)

    async def parse() -> None:
        turns.client_of_work.set("greedy")
        with turns.work_under_way():
            await turns.turn_for(0.2)

    visitor = asyncio.create_task(wait_for_database(100, "visitor"))
    await asyncio.sleep(0)
    parsing = asyncio.create_task(parse())
    await visitor
    assert not parsing.done()
    await parsing


def test_debts_are_forgotten_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000.0
    monkeypatch.setattr(debts.time, "monotonic", lambda: now)
    known = Debts()
    known.add("greedy", 8.0)
    now += 2 * debts.HALF_SECONDS
    assert (known.of("greedy"), known.of("visitor")) == (2.0, 0.0)
    known.add("greedy", 1.0)
    assert known.of("greedy") == 3.0


def test_of_many_clients_those_are_forgotten_that_had_something_longest_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debts, "MAX_CLIENTS", 2)
    known = Debts()
    for client in ("first", "second", "first", "third"):
        known.add(client, 1.0)
    assert [known.of(client) > 0 for client in ("first", "second", "third")] == [True, False, True]
