"""One run: content, servers on one database, and rounds in which everything has its turn."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import orjson

from benchmarks.ceiling.cores import server_alone
from benchmarks.ceiling.figures import Ceiling, Pair, Visible
from benchmarks.ceiling.flood import Flood
from benchmarks.ceiling.pages import Turning, cases, size_of_page, target_of
from benchmarks.ceiling.visible import measure_changes
from benchmarks.content.loading import load_content
from benchmarks.machine import machine
from benchmarks.queries import Query, main_queries
from benchmarks.run import database_of
from benchmarks.served import Served, served
from cms.kernel.engines import EngineAddresses
from cms.kernel.settings import load_settings
from cms.opening import open_services

Tell = Callable[[str], object]
LEAST_BESIDE_A_FLOOD = 0.8
MOST_MS_UNTIL_VISIBLE = 20.0


@dataclass(frozen=True, slots=True)
class Plan:
    """`rounds` of turns of `seconds` with `connections`; then `changes`, each looked for in all `processes`; the
    first one is that whose pages are measured."""

    items: int = 1_000
    rounds: int = 7
    seconds: float = 1.0
    connections: int = 16
    flood_connections: int = 8
    changes: int = 100
    processes: int = 3


async def run(plan: Plan, engines: EngineAddresses, logs: Path, tell: Tell) -> Ceiling:
    """With these engines; the servers' logs go to the folder `logs`. Raises ServerError, NotStarted."""
    async with AsyncExitStack() as stack:
        settings = load_settings(mongodb_database=database_of(plan.items))
        services = await stack.enter_async_context(open_services(settings, engines))
        tell("Loading content")
        await load_content(services, plan.items, lambda loaded: None)
        query = (await main_queries(services, plan.items, engines.secret_key))[0]
        done = Ceiling(await machine(services), visible=Visible(plan.processes, MOST_MS_UNTIL_VISIBLE))
        servers = [
            await stack.enter_async_context(_server(plan, engines, logs / f"process-{number}.log", query))
            for number in range(plan.processes)
        ]
        await _measure_pages(plan, servers[0], query, done, tell)
        tell("Changes, as other processes show them")
        ports = [one.port for one in servers]
        await measure_changes(services, ports, target_of(query), done.visible, plan.changes)
    return done


def _server(plan: Plan, engines: EngineAddresses, log: Path, query: Query) -> AbstractAsyncContextManager[Served]:
    return served(engines, database_of(plan.items), plan.items, [query], log, {"BENCHMARK_CACHE": "1"})


async def _measure_pages(plan: Plan, server: Served, query: Query, done: Ceiling, tell: Tell) -> None:
    turning = Turning(server, plan.connections, plan.seconds)
    measured = await cases(server, query)
    page = measured[0].ours
    done.bytes = size_of_page(measured[0])
    done.pages = [each.pair for each in measured]
    done.flood = Pair("page by GET beside a flood", "page by GET", LEAST_BESIDE_A_FLOOD)
    flood = flood_of(server.port, query, plan.flood_connections)
    with server_alone(server.pid) as done.is_alone:
        for number in range(plan.rounds):
            tell(f"Pages, round {number + 1} of {plan.rounds}")
            for case in measured:
                turning.both(number, case)
        for number in range(plan.rounds):
            tell(f"Beside a flood, round {number + 1} of {plan.rounds}")
            turning.beside(number, page, done.flood, flood)
    done.flood_statuses = dict(flood.statuses)


def flood_of(port: int, query: Query, connections: int) -> Flood:
    asked = orjson.loads(query.body)
    return Flood(port, asked["query"], asked["variables"], connections)
