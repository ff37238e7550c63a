"""Sends an answer of which all header fields were made before, in one piece.

The server looks at each field of each answer with two regular expressions, which takes as long as all else that a kept
answer costs. Here a head is looked at once, when it is made. Who may send so is told by an extension of ASGI in the
scope; elsewhere the usual messages do.
"""

from typing import Any

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HEADER_RE, HEADER_VALUE_RE, STATUS_LINE, RequestResponseCycle

from cms.http.cors import Headers

READY = "cms.ready_answer"
"""The extension, and the type of its message: `{"type": READY, "head": bytes, "body": bytes}`."""
EXTENSIONS: dict[str, dict[str, Any]] = {READY: {}}
OF_CONNECTION = frozenset((b"connection", b"transfer-encoding"))
"""Fields that the server itself decides about."""


def takes_ready(scope: Scope) -> bool:
    return READY in scope.get("extensions", ())


def head_of(status: int, headers: Headers) -> bytes:
    """Status line and fields, but for those that the server adds. Raises ValueError for what is no field."""
    for name, value in headers:
        if HEADER_RE.search(name) or HEADER_VALUE_RE.search(value) or name in OF_CONNECTION:
            raise ValueError(f"{name!r}: {value!r} is no header field of a kept answer.")
    return STATUS_LINE[status] + b"".join(b"%b: %b\r\n" % field for field in headers)


async def send_ready(cycle: RequestResponseCycle, head: bytes, body: bytes) -> None:
    """As the cycle's own `send` does for a whole answer with a Content-Length."""
    if cycle.flow.write_paused and not cycle.disconnected:
        await cycle.flow.drain()
    if cycle.disconnected:
        return
    cycle.response_started = True
    cycle.waiting_for_100_continue = False
    parts = [head]
    for name, value in cycle.default_headers:
        parts += (name, b": ", value, b"\r\n")
    parts += (b"\r\n", body) if cycle.keep_alive else (b"connection: close\r\n\r\n", body)
    cycle.transport.write(b"".join(parts))
    _complete(cycle)


def _complete(cycle: RequestResponseCycle) -> None:
    cycle.response_complete = True
    cycle.message_event.set()
    if not cycle.keep_alive:
        cycle.transport.close()
    cycle.on_response()
