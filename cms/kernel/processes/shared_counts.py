"""What is taken in all processes of `cms serve` together."""

from collections.abc import Iterable

from cms.kernel.counts import Wanted
from cms.kernel.processes.slots import Slots

NAMES = 16 * 1024
"""Twice as many as there can be at once: each connection, and each request on it, counts for one network."""


class SharedCounts:
    """`cms.kernel.counts.Counts` of the process that has this column of the slots."""

    is_shared = True

    def __init__(self, slots: Slots, column: int) -> None:
        self._slots = slots
        self._column = column

    def take(self, wanted: Wanted, amount: int = 1) -> str | None:
        slots, taken = self._slots, list[int]()
        with slots.locked():
            for name, most in wanted.items():
                slot = slots.find_or_claim(name)
                if slot is None or (most is not None and slots.sum(slot) + amount > most):
                    self._add(taken, -amount)
                    return name
                self._add([slot], amount)  # at once: a slot whose sum is 0 could be claimed for the next name
                taken.append(slot)
        return None

    def give_back(self, names: Iterable[str], amount: int = 1) -> None:
        with self._slots.locked():
            found = [self._slots.find(name) for name in names]
            self._add([slot for slot in found if slot is not None], -amount)

    def count(self, name: str) -> int:
        slot = self._slots.find(name)
        return 0 if slot is None else self._slots.sum(slot)

    def forget(self) -> None:
        """By the parent, once the process of this column is gone."""
        with self._slots.locked():
            self._slots.clear(self._column)

    def _add(self, slots: Iterable[int], amount: int) -> None:
        for slot in slots:
            self._slots.add(slot, self._column, amount)
