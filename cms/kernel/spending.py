"""What each client has spent within the last minute, in this process or in all that share its counts."""

import time
from collections import OrderedDict
from collections.abc import Callable

from cms.kernel.counts import Counts, OwnCounts

MINUTE_SECONDS = 60.0
MAX_CLIENTS = 2_000
"""That a process keeps for each minute. Those beyond spend unseen: so many at a time are no single client's flood."""


class Spending:
    """A minute's share of the one before counts with this one: "within the last minute" as if all had been spent
    evenly. `clock`: seconds, the same in all processes."""

    def __init__(self, counted: Counts | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._counts = counted or OwnCounts()
        self._clock = clock
        self._kept: OrderedDict[int, dict[str, int]] = OrderedDict()

    def spent(self, client: str) -> float:
        minute, passed = self._now()
        before, current = (self._counts.count(_name(each, client)) for each in (minute - 1, minute))
        return current + before * (1 - passed)

    def spend(self, client: str, amount: int) -> None:
        minute, _ = self._now()
        self._forget_before(minute - 1)
        kept, name = self._kept.setdefault(minute, {}), _name(minute, client)
        if (name in kept or len(kept) < MAX_CLIENTS) and self._counts.take({name: None}, amount) is None:
            kept[name] = kept.get(name, 0) + amount

    def seconds_until(self, client: str, most: int) -> float:
        """Until less than `most` is spent, if nothing more is."""
        minute, passed = self._now()
        before, current = (self._counts.count(_name(each, client)) for each in (minute - 1, minute))
        if current < most:
            return max(0.0, 1 - (most - current) / before - passed) * MINUTE_SECONDS if before else 0.0
        return (1 - passed + 1 - most / current) * MINUTE_SECONDS

    def _now(self) -> tuple[int, float]:
        """The minute, and how much of it has passed, from 0 to 1."""
        minute, seconds = divmod(self._clock(), MINUTE_SECONDS)
        return int(minute), seconds / MINUTE_SECONDS

    def _forget_before(self, minute: int) -> None:
        while self._kept and (oldest := next(iter(self._kept))) < minute:
            for name, amount in self._kept.pop(oldest).items():
                self._counts.give_back((name,), amount)


class _OfThisProcess:
    counts: Counts | None = None


def share_spending(counts: Counts) -> None:
    """What clients spend from now on is counted there. Call it before the application is made."""
    _OfThisProcess.counts = counts


def spending() -> Spending:
    """Where all processes share what clients have spent: that."""
    return Spending(_OfThisProcess.counts)


def _name(minute: int, client: str) -> str:
    return f"{minute}/{client}"
