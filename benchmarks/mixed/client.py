"""The client's end: connections that are kept, asked in turns or as requests become due."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

from benchmarks.connection import Connection, ServerError
from benchmarks.mixed.figures import Answered

TIMEOUT_SECONDS = 30.0
MOST_WAITING = 5_000
"""Requests that are due and not answered: so many say that the server does not keep up."""

Ask = Callable[["Client"], Awaitable[None]]
"""Puts one request and looks at its answer. Raises ServerError."""
Asks = Mapping[str, Iterator[Ask]]
"""{kind: its requests, without an end}."""


class Client:
    """So many connections to one server of this machine, each with one request at a time."""

    def __init__(self, port: int, connections: int) -> None:
        self._port = port
        self._free = asyncio.LifoQueue[Connection | None]()
        for _ in range(connections):
            self._free.put_nowait(None)

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises ServerError for another status than 200, or where there is none for long."""
        connection = await self._free.get()
        try:
            if connection is None or connection.is_closed:
                connection = await self._open()
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return await connection.ask(request)
        except TimeoutError:
            connection = _closed(connection)
            raise ServerError(f"no answer within {TIMEOUT_SECONDS:.0f} seconds") from None
        except (ServerError, OSError) as error:
            connection = _closed(connection)
            raise ServerError(str(error)) from error
        finally:
            self._free.put_nowait(connection)

    async def _open(self) -> Connection:
        transport = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", self._port)
        return cast(Connection, transport[1])

    def close(self) -> None:
        while not self._free.empty():
            _closed(self._free.get_nowait())


def _closed(connection: Connection | None) -> None:
    if connection:
        connection.close()


@asynccontextmanager
async def client_of(port: int, connections: int) -> AsyncIterator[Client]:
    made = Client(port, connections)
    try:
        yield made
    finally:
        made.close()


@dataclass(slots=True)
class Putting:
    """Requests of a mix, drawn by their shares. `started`: by the clock of latencies; `errors`: how often what was
    said."""

    client: Client
    asks: Asks
    shares: Mapping[str, float]
    chance: random.Random
    started: float = field(default_factory=time.perf_counter)
    answered: list[Answered] = field(default_factory=list[Answered])
    errors: Counter[str] = field(default_factory=Counter[str])

    async def as_fast_as_answered(self, seconds: float, at_once: int) -> float:
        """Requests per second, with so many waiting at any time."""
        self.started = time.perf_counter()
        await asyncio.gather(*(self._until(self.started + seconds) for _ in range(at_once)))
        return len(self.answered) / (time.perf_counter() - self.started)

    async def at_a_rate(self, rate: float, seconds: float) -> None:
        """Requests become due by chance, `rate` a second on average, whether or not earlier ones are answered."""
        self.started, due, waiting = time.perf_counter(), 0.0, set[asyncio.Task[None]]()
        while (due := due + self.chance.expovariate(rate)) < seconds:
            ahead = due - self._now()
            if ahead > 0:
                await asyncio.sleep(ahead)
            task = asyncio.create_task(self._one(due))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            if len(waiting) > MOST_WAITING:
                raise ServerError(f"{MOST_WAITING} requests wait for an answer: the server does not keep up.")
        await asyncio.gather(*waiting)

    async def _until(self, end: float) -> None:
        while time.perf_counter() < end:
            await self._one(self._now())

    async def _one(self, due: float) -> None:
        [kind] = self.chance.choices(list(self.shares), list(self.shares.values()))
        try:
            await next(self.asks[kind])(self.client)
        except ServerError as error:
            self.errors[f"{kind}: {error}"[:300]] += 1
        else:
            self.answered.append(Answered(kind, due, self._now() - due))

    def _now(self) -> float:
        return time.perf_counter() - self.started
