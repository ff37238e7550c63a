"""Clients of a real server that behave badly, and what the server has to do with them."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from cms.http.connection import BoundedConnection, ConnectionLimits, connections
from cms.http.pieces import InPieces
from tests.cms.http.served import served

MEGABYTE = 1024 * 1024
PATIENT = ConnectionLimits()
IMPATIENT = ConnectionLimits(head_seconds=0.2, body_seconds=0.2, read_seconds=0.2)


class Echo:
    """Answers with the body; `?n` asks for so many megabytes instead. `left` once it has ended, whatever the reason."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.left = asyncio.Event()
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        wanted = int(request.url.query or 0)
        self.asked.set()
        await self.may_go_on.wait()
        with contextlib.suppress(ClientDisconnect):
            content = b"x" * wanted * MEGABYTE if wanted else await request.body()
            await InPieces(Response(content))(scope, receive, send)
        self.left.set()


class Scene:
    """`made`: the server's side of all connections, in the order in which they came."""

    def __init__(self, origin: str, app: Echo, made: list[BoundedConnection]) -> None:
        self.origin = origin
        self.app = app
        self.made = made
        self.port = urlsplit(origin).port or 0

    async def connect(self, source: str = "127.0.0.1") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port, local_addr=(source, 0))

    async def ask(self, sent: bytes, source: str = "127.0.0.1") -> bytes:
        """All that comes back until the server ends the connection."""
        reader, writer = await self.connect(source)
        writer.write(sent)
        async with asyncio.timeout(10):
            answer = await reader.read()
        writer.close()
        return answer

    def silent_reader(self, megabytes: int) -> socket.socket:
        """Has asked for so much and takes nothing of it."""
        client = socket.create_connection(("127.0.0.1", self.port))
        client.sendall(b"GET /?%d HTTP/1.1\r\nHost: a\r\n\r\n" % megabytes)
        return client


@contextlib.asynccontextmanager
async def scene(limits: ConnectionLimits = PATIENT, app: Echo | None = None) -> AsyncIterator[Scene]:
    made: list[BoundedConnection] = []
    factory, echo = connections(limits), app or Echo()

    def noted(**of_uvicorn: object) -> BoundedConnection:
        made.append(factory(**of_uvicorn))
        return made[-1]

    async with served(echo, noted) as origin:
        yield Scene(origin, echo, made)
