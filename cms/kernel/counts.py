"""How many of something are taken: in this process, or in all processes of `cms serve` together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

Wanted = Mapping[str, int | None]
"""{name: how many there may be}; None is counted only."""


class Counts(Protocol):
    """`is_shared`: others may give something back, and nobody is told of it."""

    @property
    def is_shared(self) -> bool: ...

    def take(self, wanted: Wanted, amount: int = 1) -> str | None:
        """Counts `amount` more under each name. Where that would be too many under one, nothing is counted, and it is
        the answer."""
        ...

    def give_back(self, names: Iterable[str], amount: int = 1) -> None: ...

    def count(self, name: str) -> int: ...


class OwnCounts:
    """Of one process."""

    is_shared = False

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def take(self, wanted: Wanted, amount: int = 1) -> str | None:
        for name, most in wanted.items():
            if most is not None and self._counts[name] + amount > most:
                return name
        self._counts.update(dict.fromkeys(wanted, amount))
        return None

    def give_back(self, names: Iterable[str], amount: int = 1) -> None:
        for name in names:
            self._counts[name] -= amount
            if not self._counts[name]:
                del self._counts[name]

    def count(self, name: str) -> int:
        return self._counts[name]


class _OfThisProcess:
    counts: Counts | None = None


def share_counts(counts: Counts) -> None:
    """What is counted from now on is counted there. Call it before the application is made."""
    _OfThisProcess.counts = counts


def counts() -> Counts:
    """Those that all processes share, where there are several; else new ones."""
    return _OfThisProcess.counts or OwnCounts()
