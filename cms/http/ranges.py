"""Byte ranges (RFC 9110, section 14)."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ByteRange:
    """From `first` to `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class NotSatisfiable(Exception):
    """The range begins behind the end."""


def byte_range(header: str | None, size: int) -> ByteRange | None:
    """What of `size` bytes is asked for; None for the whole. Raises NotSatisfiable.

    A header that is malformed, of another unit or with several ranges is ignored, as the RFC allows.
    """
    match = _ONE_RANGE.fullmatch(header or "")
    if match is None or not any(match.groups()) or size == 0:
        return None
    first, last = match.groups()
    if not first:
        return _suffix(int(last), size)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise NotSatisfiable
    return ByteRange(int(first), min(int(last), size - 1) if last else size - 1)


def _suffix(length: int, size: int) -> ByteRange:
    if length == 0:
        raise NotSatisfiable
    return ByteRange(max(0, size - length), size - 1)
