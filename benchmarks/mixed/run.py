"""One run: content, a server with its worker, what it can do at most, and a share of that for as long as is wanted."""

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.connection import ServerError
from benchmarks.content.loading import load_content
from benchmarks.machine import machine
from benchmarks.mixed.client import Asks, Client, Putting, client_of
from benchmarks.mixed.figures import OF_CAPACITY, SHARES, Mixed, Sample
from benchmarks.mixed.reads import kept, new, popular
from benchmarks.mixed.writes import make_items, token_of_an_editor, writes
from benchmarks.run import database_of
from benchmarks.served import Served, served
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services

Tell = Callable[[str], object]
SAMPLES = 300
LEAST_BETWEEN = 0.05
"""Seconds between samples of memory."""
TOLD_EVERY = 50_000
HITS = re.compile(r'^cms_cache_requests_total{outcome="hits"[^}]*} (\S+)$', re.MULTILINE)
WITH_ALL = {"BENCHMARK_CACHE": "1", "BENCHMARK_WORKER": "1"}


@dataclass(frozen=True, slots=True)
class Plan:
    """`seconds` of the load; `capacity_seconds`: how long it is measured what the server can do at most."""

    items: int = 1_000_000
    seconds: float = 900.0
    capacity_seconds: float = 30.0
    connections: int = 16


async def run(plan: Plan, engines: EngineAddresses, logs: Path, tell: Tell) -> Mixed:
    """With these engines; the server's log goes to the folder `logs`. Raises ServerError, NotStarted."""
    database = database_of(plan.items)
    async with open_services(load_settings(mongodb_database=database), engines) as services:
        await load_content(services, plan.items, _told(plan.items, tell))
        tell("Items that will be written, and an editor")
        items, secret = await make_items(services), await token_of_an_editor(services)
        done = Mixed(await machine(services), plan.items, plan.seconds, plan.connections)
        async with (
            served(engines, database, plan.items, [], logs / "mixed.log", WITH_ALL) as server,
            client_of(server.port, plan.connections) as client,
        ):
            chance = random.Random(plan.items)
            pages = popular(plan.items)
            asks = {"kept": kept(pages, chance), "new": new(plan.items, chance), "write": writes(items, secret)}
            for page in pages * 2:
                await page(client)
            done.capacity = await _capacity(plan, client, asks, chance, tell)
            done.rate = OF_CAPACITY * done.capacity
            tell(f"{done.rate:,.0f} of {done.capacity:,.0f} requests/s for {plan.seconds / 60:.1f} minutes")
            await _load(done, services, server, Putting(client, asks, SHARES, chance))
    return done


def _told(items: int, tell: Tell) -> Callable[[int], None]:
    loaded = 0

    def progress(more: int) -> None:
        nonlocal loaded
        loaded += more
        if loaded == items or loaded % TOLD_EVERY < more:
            tell(f"Loaded {loaded:,} of {items:,} items")

    return progress


async def _capacity(plan: Plan, client: Client, asks: Asks, chance: random.Random, tell: Tell) -> float:
    """Raises ServerError where anything fails."""
    tell("What the server can do at most")
    putting = Putting(client, asks, SHARES, chance)
    rate = await putting.as_fast_as_answered(plan.capacity_seconds, plan.connections)
    if putting.errors:
        raise ServerError(f"{putting.errors.most_common(3)}")
    return rate


async def _load(done: Mixed, services: Services, server: Served, putting: Putting) -> None:
    hits, usage = await _hits(server), await server.usage()
    async with _sampling(done, services, server):
        await putting.at_a_rate(done.rate, done.seconds)
    done.answered, done.errors = putting.answered, putting.errors
    used, asked = await server.usage(), len(done.answered)
    done.cpu = 1000 * (used.cpu - usage.cpu) / asked
    done.database_cpu = 1000 * (used.database_cpu - usage.database_cpu) / asked
    reads = sum(one.kind != "write" for one in done.answered)
    done.hits = (await _hits(server) - hits) / reads


async def _hits(server: Served) -> float:
    """Reads that were answered with what was kept."""
    return sum(map(float, HITS.findall(await server.metrics())))


@asynccontextmanager
async def _sampling(done: Mixed, services: Services, server: Served) -> AsyncIterator[None]:
    task = asyncio.create_task(_sample(done, services, server))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _sample(done: Mixed, services: Services, server: Served) -> None:
    started = time.perf_counter()
    while True:
        usage, caches = await server.usage(), await server.cache_bytes()
        status = await services.repository.mongo.db.command("serverStatus")
        database = int(status["mem"]["resident"]) << 20
        done.samples.append(Sample(time.perf_counter() - started, usage.resident_bytes, caches, database))
        await asyncio.sleep(max(LEAST_BETWEEN, done.seconds / SAMPLES))
