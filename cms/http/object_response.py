"""Sends an object of the store through, no faster than the client takes it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from types import TracebackType
from typing import Protocol, Self

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from cms.http.client_address import network_of
from cms.http.shares import Full, Shares
from storage.errors import Unavailable

DOWNLOADS = Shares("downloads", {"network": 64, "all": 400})
"""Each holds a connection to the store."""
SHARE_SECONDS = 10.0

log = structlog.get_logger(__name__)


class ByteStream(Protocol):
    """An ObjectStream, or pieces that are made while they are sent."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class ObjectResponse(Response):
    """Ends early when the client leaves; the stream is closed in any case. A client whose network has its share of
    DOWNLOADS already waits for SHARE_SECONDS, then comes again."""

    def __init__(self, stream: ByteStream, status_code: int, headers: Mapping[str, str]) -> None:
        self.stream = stream
        self.status_code = status_code
        self.background = None
        self.init_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        leaving = asyncio.create_task(_disconnected(receive))
        try:
            network = network_of(Request(scope))
            async with self.stream, DOWNLOADS.held({"network": network}, seconds=SHARE_SECONDS):
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
                await self._send_body(send, leaving)
        except Full:
            await _busy()(scope, receive, send)
        except Unavailable as error:
            # The status is sent already: only the connection that breaks can tell the client.
            log.warning("download broken", path=scope["path"], reason=str(error))
        finally:
            leaving.cancel()

    async def _send_body(self, send: Send, leaving: asyncio.Task[None]) -> None:
        async for chunk in self.stream:
            if leaving.done():
                return
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _busy() -> Response:
    text = "Many files are on their way to your network: try again in a moment.\n"
    return PlainTextResponse(text, 503, {"cache-control": "no-store", "retry-after": "5"})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
