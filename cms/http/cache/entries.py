"""The answers that are kept, bounded by bytes: found by keys, dropped by tags.

An answer is new until it is asked for again. New ones have a quarter of the memory, so that a flood of queries that
nobody asks twice pushes out nothing that is used. In either part the one that was not used for longest goes first.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cms.http.cache.keys import CanonicalKey, RawKey
from cms.http.cache.stored_answer import StoredAnswer
from storage.freshness import Freshness
from storage.live_changes import EVERYTHING

MOST_RAW_KEYS = 16
"""Of one answer. What one client writes in many ways shall not cost memory without end."""
TAG_BYTES, RAW_KEY_BYTES = 150, 400
"""What each costs in the tables, besides the key's own bytes."""
NEW_PART = 0.25


@dataclass(slots=True, eq=False)
class Entry:
    key: CanonicalKey
    answer: StoredAnswer
    freshness: Freshness
    raw_keys: list[RawKey] = field(default_factory=list)
    is_used: bool = False
    is_packing: bool = False
    """A content coding is being made."""
    size: int = 0
    """In bytes, as it was counted."""


class Entries:
    def __init__(self, max_bytes: int) -> None:
        self._bounds = {False: max_bytes * NEW_PART, True: max_bytes * (1 - NEW_PART)}
        self._parts: dict[bool, OrderedDict[Entry, None]] = {False: OrderedDict(), True: OrderedDict()}
        self._bytes = {False: 0, True: 0}
        self._by_raw: dict[RawKey, Entry] = {}
        self._by_key: dict[CanonicalKey, Entry] = {}
        self._by_tag: dict[str, set[Entry]] = {}

    def __len__(self) -> int:
        return len(self._by_key)

    @property
    def bytes(self) -> int:
        return sum(self._bytes.values())

    def by_raw(self, raw: RawKey) -> Entry | None:
        return self._by_raw.get(raw)

    def by_key(self, key: CanonicalKey) -> Entry | None:
        return self._by_key.get(key)

    def use(self, entry: Entry) -> None:
        """It was asked for again."""
        if entry.is_used:
            self._parts[True].move_to_end(entry)
            return
        self._leave(entry)
        entry.is_used = True
        self._enter(entry)

    def put(self, key: CanonicalKey, answer: StoredAnswer, freshness: Freshness) -> Entry:
        """Keeps it, where it has room at all."""
        if known := self._by_key.get(key):
            self.drop(known)
        entry = Entry(key, answer, freshness)
        entry.size = _size(entry)
        if entry.size > self._bounds[False]:
            return entry
        self._by_key[key] = entry
        for tag in freshness.tags:
            self._by_tag.setdefault(tag, set()).add(entry)
        self._enter(entry)
        return entry

    def alias(self, entry: Entry, raw: RawKey) -> None:
        """The entry is found by this key too, instead of by the one that it got first."""
        if self._by_key.get(entry.key) is not entry or self._by_raw.get(raw) is entry:
            return
        if len(entry.raw_keys) >= MOST_RAW_KEYS:
            del self._by_raw[entry.raw_keys.pop(0)]
        if other := self._by_raw.get(raw):
            other.raw_keys.remove(raw)
        entry.raw_keys.append(raw)
        self._by_raw[raw] = entry
        self.measure(entry)

    def measure(self, entry: Entry) -> None:
        """Counts it anew: it has got more codings, or keys."""
        if self._by_key.get(entry.key) is entry:
            self._leave(entry)
            entry.size = _size(entry)
            self._enter(entry)

    def drop(self, entry: Entry) -> None:
        """It may be gone already."""
        if self._by_key.get(entry.key) is not entry:
            return
        self._leave(entry)
        del self._by_key[entry.key]
        for raw in entry.raw_keys:
            del self._by_raw[raw]
        for tag in entry.freshness.tags:
            others = self._by_tag[tag]
            others.discard(entry)
            if not others:
                del self._by_tag[tag]

    def drop_tagged(self, tags: Iterable[str]) -> int:
        """How many were dropped."""
        wanted = set(tags)
        if EVERYTHING in wanted:
            found = set(self._by_key.values())
        else:
            found = {entry for tag in wanted for entry in self._by_tag.get(tag, ())}
        for entry in found:
            self.drop(entry)
        return len(found)

    def _enter(self, entry: Entry) -> None:
        self._parts[entry.is_used][entry] = None
        self._bytes[entry.is_used] += entry.size
        while self._bytes[entry.is_used] > self._bounds[entry.is_used]:
            self.drop(next(iter(self._parts[entry.is_used])))

    def _leave(self, entry: Entry) -> None:
        del self._parts[entry.is_used][entry]
        self._bytes[entry.is_used] -= entry.size


def _size(entry: Entry) -> int:
    keys = sum(RAW_KEY_BYTES + sum(map(len, raw)) for raw in entry.raw_keys)
    return entry.answer.size + keys + TAG_BYTES * len(entry.freshness.tags)
