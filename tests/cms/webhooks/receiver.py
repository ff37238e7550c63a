"""A receiver of webhooks: a real HTTP server on loopback that does to each request what the test says."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from standardwebhooks import Webhook as Verifier

from tests.services import Clock

Respond = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Received:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """`answers` are used one after the other, the last one for all that follow."""

    url: str = ""
    answers: list[Respond] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    leaving: asyncio.Event = field(default_factory=asyncio.Event)

    def will(self, *answers: Respond) -> None:
        self.answers = list(answers)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in head[1:])
            }
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self.received.append(Received(head[0].split(" ")[1], headers, body))
            respond = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            await respond(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def status(code: int, body: bytes = b"", **headers: str) -> Respond:
    async def respond(writer: asyncio.StreamWriter) -> None:
        fields = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"HTTP/1.1 {code} X\r\ncontent-length: {len(body)}\r\n{fields}\r\n".encode() + body)
        await writer.drain()

    return respond


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    receiver.will(status(204))
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    try:
        yield receiver
    finally:
        receiver.leaving.set()
        server.close()
        await server.wait_closed()


def never(receiver: Receiver) -> Respond:
    """Takes the request and says nothing."""

    async def respond(writer: asyncio.StreamWriter) -> None:
        await receiver.leaving.wait()

    return respond


def dribbling(receiver: Receiver, head: bytes, piece: bytes) -> Respond:
    """Says yes, then never comes to an end."""

    async def respond(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while not (receiver.leaving.is_set() or writer.is_closing()):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.001)

    return respond


@pytest.fixture(autouse=True)
def present(clock: Clock) -> None:
    """Receivers look at the time of signatures."""
    clock.now = datetime.now(UTC).replace(microsecond=0)


def verified(receiver: Receiver, secret: str, at: int = -1) -> dict[str, Any]:
    """What a receiver makes of a request by the library of the specification. Raises WebhookVerificationError."""
    request = receiver.received[at]
    return Verifier(secret).verify(request.body, request.headers)
