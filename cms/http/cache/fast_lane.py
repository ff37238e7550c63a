"""The outermost ASGI layer: what was asked in the same bytes before is answered at once, by one look into a table."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.http.cache.entries import Entry
from cms.http.cache.keys import RawKey, raw_key_of_body, raw_key_of_url
from cms.http.cache.response_cache import ResponseCache
from cms.http.header_fields import Fields, header_fields
from cms.http.pieces import PIECE_BYTES
from cms.http.ready_answer import READY, takes_ready
from cms.kernel.turns import ready_answer_sent

RAW_KEY = "cms.raw_key"
"""In the scope of a request that the cache may answer; who makes the answer keeps it under that key too."""
LARGEST_BODY = 64 * 1024
"""In bytes, of a request. A larger one, or one that does not come at once, is read further in, where the limits are."""


class FastLane:
    """`path`: the only one of which answers are kept. `personal`: names of headers, in small letters, that make an
    answer another one. A hit writes no line in the log; it is counted."""

    def __init__(self, app: ASGIApp, cache: ResponseCache, path: str, personal: frozenset[bytes]) -> None:
        self._app = app
        self._cache = cache
        self._path = path
        self._passed_by = personal | {b"content-encoding"}
        self._making: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != self._path or scope.get("root_path"):
            await self._app(scope, receive, send)
            return
        fields, method = header_fields(scope["headers"]), scope["method"]
        raw: RawKey | None = None
        if self._passed_by.isdisjoint(fields):
            if method == "GET" or method == "HEAD":
                raw = raw_key_of_url(scope["query_string"], fields)
            elif method == "POST":
                body, receive = await _first_part(receive)
                raw = None if body is None else raw_key_of_body(body, fields)
        if raw is not None:
            entry = self._cache.find(raw)
            if entry and entry.answer.is_ready(fields):
                await self._hit(entry, fields, scope, send)
                return
            scope[RAW_KEY] = raw
        await self._app(scope, receive, send)

    async def _hit(self, entry: Entry, fields: Fields, scope: Scope, send: Send) -> None:
        self._cache.hit(entry)
        ready_answer_sent()
        start, end = entry.answer.messages(fields, scope["method"])
        body = end["body"]
        if "head" in start and len(body) <= PIECE_BYTES and takes_ready(scope):
            await send({"type": READY, "head": start["head"], "body": body})
        else:
            await send(start)
            await send(end)
        if coding := entry.answer.lacking(fields):
            self._make(entry, coding)

    def _make(self, entry: Entry, coding: bytes) -> None:
        """The next client that likes this coding gets it."""
        if not entry.is_packing:
            entry.is_packing = True
            task = asyncio.create_task(self._made(entry, coding))
            self._making.add(task)
            task.add_done_callback(self._making.discard)

    async def _made(self, entry: Entry, coding: bytes) -> None:
        try:
            await entry.answer.make(coding)
            self._cache.entries.measure(entry)
        finally:
            entry.is_packing = False


async def _first_part(receive: Receive) -> tuple[bytes | None, Receive]:
    """(the whole body, where it is small and came at once, else None; what to read it from again). The server bounds
    the time of a body (`cms.http.connection`)."""
    first = await receive()
    body = first.get("body", b"") if first["type"] == "http.request" and not first.get("more_body") else None
    return body if body is not None and len(body) <= LARGEST_BODY else None, _again(first, receive)


def _again(first: Message, receive: Receive) -> Receive:
    is_read = False

    async def again() -> Message:
        nonlocal is_read
        if is_read:
            return await receive()
        is_read = True
        return first

    return again
