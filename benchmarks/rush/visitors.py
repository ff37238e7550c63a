"""Visitors of sites meanwhile: one request after the other, a breath between them."""

import asyncio
import time

from benchmarks.connection import ServerError, ask

BREATH = 0.05


class Visitors:
    """`unanswered`: how many requests were given up by the server, all the time."""

    def __init__(self, port: int, request: bytes) -> None:
        self._port = port
        self._request = request
        self._latencies: list[float] = []
        self.unanswered = 0

    async def keep_asking(self) -> None:
        """Until it is cancelled. Each asks on a connection of its own, as visitors come from everywhere."""
        while True:
            started = time.perf_counter()
            try:
                await ask(self._port, self._request)
            except (ServerError, OSError):
                self.unanswered += 1
            self._latencies.append(time.perf_counter() - started)
            await asyncio.sleep(BREATH)

    def take(self) -> list[float]:
        taken, self._latencies = self._latencies, []
        return taken
