"""The memory of one process for what visitors read, with what it did so far.

It answers while all changes are heard of (`storage.change_stream`), and steps aside else. What was read while something
changed that it depends on is not kept.
"""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from storage.freshness import gathering, keep_private
from storage.live_changes import FollowsChanges
from storage.live_items.collector import hide_from_collector
from storage.live_items.fills import Fills
from storage.live_items.memory import MISSING, Memory
from storage.moments import Ahead

T = TypeVar("T")
Found = tuple[Hashable, Any, int, tuple[str, ...]]
"""What is to be kept: its key, its value, its size in bytes, the tags of all changes that make it another one."""

AHEAD = "ahead"
"""The key of what the clock will change in lists; every change of an item may make it another one."""
AHEAD_HOLDS = timedelta(hours=1)
"""Then it is asked anew, so that it goes on to tell of a whole day."""


@dataclass(slots=True)
class LiveItemsFigures:
    """Since the process began. `hits`, `misses`: values that were asked for and known, or not; `bypasses`: reads that
    went past the memory, as it may have missed changes; `outdated`: values that were not kept, as something changed
    while they were read; `dropped`: that a change has taken away."""

    hits: int = 0
    misses: int = 0
    bypasses: int = 0
    outdated: int = 0
    dropped: int = 0


class LiveItems:
    """All of it runs on one event loop. Give `changed` to who tells of changes, before those that keep what was made
    of items. What is kept is shared by all who read it: nobody may write to it."""

    def __init__(self, max_bytes: int, changes: FollowsChanges) -> None:
        self.memory = Memory(max_bytes, hide_from_collector)
        self.figures = LiveItemsFigures()
        self._changes = changes
        self._fills = Fills()

    def changed(self, tags: frozenset[str]) -> None:
        """Nothing with one of these tags is given any more that was read before this call."""
        self._fills.changed(tags)
        self.figures.dropped += self.memory.drop_tagged(tags)

    def is_current(self) -> bool:
        """Whether what is kept may be given now."""
        if self._changes.is_current():
            return True
        self.figures.bypasses += 1
        return False

    def get(self, key: Hashable) -> Any:
        """MISSING where it is not known."""
        value = self.memory.get(key)
        if value is MISSING:
            self.figures.misses += 1
        else:
            self.figures.hits += 1
        return value

    async def fill(self, read: Callable[[], Awaitable[T]], found: Callable[[T], Iterable[Found]]) -> T:
        """What is read, of which `found` is kept, unless it changed meanwhile or came from a member of the database
        that may lag behind."""
        with self._fills.begin() as fill, gathering() as dependencies:
            result = await read()
        is_exact = dependencies.freshness() is not None
        if not is_exact:
            keep_private()
            return result
        for key, value, size, tags in found(result):
            if fill.is_outdated(tags):
                self.figures.outdated += 1
            else:
                self.memory.put(key, value, tags, size)
        return result

    def ahead(self, now: datetime) -> Ahead | None:
        """None where it is not known as of `now`."""
        known = self.get(AHEAD)
        if known is MISSING:
            return None
        ahead, asked = known
        ends = min([asked + AHEAD_HOLDS, *(one["at"] for one in ahead.items[:1])])
        return ahead if asked <= now < ends else None
