"""Values by key, bounded by bytes and dropped by tags.

A value is new until it is asked for again. New ones have a quarter of the memory, so that somebody who reads through
everything once pushes out nothing that is used. In either part the one that was not used for longest goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any

from storage.live_changes import EVERYTHING

NEW_PART = 0.25
OVERHEAD_BYTES, TAG_BYTES = 600, 150
"""What a value costs in the tables besides itself, its key and the texts of its tags; and each of its tags."""
MISSING: Any = object()
"""Nothing is known of a key; that there is nothing at it is a value."""


class _Kept:
    __slots__ = ("is_used", "key", "places", "size", "tags", "value")

    def __init__(self, key: Hashable, value: Any, tags: Collection[str], size: int) -> None:
        self.key, self.value, self.tags = key, value, tags
        self.places = OVERHEAD_BYTES + len(repr(key)) + sum(TAG_BYTES + len(tag) for tag in tags)
        """What it costs besides the value: keys hold what visitors asked for, which may be long."""
        self.size = size + self.places
        self.is_used = False


class Memory:
    """`used(value)` is called once, when a value is asked for again, and measures it: its size in bytes."""

    def __init__(self, max_bytes: int, used: Callable[[Any], int]) -> None:
        self.bytes = 0
        self._used = used
        self._bounds = {False: int(max_bytes * NEW_PART), True: max_bytes - int(max_bytes * NEW_PART)}
        self._sizes = {False: 0, True: 0}
        self._parts: dict[bool, OrderedDict[Hashable, None]] = {False: OrderedDict(), True: OrderedDict()}
        self._by_key: dict[Hashable, _Kept] = {}
        self._by_tag: dict[str, set[Hashable]] = {}

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: Hashable) -> bool:
        """Without using it."""
        return key in self._by_key

    def get(self, key: Hashable) -> Any:
        """MISSING where nothing is known of it."""
        kept = self._by_key.get(key)
        if kept is None:
            return MISSING
        if kept.is_used:
            self._parts[True].move_to_end(key)
        else:
            self._promote(kept)
        return kept.value

    def put(self, key: Hashable, value: Any, tags: Collection[str], size: int) -> None:
        """`size` of the value in bytes, as far as it is known. One larger than a part of the memory is not kept."""
        if key in self._by_key:
            self._drop(key)
        kept = _Kept(key, value, tags, size)
        if kept.size > self._bounds[False]:
            return
        self._by_key[key] = kept
        for tag in tags:
            self._by_tag.setdefault(tag, set()).add(key)
        self._enter(kept)

    def drop_tagged(self, tags: Iterable[str]) -> int:
        """How many they were."""
        tags = frozenset(tags)
        if EVERYTHING in tags:
            return self._clear()
        keys = {key for tag in tags for key in self._by_tag.get(tag, ())}
        for key in keys:
            self._drop(key)
        return len(keys)

    def _promote(self, kept: _Kept) -> None:
        self._leave(kept)
        kept.is_used = True
        kept.size = self._used(kept.value) + kept.places
        self._enter(kept)

    def _enter(self, kept: _Kept) -> None:
        self._parts[kept.is_used][kept.key] = None
        self._count(kept, kept.size)
        while self._sizes[kept.is_used] > self._bounds[kept.is_used]:
            self._drop(next(iter(self._parts[kept.is_used])))

    def _leave(self, kept: _Kept) -> None:
        del self._parts[kept.is_used][kept.key]
        self._count(kept, -kept.size)

    def _count(self, kept: _Kept, size: int) -> None:
        self._sizes[kept.is_used] += size
        self.bytes += size

    def _drop(self, key: Hashable) -> None:
        kept = self._by_key.pop(key)
        self._leave(kept)
        for tag in kept.tags:
            others = self._by_tag[tag]
            others.discard(key)
            if not others:
                del self._by_tag[tag]

    def _clear(self) -> int:
        count = len(self._by_key)
        for table in (self._by_key, self._by_tag, *self._parts.values()):
            table.clear()
        self._sizes, self.bytes = {False: 0, True: 0}, 0
        return count
