"""What an answer is made of, gathered while it is read: what has to change, or when, for it to become another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Freshness:
    """Of an answer that may be kept for others. `tags`: of all that was read for it; a change of content has the same
    tags. `until`: the first moment at which the clock alone makes it another one."""

    tags: frozenset[str]
    until: datetime | None = None


class Dependencies:
    """Those of the answer that is being made, from as many tasks of one event loop as make it."""

    def __init__(self) -> None:
        self._tags: set[str] = set()
        self._until: datetime | None = None
        self._is_private = False

    def depends_on(self, *tags: str) -> None:
        self._tags.update(tags)

    def changes_at(self, moment: datetime) -> None:
        self._until = moment if self._until is None else min(self._until, moment)

    def keep_private(self) -> None:
        """It was made for who asks, or of what not everybody may see."""
        self._is_private = True

    def freshness(self) -> Freshness | None:
        """None for an answer that must not be kept."""
        return None if self._is_private else Freshness(frozenset(self._tags), self._until)


_gathering: ContextVar[Dependencies | None] = ContextVar("dependencies_of_answer", default=None)


@contextmanager
def gathering() -> Iterator[Dependencies]:
    """What is read within it, in tasks begun there too, is gathered."""
    dependencies = Dependencies()
    token = _gathering.set(dependencies)
    try:
        yield dependencies
    finally:
        _gathering.reset(token)


def depends_on(*tags: str) -> None:
    """Whoever reads content says so here. Nothing happens where no answer is being made."""
    if dependencies := _gathering.get():
        dependencies.depends_on(*tags)


def changes_at(moment: datetime | None) -> None:
    """Whoever works out a value by the clock says when it will be another one; None: never."""
    if moment and (dependencies := _gathering.get()):
        dependencies.changes_at(moment)


def keep_private() -> None:
    """Whoever answers by who asks, or with what is not public, says so."""
    if dependencies := _gathering.get():
        dependencies.keep_private()
