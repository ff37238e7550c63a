"""The client's end: HTTP/1.1 over one connection that is kept, as cheap as possible, one request at a time."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
HEAD_END = b"\r\n\r\n"


class ServerError(Exception):
    """The server did not answer as it should; the message says how it did."""


class Connection(asyncio.Protocol):
    """Opened by `connected`."""

    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._received = bytearray()
        self._size = 0
        self._answer: asyncio.Future[bytes] | None = None

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises ServerError for another status than 200 and for a lost connection."""
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        self._transport.close()

    @property
    def is_closed(self) -> bool:
        """By either end."""
        return self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(ServerError(f"The server closed the connection ({exc})."))

    def data_received(self, data: bytes) -> None:
        self._received += data
        if not self._size:
            self._size = self._expected()
        if self._size and len(self._received) >= self._size:
            self._finish()

    def _expected(self) -> int:
        """Bytes of the whole answer; 0 until its head is there."""
        end = self._received.find(HEAD_END)
        length = LENGTH.search(self._received, 0, end) if end >= 0 else None
        return end + len(HEAD_END) + int(length[1]) if length else 0

    def _finish(self) -> None:
        head, _, body = bytes(self._received).partition(HEAD_END)
        self._received.clear()
        self._size = 0
        if self._answer is None or self._answer.done():
            return
        if head.startswith(b"HTTP/1.1 200 "):
            self._answer.set_result(body)
        else:
            self._answer.set_exception(ServerError(f"{head.splitlines()[0].decode()}: {body[:2000].decode()}"))


@asynccontextmanager
async def connected(port: int, count: int = 1, source: str | None = None) -> AsyncIterator[list[Connection]]:
    """So many connections to this machine, from its loopback address `source`. Servers close those that are not used
    for some seconds."""
    loop = asyncio.get_running_loop()
    own = (source, 0) if source else None
    opened = [(await loop.create_connection(Connection, "127.0.0.1", port, local_addr=own))[1] for _ in range(count)]
    try:
        yield opened
    finally:
        for one in opened:
            one.close()


async def ask(port: int, request: bytes, source: str | None = None) -> bytes:
    """One request on a connection of its own."""
    async with connected(port, source=source) as (connection,):
        return await connection.ask(request)


def request(method: str, path: str, body: bytes = b"", **fields: str) -> bytes:
    """One request as it goes over the wire, with further header fields."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    head = (
        f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/graphql-response+json\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n{more}\r\n"
    )
    return head.encode() + body
