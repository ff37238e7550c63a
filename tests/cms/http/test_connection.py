"""Clients that open a connection and then send too much, too slowly, or nothing; or never read."""

import asyncio
import contextlib
import socket
from urllib.parse import urlsplit

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from cms.http.connection import BoundedConnection
from tests.cms.http.served import served

HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"
MEGABYTE = 1024 * 1024


class Impatient(BoundedConnection):
    head_seconds = 0.2
    flush_seconds = 0.2


class Noting(Impatient):
    lost = asyncio.Event()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self.lost.set()


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """The body; `?n` asks for so many megabytes instead."""
    request = Request(scope, receive)
    wanted = int(request.url.query or 0)
    with contextlib.suppress(ClientDisconnect):
        content = b"x" * wanted * MEGABYTE if wanted else await request.body()
        await Response(content, headers={"connection": "close"} if wanted else {})(scope, receive, send)


async def answer_to(*parts: bytes, http: type[BoundedConnection] = BoundedConnection) -> bytes:
    """All that comes back until the server ends the connection."""
    async with served(echo, http) as origin:
        reader, writer = await connect(origin)
        for part in parts:
            writer.write(part)
            await asyncio.sleep(0)
        async with asyncio.timeout(10):
            answer = await reader.read()
        writer.close()
    return answer


async def connect(origin: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", urlsplit(origin).port)


@pytest.mark.parametrize("begun", [b"GET /", HEAD + b"X: ", HEAD + b"X: a\r\n" * 10])
async def test_an_endless_head_is_cut(begun: bytes) -> None:
    answer = await answer_to(begun, *[b"a" * 40_000] * 2)

    assert answer.startswith(b"HTTP/1.1 431 ")


async def test_endless_trailers_end_the_connection() -> None:
    chunked = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX: "

    with contextlib.suppress(ConnectionError):  # what was sent too much may be answered by a reset
        answer = await answer_to(chunked, *[b"a" * MEGABYTE] * 2)

        assert answer == b""


@pytest.mark.parametrize("sent", [b"", b"GET / HT", HEAD])
async def test_a_request_that_does_not_arrive_is_given_up(sent: bytes) -> None:
    answer = await answer_to(sent, http=Impatient)

    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_an_answer_that_nobody_reads_is_dropped() -> None:
    async with served(echo, Noting) as origin:
        with socket.create_connection(("127.0.0.1", urlsplit(origin).port or 0)) as silent:
            silent.sendall(b"GET /?64 HTTP/1.1\r\nHost: a\r\n\r\n")
            async with asyncio.timeout(10):
                await Noting.lost.wait()


async def test_a_long_body_is_no_long_head() -> None:
    length = 4 * MEGABYTE
    head = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % length

    answer = await answer_to(head, *[b"a" * MEGABYTE] * 4)

    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.count(b"a") >= length


async def test_a_request_in_time_is_answered_after_the_deadline() -> None:
    body = b"Connection: close\r\nContent-Length: 1\r\n\r\n"

    async with served(echo, Impatient) as origin:
        reader, writer = await connect(origin)
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\n" + body)
        await asyncio.sleep(2 * Impatient.head_seconds)
        writer.write(b"x")
        answer = await reader.read()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200 ")
