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
