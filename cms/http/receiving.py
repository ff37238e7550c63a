"""Room for files that come in: a share for everybody, and turns at writing them down that nobody slow holds.

A file is read into memory block by block. Only a block that is whole waits for a turn, and whoever then brings no other
one soon gives the turn back, so that senders who trickle take nothing from those who bring something. Shares are
counted in all processes of the server, turns in this one. The lowest speed is the connection's.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass

from starlette.types import Receive

from cms.content.rules.file_types import MEGABYTE
from cms.http.refusal import Refusal
from cms.http.request_body import next_part
from cms.http.shares import Full, Shares

SENDERS = {"place": 1, "person": 8, "network": 100, "all": 300}
"""That may be sending at once. A browser sends six parts of files at once; an office has one network."""
DISK_BYTES = {"person": 1000 * MEGABYTE, "network": 4000 * MEGABYTE, "all": 8000 * MEGABYTE}
"""Of the scratch folder, counted by the size that was announced."""
TURNS = 16
TURN_SECONDS = 10.0
"""A part takes little longer: waiting is quicker than coming again."""
PATIENCE_SECONDS = 2.0
"""For the next block, before the turn is given back."""
BLOCK_BYTES = 512 * 1024
SLOWEST_BYTES_A_SECOND = 2048
"""On the whole: what the deadline of a file is made of."""
SHORTEST_DEADLINE, LONGEST_DEADLINE = 60.0, 3600.0
CLOSE = (b"connection", b"close")
"""The rest of what the client is sending is not read."""


@dataclass(frozen=True, slots=True)
class Sender:
    """`place`: where it is sent to, if that takes one sender at a time."""

    network: str
    person: str
    place: str | None = None

    @property
    def holders(self) -> dict[str, str]:
        return {"person": self.person, "network": self.network}


class Receiving:
    def __init__(self) -> None:
        self._senders = Shares("senders", SENDERS)
        self._disk = Shares("disk", DISK_BYTES)
        self._turns = asyncio.Semaphore(TURNS)

    @asynccontextmanager
    async def of(self, sender: Sender, byte_size: int) -> AsyncIterator["Incoming"]:
        """Raises Refusal where the sender has its share already."""
        place = {"place": sender.place} if sender.place else {}
        async with AsyncExitStack() as held:
            with _refusing():
                await held.enter_async_context(self._senders.held({**place, **sender.holders}, seconds=TURN_SECONDS))
            incoming = Incoming(self._disk, self._turns, sender, byte_size, held)
            held.callback(incoming.give_back)
            yield incoming


class Incoming:
    """What one sender brings, of about `byte_size` bytes."""

    def __init__(
        self, disk: Shares, turns: asyncio.Semaphore, sender: Sender, byte_size: int, held: AsyncExitStack
    ) -> None:
        self._disk, self._turns, self._held = disk, turns, held
        self._sender, self._byte_size = sender, byte_size
        self._has_room = self._has_turn = False
        self._seconds_left = deadline_of(byte_size)

    async def blocks(self, receive: Receive) -> AsyncGenerator[bytes]:
        """It all, of about BLOCK_BYTES each; close it. While one is being used it is the sender's turn, and also after
        the last one. Raises Refusal, ClientGone."""
        async with aclosing(_blocks(receive)) as coming:
            while (block := await self._next(coming)) is not None:
                await self._take_turn()
                yield block

    async def _next(self, coming: AsyncGenerator[bytes]) -> bytes | None:
        loop = asyncio.get_running_loop()
        started, timer = loop.time(), loop.call_later(PATIENCE_SECONDS, self.give_back)
        try:
            async with asyncio.timeout(self._seconds_left):
                return await anext(coming, None)
        except TimeoutError:
            raise Refusal(408, "REQUEST_TIMEOUT", "The file took too long. Send it again.", CLOSE) from None
        finally:
            timer.cancel()
            self._seconds_left -= loop.time() - started

    async def _take_turn(self) -> None:
        if not self._has_room:
            with _refusing():
                room = self._disk.held(self._sender.holders, self._byte_size, TURN_SECONDS)
                await self._held.enter_async_context(room)
            self._has_room = True
        if self._has_turn:
            return
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await self._turns.acquire()
        except TimeoutError:
            raise _busy("all") from None
        self._has_turn = True

    def give_back(self) -> None:
        """The turn, if it is the sender's."""
        if self._has_turn:
            self._has_turn = False
            self._turns.release()


def deadline_of(byte_size: int) -> float:
    """Seconds that are waited altogether for so many bytes."""
    return min(LONGEST_DEADLINE, SHORTEST_DEADLINE + byte_size / SLOWEST_BYTES_A_SECOND)


async def _blocks(receive: Receive) -> AsyncGenerator[bytes]:
    more, block = True, bytearray()
    while more:
        message = await next_part(receive)
        more = message.get("more_body", False)
        block += message.get("body", b"")
        if len(block) >= BLOCK_BYTES or not more:
            yield bytes(block)
            block.clear()


@contextmanager
def _refusing() -> Iterator[None]:
    """A share that is taken becomes an answer."""
    try:
        yield
    except Full as full:
        raise _busy(full.kind) from None


def _busy(kind: str) -> Refusal:
    status, code, text = _WORDS.get(kind, _WORDS["all"])
    return Refusal(status, code, text, (b"retry-after", b"5"), CLOSE)


_WORDS = {
    "place": (429, "UPLOAD_UNDER_WAY", "These bytes come in by another connection already: try again in a moment."),
    "person": (429, "TOO_MANY_REQUESTS", "As many of your files as may be are coming in: try again in a moment."),
    "network": (503, "BUSY", "Many files are coming in from your network: try again in a moment."),
    "all": (503, "BUSY", "Many files are coming in: try again in a moment."),
}
