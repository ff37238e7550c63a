"""Numbers by name in memory that forked processes share: a slot for each name, a column for each process.

A process writes to its own column alone, so what a killed one had counted is found and taken away at once. Changes are
made under a lock of the system, which a process that is killed gives back; each leaves the table sound at every moment.
"""

import fcntl
import mmap
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from secrets import token_bytes

KEY_BYTES = 16
NUMBER_BYTES = 8
WINDOW = 64
"""Slots in which a name may lie, from the one on that its hash says."""


class Slots:
    """Made by the parent. Half of the slots at most should be used: names that share their window with `WINDOW` others
    have no slot. Nobody outside can choose names that do, as their hash has a key."""

    def __init__(self, columns: int, count: int) -> None:
        self.columns, self.count = columns, count
        self._key = token_bytes(16)
        self._rows = count + WINDOW
        keys_end = self._rows * KEY_BYTES
        self._memory = mmap.mmap(-1, keys_end + columns * self._rows * NUMBER_BYTES)
        self._numbers = memoryview(self._memory)[keys_end:].cast("q")
        self._lock = os.memfd_create("cms-counts")
        weakref.finalize(self, os.close, self._lock)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Held for microseconds."""
        fcntl.lockf(self._lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(self._lock, fcntl.LOCK_UN)

    def find(self, name: str) -> int | None:
        key, first = self._place_of(name)
        return self._found(key, first)

    def find_or_claim(self, name: str) -> int | None:
        """Inside `locked`. None where the window is full. A slot whose sum is 0 is free."""
        key, first = self._place_of(name)
        slot = self._found(key, first)
        if slot is None:
            slot = next((row for row in range(first, first + WINDOW) if not self.sum(row)), None)
            if slot is not None:
                self._memory[slot * KEY_BYTES : (slot + 1) * KEY_BYTES] = key
        return slot

    def sum(self, slot: int) -> int:
        numbers, rows = self._numbers, self._rows
        return sum(numbers[slot + column * rows] for column in range(self.columns))

    def number(self, slot: int, column: int) -> int:
        return self._numbers[slot + column * self._rows]

    def add(self, slot: int, column: int, amount: int) -> None:
        self._numbers[slot + column * self._rows] += amount

    def clear(self, column: int) -> None:
        """Inside `locked`."""
        begin = self._rows * (KEY_BYTES + column * NUMBER_BYTES)
        self._memory[begin : begin + self._rows * NUMBER_BYTES] = bytes(self._rows * NUMBER_BYTES)

    def _place_of(self, name: str) -> tuple[bytes, int]:
        key = blake2b(name.encode("utf-8", "surrogateescape"), digest_size=KEY_BYTES, key=self._key).digest()
        return key, int.from_bytes(key[:8]) % self.count

    def _found(self, key: bytes, first: int) -> int | None:
        at, end = first * KEY_BYTES - 1, (first + WINDOW) * KEY_BYTES
        while (at := self._memory.find(key, at + 1, end)) >= 0:
            if not at % KEY_BYTES:
                return at // KEY_BYTES
        return None
