"""Closed-loop load: each connection asks again as soon as it is answered."""

import asyncio
import time
from dataclasses import dataclass

from benchmarks.connection import Connection, ServerError, connected


@dataclass(frozen=True, slots=True)
class Load:
    """`latencies` of all requests, and `seconds` from the first request to the last answer."""

    latencies: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.latencies) / self.seconds


async def put_load(port: int, connections: int, request: bytes, answer: bytes, seconds: float) -> Load:
    """At least one request per connection. Raises ServerError where an answer is not `answer`."""
    async with connected(port, connections) as opened:
        started = time.perf_counter()
        loops = (_ask_until(started + seconds, one, request, answer) for one in opened)
        latencies = [latency for each in await asyncio.gather(*loops) for latency in each]
        return Load(latencies, time.perf_counter() - started)


async def _ask_until(end: float, connection: Connection, request: bytes, answer: bytes) -> list[float]:
    latencies: list[float] = []
    now = time.perf_counter()
    while now < end or not latencies:
        asked = now
        if await connection.ask(request) != answer:
            raise ServerError("Under load the server gave another answer than before.")
        now = time.perf_counter()
        latencies.append(now - asked)
    return latencies
