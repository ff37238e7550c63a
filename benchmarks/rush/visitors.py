"""Visitors of sites meanwhile: one request after the other, a breath between them."""

import asyncio
import time
from itertools import cycle, product

from benchmarks.connection import ServerError, ask

BREATH = 0.05
ADDRESSES = (f"127.0.{third}.{fourth}" for third, fourth in cycle(product(range(10, 250), range(1, 255))))


class Visitors:
    """`unanswered`: how many requests were given up by the server, all the time."""

    def __init__(self, port: int, request: bytes) -> None:
        self._port = port
        self._request = request
        self._latencies: list[float] = []
        self.unanswered = 0

    async def keep_asking(self) -> None:
        """Until it is cancelled. Each asks on a connection and from an address of its own, as visitors come from
        everywhere."""
        while True:
            started = time.perf_counter()
            try:
                await ask(self._port, self._request, next(ADDRESSES))
            except (ServerError, OSError):
                self.unanswered += 1
            self._latencies.append(time.perf_counter() - started)
            await asyncio.sleep(BREATH)

    def take(self) -> list[float]:
        taken, self._latencies = self._latencies, []
        return taken
