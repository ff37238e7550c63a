"""One whole run: engines, databases, servers, rounds."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from benchmarks.content.loading import load_content
from benchmarks.figures import Results
from benchmarks.machine import machine
from benchmarks.measuring import Measuring
from benchmarks.queries import Query, main_queries, more_queries
from benchmarks.served import served
from cms.kernel.engines import EngineAddresses, engines_for
from cms.kernel.settings import load_settings
from cms.opening import open_services


@dataclass(frozen=True, slots=True)
class Plan:
    """`sizes`: items per database. `more`: further pages and filters too."""

    sizes: Sequence[int]
    seconds: float
    rounds: int
    connections: int
    more: bool = False


async def run(plan: Plan, data_dir: Path, bars: Progress) -> tuple[Results, str]:
    """The results and what they were measured on, with engines of its own that keep everything in `data_dir`."""
    async with engines_for(load_settings(data_dir=data_dir)) as engines:
        return await run_on(plan, engines, data_dir, bars)


async def run_on(plan: Plan, engines: EngineAddresses, logs: Path, bars: Progress) -> tuple[Results, str]:
    """The same with these engines; the servers' logs go to the folder `logs`."""
    sizes = sorted(plan.sizes)
    prepared = [await _prepare(plan, engines, items, bars) for items in sizes]
    async with AsyncExitStack() as stack:
        servers = [
            await stack.enter_async_context(
                served(engines, database_of(items), items, queries, logs / f"server-{items}.log")
            )
            for items, (queries, _machine) in zip(sizes, prepared, strict=True)
        ]
        measuring = Measuring(servers, plan.seconds, plan.connections)
        bar = bars.add_task("Measuring", total=plan.rounds * measuring.turns)
        return await measuring.run(plan.rounds, lambda: bars.advance(bar)), prepared[0][1]


async def _prepare(plan: Plan, engines: EngineAddresses, items: int, bars: Progress) -> tuple[list[Query], str]:
    settings = load_settings(mongodb_database=database_of(items))
    bar = bars.add_task(f"Loading {items:,} items", total=items)
    async with open_services(settings, engines) as services:
        await load_content(services, items, lambda loaded: bars.advance(bar, loaded))
        queries = await main_queries(services, items, engines.secret_key)
        return [*queries, *(await more_queries(services, items) if plan.more else [])], await machine(services)


def database_of(items: int) -> str:
    return f"benchmark_{items}"
