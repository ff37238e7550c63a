"""Reads from which something is to be kept, and what changes while they are made."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from storage.live_changes import EVERYTHING


class Fill:
    """`changed`: the tags of all changes since it was begun, any of which it may have read too early."""

    __slots__ = ("changed",)

    def __init__(self) -> None:
        self.changed: set[str] = set()

    def is_outdated(self, tags: Iterable[str]) -> bool:
        """Of what depends on these."""
        return EVERYTHING in self.changed or not self.changed.isdisjoint(tags)


class Fills:
    def __init__(self) -> None:
        self._open: set[Fill] = set()

    def changed(self, tags: Iterable[str]) -> None:
        for fill in self._open:
            fill.changed.update(tags)

    @contextmanager
    def begin(self) -> Iterator[Fill]:
        """Before anything is read."""
        fill = Fill()
        self._open.add(fill)
        try:
            yield fill
        finally:
            self._open.discard(fill)
