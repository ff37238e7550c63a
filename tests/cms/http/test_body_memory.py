"""Large bodies that are slow to come take a share of the memory, not all of it."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from cms.http import body_memory
from cms.http.client_address import network_of
from cms.http.connection import ConnectionLimits, connections
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone, read_body
from cms.http.shares import Shares
from tests.cms.http.served import served

LARGE = 100_000


@pytest.fixture(autouse=True)
def two_for_each_and_three_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_memory, "_bodies", Shares("bodies", {"network": 2 * LARGE, "all": 3 * LARGE}))
    monkeypatch.setattr(body_memory, "WAIT_SECONDS", 0.1)


async def reading(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    request = Request(scope, receive)
    declared = request.headers.get("content-length", "").encode()
    try:
        body = await read_body(receive, LARGE, declared, network=network_of(request))
        answer = PlainTextResponse(str(len(body)))
    except ClientGone:
        return
    except Refusal as refusal:
        answer = PlainTextResponse(refusal.message, refusal.status)
    await answer(scope, receive, send)


class Begun:
    """A request of which only the head was sent."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def answer(self, body: bytes = b"") -> bytes:
        self._writer.write(body)
        answer = await self._reader.read()
        self._writer.close()
        return answer

    def leave(self) -> None:
        self._writer.transport.abort()


async def begun(port: int, source: str, length: int | None = LARGE) -> Begun:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    how = b"Content-Length: %d" % length if length else b"Transfer-Encoding: chunked"
    writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%b\r\n\r\n" % how)
    return Begun(reader, writer)


@pytest.mark.parametrize("length", [LARGE, None])
async def test_slow_large_bodies_of_one_network_leave_room_for_others(length: int | None) -> None:
    async with served(reading, connections(ConnectionLimits())) as origin, asyncio.timeout(20):
        port = int(origin.rpartition(":")[2])
        slow = [await begun(port, "127.0.9.9", length) for _ in range(2)]
        await _held(2 * LARGE)
        refused = await (await begun(port, "127.0.9.9")).answer()
        small = await (await begun(port, "127.0.9.9", 3)).answer(b"abc")
        other = await (await begun(port, "127.0.9.8")).answer(b"x" * LARGE)
        for one in slow:
            one.leave()
        await _held(0)

    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"your network" in refused
    assert small.endswith(b"\r\n\r\n3")
    assert other.endswith(b"\r\n\r\n100000")


async def _held(byte_size: int) -> None:
    while body_memory._bodies.count("all") != byte_size:
        await asyncio.sleep(0.01)
