"""One run: content, a server whose callbacks are timed, and rounds of quiet and of attacks."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import httpx
import orjson

from benchmarks.connection import ask, request
from benchmarks.content.loading import load_content
from benchmarks.content.maker import Maker
from benchmarks.event_loop.attackers import Attacked, attack_all
from benchmarks.event_loop.attacks import LARGE_PAGE, Attack, attacks
from benchmarks.event_loop.callbacks import Longest
from benchmarks.gauge import CALLBACKS
from benchmarks.queries import main_queries
from benchmarks.rush.visitors import Visitors
from benchmarks.served import Served, served
from cms.accounts.people import create_account
from cms.content.richtext import from_html
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services

DATABASE = "benchmark_event_loop"
EMAIL, PASSWORD = "attacker@example.org", "four hostile clients at once"
TEXTS, PARAGRAPHS = 4, 620
"""Of the large item: 780 KB as JSON; one text has 256 KB at most."""


@dataclass(frozen=True, slots=True)
class Plan:
    items: int = 1_000
    rounds: int = 5
    quiet_seconds: float = 8.0
    attack_seconds: float = 20.0
    clients: int = 4
    visitors: int = 2


@dataclass(slots=True)
class Round:
    """Latencies in seconds."""

    quiet: list[float]
    busy: list[float]
    longest: Longest
    attacked: Attacked
    resident_bytes: int


@dataclass(slots=True)
class Run:
    plan: Plan
    attacks: int = 0
    unanswered: int = 0
    rounds: list[Round] = field(default_factory=list)


async def run(plan: Plan, engines: EngineAddresses, logs: Path, tell: Callable[[str], object]) -> Run:
    """With these engines; the server's log goes to the folder `logs`."""
    async with open_services(load_settings(mongodb_database=DATABASE), engines) as services:
        tell("Loading content")
        await load_content(services, plan.items, lambda loaded: None)
        await _make_large_page(services)
        await create_account(services, email=EMAIL, name="Attacker", password=PASSWORD, roles={"*": ["administrator"]})
        queries = await main_queries(services, plan.items, engines.secret_key)
        extra = {"BENCHMARK_CALLBACKS": "1"}
        async with served(engines, DATABASE, plan.items, queries, logs / "event-loop.log", extra) as server:
            return await _rounds(plan, server, tell)


async def _make_large_page(services: Services) -> None:
    words = "Lorem ipsum dolor sit amet, consectetur. " * 6
    body = from_html(f"<p>{words}<strong>Bold words</strong></p>" * PARAGRAPHS)
    data = {"title": {"en": "Large"}, "blocks": {"en": [{"kind": "text", "body": body}] * TEXTS}}
    await Maker(services).make("Page", data, slugs={"en": LARGE_PAGE})


async def _rounds(plan: Plan, server: Served, tell: Callable[[str], object]) -> Run:
    sent = attacks(await _session(server.port))
    done = Run(plan, len(sent))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        async with _visitors(plan, server, done) as visitors:
            await asyncio.sleep(2)
            for number in range(plan.rounds):
                tell(f"Round {number + 1} of {plan.rounds}")
                done.rounds.append(await _round(plan, server, visitors, pool, sent, number))
    return done


async def _round(
    plan: Plan, server: Served, visitors: list[Visitors], pool: ProcessPoolExecutor, sent: list[Attack], number: int
) -> Round:
    _taken(visitors)
    await asyncio.sleep(plan.quiet_seconds)
    quiet = _taken(visitors)
    await _longest(server.port)
    about = (server.port, sent, plan.clients, plan.attack_seconds, number * 1_000_000)
    attacked = await asyncio.get_running_loop().run_in_executor(pool, attack_all, *about)
    busy, longest = _taken(visitors), await _longest(server.port)
    return Round(quiet, busy, longest, attacked, (await server.usage()).resident_bytes)


@asynccontextmanager
async def _visitors(plan: Plan, server: Served, done: Run) -> AsyncIterator[list[Visitors]]:
    edition = next(one for one in server.queries if one.name == "edition page")
    visitors = [Visitors(server.port, request("POST", "/graphql", edition.body)) for _ in range(plan.visitors)]
    asking = [asyncio.create_task(one.keep_asking()) for one in visitors]
    try:
        yield visitors
    finally:
        done.unanswered = sum(one.unanswered for one in visitors)
        for task in asking:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def _taken(visitors: list[Visitors]) -> list[float]:
    return [latency for one in visitors for latency in one.take()]


async def _longest(port: int) -> Longest:
    return Longest(**orjson.loads(await ask(port, request("GET", CALLBACKS))))


async def _session(port: int) -> str:
    """The cookie of somebody who is signed in."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.post("/session", json={"email": EMAIL, "password": PASSWORD})
        answer.raise_for_status()
        return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
