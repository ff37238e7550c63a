"""An answer that is kept, ready to be sent again: in the content coding that its reader likes, or only that it still
holds."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from starlette.types import Send

from cms.http.conditional import has_condition, held_tag, is_another
from cms.http.cors import Headers
from cms.http.encodings import COMPRESS, IDENTITY, SMALLEST_COMPRESSED, codings_taken, compressed
from cms.http.header_fields import Fields
from cms.http.ready_answer import head_of
from storage.freshness import Freshness

Messages = tuple[dict[str, Any], ...]
"""Of ASGI: `http.response.start` and the body's. Whoever sends them must not change them: they are sent again."""

OVERHEAD_BYTES = 2_000
"""What an answer costs besides its bodies: its headers, messages and tags, and its places in the tables."""
NO_BODY: dict[str, Any] = {"type": "http.response.body", "body": b""}
DIGEST_DIGITS = 32
"""Hexadecimal, of SHA-256: processors have it built in, so that it takes half of the time of BLAKE2."""
OF_CONTENT = frozenset((b"content-type", b"content-length", b"content-encoding"))
"""Headers that a 304 has not (RFC 9110, 15.4.5)."""


class StoredAnswer:
    """Of status 200. Its codings share one digest of the bytes as they are without any: equal answers have equal tags
    in every process. Each coding has a tag of its own (RFC 9110, 8.8.3.3)."""

    __slots__ = ("_digest", "_headers", "_ready", "_tags", "_unchanged", "body", "freshness", "size")

    def __init__(self, headers: Headers, body: bytes, freshness: Freshness | None) -> None:
        self.body = body
        self.freshness = freshness
        self.size = OVERHEAD_BYTES
        """What it holds in memory, in bytes; more once a coding was made."""
        self._headers = headers
        self._digest = digest(headers, body)
        self._tags = {coding: self._tag(coding) for coding in (*COMPRESS, IDENTITY)}
        self._ready: dict[bytes, Messages] = {}
        self._unchanged: dict[bytes, Messages] = {}
        """By tag: answers to who holds it, made when first asked for."""
        self._keep(IDENTITY, body)

    def messages(self, fields: Fields, method: str) -> Messages:
        """What to send to a request with these headers; method: GET, HEAD or POST. By POST no stored representation is
        asked for, so that its conditions are ignored (RFC 9110, 13.2.1)."""
        taken = codings_taken(fields.get(b"accept-encoding"))
        if not taken:
            found = NOT_ACCEPTABLE
        elif method != "POST" and has_condition(fields):
            found = self._by_condition(fields, taken) or self._best(taken)
        else:
            found = self._best(taken)
        return (found[0], NO_BODY) if method == "HEAD" else found

    def lacking(self, fields: Fields) -> bytes | None:
        """The coding that this client would rather have, and that is not made yet."""
        taken = codings_taken(fields.get(b"accept-encoding"))
        if not taken or taken[0] in self._ready:
            return None
        return taken[0] if len(self.body) >= SMALLEST_COMPRESSED or IDENTITY not in taken else None

    def is_ready(self, fields: Fields) -> bool:
        """False where the client refuses identity and what it takes is to be made first (`lacking`)."""
        taken = codings_taken(fields.get(b"accept-encoding"))
        return not taken or any(coding in self._ready for coding in taken)

    async def make(self, coding: bytes) -> None:
        """Makes one of `lacking` ready."""
        packed = await compressed(self.body, coding)
        if coding not in self._ready:
            self._keep(coding, packed)

    def _best(self, taken: Sequence[bytes]) -> Messages:
        if found := self._ready.get(taken[0]):
            return found
        return self._ready[next((coding for coding in taken if coding in self._ready), IDENTITY)]

    def _keep(self, coding: bytes, body: bytes) -> None:
        headers = [*self._headers, (b"etag", self._tags[coding]), (b"content-length", str(len(body)).encode())]
        if coding != IDENTITY:
            headers.append((b"content-encoding", coding))
        start = ready_start(200, headers)
        self._ready[coding] = (start, {"type": "http.response.body", "body": body})
        self.size += len(body)

    def _tag(self, coding: bytes) -> bytes:
        return b'"%b"' % self._digest if coding == IDENTITY else b'"%b-%b"' % (self._digest, coding)

    def _by_condition(self, fields: Fields, taken: Sequence[bytes]) -> Messages | None:
        """Any coding that the client takes may be the one it asks about: also one that is not made (yet, or again)."""
        tags = [self._tags[coding] for coding in taken]
        if b"if-match" in fields and is_another(fields[b"if-match"], tags):
            return FAILED
        held = held_tag(fields[b"if-none-match"], tags) if b"if-none-match" in fields else None
        return self._not_modified(held) if held else None

    def _not_modified(self, tag: bytes) -> Messages:
        if tag not in self._unchanged:
            headers = [header for header in self._headers if header[0] not in OF_CONTENT]
            start = ready_start(304, [*headers, (b"etag", tag)])
            self._unchanged[tag] = (start, NO_BODY)
        return self._unchanged[tag]


def store(headers: Headers, body: bytes, freshness: Freshness | None) -> StoredAnswer:
    """Of an answer of status 200 to GET or POST with these headers; not among them: `etag`, `content-length`,
    `content-encoding`."""
    return StoredAnswer(headers, body, freshness)


async def send_now(answer: StoredAnswer, fields: Fields, method: str, send: Send) -> None:
    """At once in the coding that the client likes most, for whom nobody keeps it, or for whom it is kept for ever."""
    if coding := answer.lacking(fields):
        await answer.make(coding)
    for message in answer.messages(fields, method):
        await send(message)


def ready_start(status: int, headers: Headers) -> dict[str, Any]:
    """With its `head` in one piece too, for servers that take it so."""
    return {"type": "http.response.start", "status": status, "headers": headers, "head": head_of(status, headers)}


def digest(headers: Headers, body: bytes) -> bytes:
    """Of what a reader sees: the bytes and what they are (RFC 9110, 8.8.1)."""
    found = sha256(dict(headers).get(b"content-type", b""))
    found.update(b"\0")
    found.update(body)
    return found.hexdigest()[:DIGEST_DIGITS].encode()


def short_answer(status: int, text: bytes) -> Messages:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"access-control-allow-origin", b"*"),
        (b"content-length", str(len(text)).encode()),
    ]
    start = {"type": "http.response.start", "status": status, "headers": headers}
    return start, {"type": "http.response.body", "body": text}


NOT_ACCEPTABLE = short_answer(
    406, b"Accept-Encoding refuses every coding that there is: name %b, or identity.\n" % b", ".join(COMPRESS)
)
FAILED = short_answer(412, b"What If-Match names is not what is here now: leave it out, or read anew.\n")
