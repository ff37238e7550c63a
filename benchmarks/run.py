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
from cms.engines import EngineAddresses, engines_for
from cms.opening import open_desk
from cms.settings import load_settings


@dataclass(frozen=True, slots=True)
class Plan:
    """`sizes`: items per database. `more`: further pages and filters too."""

    sizes: Sequence[int]
    seconds: float
    rounds: int
    connections: int
    more: bool = False


async def run(plan: Plan, data_dir: Path, bars: Progress) -> tuple[Results, str]:
    """The results and what they were measured on. Everything is kept in `data_dir`."""
    settings = load_settings(data_dir=data_dir)
    async with engines_for(settings) as engines, AsyncExitStack() as stack:
        prepared = [await _prepare(plan, engines, items, bars) for items in sorted(plan.sizes)]
        servers = [
            await stack.enter_async_context(served(engines, _database(items), items, queries, _log(data_dir, items)))
            for items, (queries, _machine) in zip(sorted(plan.sizes), prepared, strict=True)
        ]
        measuring = Measuring(servers, plan.seconds, plan.connections)
        bar = bars.add_task("Measuring", total=plan.rounds * measuring.turns)
        return await measuring.run(plan.rounds, lambda: bars.advance(bar)), prepared[0][1]


async def _prepare(plan: Plan, engines: EngineAddresses, items: int, bars: Progress) -> tuple[list[Query], str]:
    settings = load_settings(mongodb_database=_database(items))
    bar = bars.add_task(f"Loading {items:,} items", total=items)
    async with open_desk(settings, engines) as desk:
        await load_content(desk, items, lambda loaded: bars.advance(bar, loaded))
        queries = await main_queries(desk, items, engines.secret_key)
        return [*queries, *(more_queries(items) if plan.more else [])], await machine(desk)


def _log(data_dir: Path, items: int) -> Path:
    return data_dir / f"server-{items}.log"


def _database(items: int) -> str:
    return f"benchmark_{items}"
