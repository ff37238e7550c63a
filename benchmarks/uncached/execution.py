"""Execution alone, in this process: of the delivery API, and of bare graphql-core with the same schema and data.

Bare graphql-core has dictionaries with the very values of the answer: no resolver of ours, no Strawberry, no text to
format, and its document is parsed and validated before. As it has nothing to find, what our resolvers await (site,
list, references, with their commands to the database) is timed apart.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
from graphql import ExecutionResult, build_schema, execute, parse, validate

from benchmarks.connection import ServerError
from benchmarks.figures import MILLI, leaves
from benchmarks.queries import Query
from benchmarks.uncached.figures import Execution
from cms.app import delivery_context
from cms.kernel.graphql_request import GraphQLRequest, Outcome
from cms.kernel.services import Services
from schema.delivery.schema import schema, sdl
from schema.execution.execute import Executor
from schema.execution.fair_execution import FairExecution
from storage.change_stream import LiveChangeStream
from storage.live_items.live_items import LiveItems

Run = Callable[[], Awaitable[bytes]]
WARMING = 5
FOLLOWING_SECONDS = 10.0
"""Until the change stream is followed, before which nothing is kept."""


class Finding:
    """`seconds`: of CPU that this process used while something was awaited that is timed."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._under_way = 0
        self._begun = 0.0

    def begin(self) -> None:
        self._under_way += 1
        if self._under_way == 1:
            self._begun = time.process_time()

    def end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.seconds += time.process_time() - self._begun


@contextmanager
def timed_finding() -> Iterator[Finding]:
    """Whatever a resolver awaits goes through this one method."""
    finding, awaited = Finding(), FairExecution.with_abort_signal

    async def timed(self: FairExecution, awaitable: Awaitable[Any]) -> Any:
        finding.begin()
        try:
            return await awaited(self, awaitable)
        finally:
            finding.end()

    FairExecution.with_abort_signal = timed
    try:
        yield finding
    finally:
        FairExecution.with_abort_signal = awaited


class Executions:
    """`queries`: {name of the target: query}. What visitors read is kept in memory, as the server does."""

    def __init__(
        self, services: Services, secret_key: str, changes: LiveChangeStream, queries: dict[str, Query]
    ) -> None:
        self._changes = changes
        self._queries = queries
        items = LiveItems(services.settings.entity_cache_bytes, changes)
        services.repository.mongo.live_changes.listen(items.changed)
        self._context = delivery_context(services, secret_key, items)
        self._executor = Executor(schema)
        self._bare = build_schema(sdl())
        self._pairs: list[tuple[Execution, Run, Run]] = []

    async def prepare(self) -> list[Execution]:
        """Raises ServerError where the two do not answer the same."""
        async with asyncio.timeout(FOLLOWING_SECONDS):
            while not self._changes.is_current():
                await asyncio.sleep(0.05)
        for name, query in self._queries.items():
            ours = self._ours(query)
            answer = [await ours() for _ in range(WARMING)][-1]
            bare = self._bare_run(query, orjson.loads(answer)["data"])
            if await bare() != answer:
                raise ServerError(f"Bare graphql-core answers the {name} query in another way.")
            self._pairs.append((Execution(name, leaves(orjson.loads(answer))), ours, bare))
        return [execution for execution, _, _ in self._pairs]

    async def turn(self, seconds: float) -> None:
        """One round: each in turn for so long."""
        for execution, ours, bare in self._pairs:
            with timed_finding() as finding:
                whole, runs = await _cpu(ours, seconds)
            execution.ours.append(whole - MILLI * finding.seconds / runs)
            execution.finding.append(MILLI * finding.seconds / runs)
            execution.bare.append((await _cpu(bare, seconds))[0])

    def _ours(self, query: Query) -> Run:
        asked = orjson.loads(query.body)
        request = GraphQLRequest(asked["query"], variables=asked["variables"])

        async def run() -> bytes:
            answer = await self._executor.execute(request, self._context)
            if answer.outcome is not Outcome.EXECUTED:
                raise ServerError(f"The {query.name} is answered with an error: {answer.body}")
            return answer.json()

        return run

    def _bare_run(self, query: Query, data: dict[str, Any]) -> Run:
        asked = orjson.loads(query.body)
        document = parse(asked["query"])
        if errors := validate(self._bare, document):
            raise ServerError(str(errors[0]))

        async def run() -> bytes:
            result = execute(self._bare, document, data, variable_values=asked["variables"])
            assert isinstance(result, ExecutionResult) and not result.errors
            return orjson.dumps({"data": result.data})

        return run


async def _cpu(run: Run, seconds: float) -> tuple[float, int]:
    """Milliseconds of CPU of one run, and how many there were."""
    began, cpu, runs = time.perf_counter(), time.process_time(), 0
    while not runs or time.perf_counter() - began < seconds:
        await run()
        runs += 1
    return MILLI * (time.process_time() - cpu) / runs, runs
