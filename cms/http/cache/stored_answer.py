"""An answer that is kept, ready to be sent again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.http.cors import Headers
from cms.http.header_fields import Fields
from storage.freshness import Freshness

Messages = tuple[dict[str, Any], ...]
"""Of ASGI: `http.response.start` and the body's. Whoever sends them must not change them: they are sent again."""

OVERHEAD_BYTES = 2_000
"""What an answer costs besides its bodies: its headers, messages and tags, and its places in the tables."""


@dataclass(frozen=True, slots=True, eq=False)
class StoredAnswer:
    """Of status 200. `size`: what it holds in memory, in bytes."""

    freshness: Freshness
    size: int
    _whole: Messages
    _head: Messages

    def messages(self, fields: Fields, method: str) -> Messages:
        """What to send to a request with these headers; method: GET, HEAD or POST."""
        return self._head if method == "HEAD" else self._whole


def store(headers: Headers, body: bytes, freshness: Freshness) -> StoredAnswer:
    """Of an answer of status 200 to GET or POST with these headers, `content-length` not among them."""
    start = {"type": "http.response.start", "status": 200, "headers": with_length(headers, body)}
    whole = (start, {"type": "http.response.body", "body": body})
    head = (start, {"type": "http.response.body", "body": b""})
    return StoredAnswer(freshness, OVERHEAD_BYTES + len(body), whole, head)


def with_length(headers: Sequence[tuple[bytes, bytes]], body: bytes) -> Headers:
    return [*headers, (b"content-length", str(len(body)).encode())]
