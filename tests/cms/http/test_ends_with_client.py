"""What nobody waits for any more is stopped, unless it changes something."""

import asyncio

import pytest
from starlette.types import Receive, Scope, Send

from cms.http.connection import ConnectionLimits, connections
from cms.http.ends_with_client import EndsWithClient
from tests.cms.http.served import served


class Slow:
    """Answers after a second half that begins only when it may."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may_go_on = asyncio.Event()
        self.ended = asyncio.Event()
        self.was_stopped = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        self.asked.set()
        try:
            await self.may_go_on.wait()
        except asyncio.CancelledError:
            self.was_stopped = True
            raise
        finally:
            self.ended.set()


@pytest.mark.parametrize("how", ["close", "abort"])
@pytest.mark.parametrize(("method", "is_stopped"), [("GET", True), ("HEAD", True), ("POST", False)])
async def test_reading_ends_with_its_client(method: str, is_stopped: bool, how: str) -> None:
    app = Slow()
    server = connections(ConnectionLimits())
    async with served(EndsWithClient(app), server) as origin, asyncio.timeout(10):
        _reader, writer = await asyncio.open_connection("127.0.0.1", int(origin.rpartition(":")[2]))
        writer.write(f"{method} / HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        await app.asked.wait()
        getattr(writer.transport, how)()
        if not is_stopped:
            await asyncio.sleep(0.2)  # as long as it takes to be noticed, and some more
            app.may_go_on.set()
        await app.ended.wait()

    assert app.was_stopped is is_stopped
