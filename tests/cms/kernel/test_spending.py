"""What each client has spent within a minute."""

from dataclasses import dataclass

import pytest

from cms.kernel import spending
from cms.kernel.counts import OwnCounts
from cms.kernel.spending import Spending


@dataclass
class Clock:
    seconds: float = 6_000.0

    def __call__(self) -> float:
        return self.seconds


def test_what_was_spent_is_forgotten_in_the_course_of_the_next_minute() -> None:
    clock = Clock()
    spent = Spending(clock=clock)
    spent.spend("ann", 100)
    seen = []
    for _ in range(5):
        seen.append(spent.spent("ann"))
        clock.seconds += 30

    assert seen == [100, 100, 100, 50, 0]
    assert spent.spent("bob") == 0


@pytest.mark.parametrize(("amount", "passed"), [(100, 0), (100, 45), (250, 10), (1_000, 59), (99, 5)])
def test_it_says_exactly_when_enough_is_forgotten(amount: int, passed: float) -> None:
    clock = Clock()
    spent = Spending(clock=clock)
    spent.spend("ann", amount)
    clock.seconds += passed
    wait = spent.seconds_until("ann", 100)

    clock.seconds += wait - 0.01
    assert wait == 0 or spent.spent("ann") >= 100
    clock.seconds += 0.02
    assert spent.spent("ann") < 100


def test_it_says_so_for_what_is_left_of_the_minute_before_too() -> None:
    clock = Clock()
    spent = Spending(clock=clock)
    spent.spend("ann", 150)
    clock.seconds += 63
    spent.spend("ann", 10)
    clock.seconds += spent.seconds_until("ann", 100) + 0.01

    assert 99 < spent.spent("ann") < 100


def test_processes_see_what_the_others_clients_spent_and_nothing_is_kept() -> None:
    counts, clock = OwnCounts(), Clock()
    one, other = Spending(counts, clock), Spending(counts, clock)
    one.spend("ann", 60)
    other.spend("ann", 40)
    assert one.spent("ann") == other.spent("ann") == 100

    clock.seconds += 120
    for each in (one, other):
        each.spend("bob", 1)
    assert counts.count("100/ann") == 0


def test_of_a_flood_of_clients_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spending, "MAX_CLIENTS", 2)
    spent = Spending(clock=Clock())
    for client in "abca":
        spent.spend(client, 1)

    assert [spent.spent(client) for client in "abc"] == [2, 1, 0]
