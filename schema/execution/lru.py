"""A dictionary that forgets what was not used for longest, bounded by entries and by bytes."""

from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lru(Generic[Value]):
    """Keys are texts. An entry larger than all of `max_bytes` is not kept."""

    def __init__(self, max_entries: int, max_bytes: int) -> None:
        self.max_entries = max_entries
        self.max_bytes = max_bytes
        self.bytes = 0
        self._entries: OrderedDict[str, tuple[Value, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def get(self, key: str) -> Value | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: str, value: Value, size: int) -> None:
        """`size` in bytes, an estimate that includes the key."""
        self.bytes += size - self._entries.pop(key, (None, 0))[1]
        self._entries[key] = value, size
        while self.bytes > self.max_bytes or len(self._entries) > self.max_entries:
            self.bytes -= self._entries.popitem(last=False)[1][1]
