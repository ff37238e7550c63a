"""Rounds in which every query and every database has its turn, so that a noisy machine is as noisy for all."""

from collections.abc import Callable, Sequence

from benchmarks.connection import ServerError, ask, request
from benchmarks.figures import Figures, Results
from benchmarks.gauge import YARDSTICK
from benchmarks.load import put_load
from benchmarks.memory import Memory
from benchmarks.served import Served

GRAPHQL = "/graphql"


class Measuring:
    """`seconds`: how long each turn takes with one connection and again with `connections`."""

    def __init__(self, servers: Sequence[Served], seconds: float, connections: int) -> None:
        self._servers = servers
        self._seconds = seconds
        self._connections = connections
        self._figures: dict[tuple[int, str], Figures] = {}
        self._yardsticks: dict[str, Figures] = {}

    async def run(self, rounds: int, progress: Callable[[], object]) -> Results:
        """`progress` is called after each turn; there are `turns` in each round."""
        await self._ask_once()
        first = [(await one.usage()).resident_bytes for one in self._servers]
        for number in range(rounds):
            await self._round(self._servers[:: -1 if number % 2 else 1], progress)
        memory = [
            Memory(one.items, at_first, (await one.usage()).resident_bytes, await one.cache_bytes())
            for one, at_first in zip(self._servers, first, strict=True)
        ]
        return Results(list(self._figures.values()), self._yardsticks, memory)

    @property
    def turns(self) -> int:
        return len(self._servers[0].queries) * (len(self._servers) + 1)

    async def _ask_once(self) -> None:
        """Every query once on every server: the answers that all later ones must be like."""
        for server in self._servers:
            for query in server.queries:
                answer = await ask(server.port, request("POST", GRAPHQL, query.body))
                if b'"errors":' in answer:
                    raise ServerError(f"The {query.name} is answered with an error: {answer[:2000].decode()}")
                figures = Figures(query.name, server.items, answer, finds_more=query.finds_more)
                self._figures[server.items, query.name] = figures
                self._yardsticks.setdefault(query.name, Figures(query.name, server.items, answer))

    async def _round(self, servers: Sequence[Served], progress: Callable[[], object]) -> None:
        for position, query in enumerate(self._servers[0].queries):
            for server in servers:
                body = server.queries[position].body
                await self._turn(server, request("POST", GRAPHQL, body), self._figures[server.items, query.name])
                progress()
            await self._yardstick(self._yardsticks[query.name], query.body)
            progress()

    async def _yardstick(self, figures: Figures, body: bytes) -> None:
        server = self._servers[0]
        await ask(server.port, request("PUT", YARDSTICK, figures.answer))
        await self._turn(server, request("POST", YARDSTICK, body), figures)

    async def _turn(self, server: Served, asked: bytes, figures: Figures) -> None:
        figures.add_alone(await put_load(server.port, 1, asked, figures.answer, self._seconds))
        before = await server.usage()
        load = await put_load(server.port, self._connections, asked, figures.answer, self._seconds)
        figures.add_busy(load, before, await server.usage())
