"""Visitors of sites meanwhile: one request after the other, a breath between them."""

import asyncio
import time

from benchmarks.connection import ask

BREATH = 0.05


class Visitors:
    """`latencies` in seconds, since the last `take`."""

    def __init__(self, port: int, request: bytes) -> None:
        self._port = port
        self._request = request
        self._latencies: list[float] = []

    async def keep_asking(self) -> None:
        """Until it is cancelled. Each asks on a connection of its own, as visitors come from everywhere."""
        while True:
            started = time.perf_counter()
            await ask(self._port, self._request)
            self._latencies.append(time.perf_counter() - started)
            await asyncio.sleep(BREATH)

    def take(self) -> list[float]:
        taken, self._latencies = self._latencies, []
        return taken
