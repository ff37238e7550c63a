"""Rounds of a rush over one CMS: quiet first, then everybody at once, then so beside troublemakers, then the count."""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from email.message import Message
from multiprocessing import get_context
from pathlib import Path

from benchmarks.connection import request
from benchmarks.content.loading import load_content
from benchmarks.mail_sink import mail_sink
from benchmarks.queries import main_queries
from benchmarks.rush.applicants import Submission, submit_all
from benchmarks.rush.checks import faults
from benchmarks.rush.letters import template
from benchmarks.rush.scene import Ready, set_scene
from benchmarks.rush.troublemakers import troublemakers
from benchmarks.rush.visitors import Visitors
from benchmarks.served import Served, served
from cms.kernel.engines import EngineAddresses
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.conditions import equal

ITEMS = 1_000
WINDOW_SECONDS = 60.0
LAST_CLICK = 0.75
"""Of the window: whoever clicks after that cannot be through within it."""
QUIET_SECONDS = 15.0
MAIL_SECONDS = 120.0

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many apply in each round; how many of others trickle meanwhile, and how many connections ask nothing."""

    people: int
    slow: int
    idle: int


@dataclass(slots=True)
class Round:
    """`seconds` from the first click to the last receipt; latencies of delivery in seconds; processor time that the
    server and MongoDB used meanwhile, visitors and mails included."""

    submissions: list[Submission] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    seconds: float = 0.0
    mails_after: float = 0.0
    unanswered: int = 0
    cpu: float = 0.0
    database_cpu: float = 0.0
    busy: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Rush:
    """`alone` and `beside` the troublemakers; `quiet`: latencies of delivery before both; `faults` of both."""

    crowd: Crowd
    alone: Round = field(default_factory=Round)
    beside: Round = field(default_factory=Round)
    quiet: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def rounds(self) -> tuple[Round, Round]:
        return self.alone, self.beside


async def rush(crowd: Crowd, engines: EngineAddresses, logs: Path, tell: Tell) -> Rush:
    """With these engines; the server's log goes to the folder `logs`."""
    settings = load_settings(mongodb_database="benchmark_rush")
    async with mail_sink() as mails, open_services(settings, engines) as services:
        tell("Loading content")
        await load_content(services, ITEMS, lambda loaded: None)
        series = await services.repository.published.find(equal({"type": "Series"}), fields=["_id"], limit=1)
        everybody = 2 * crowd.people + crowd.slow
        tell(f"Filling in {everybody} applications")
        waiting = await set_scene(services, everybody, series[0]["_id"])
        queries = await main_queries(services, ITEMS, engines.secret_key)
        extra = {"BENCHMARK_WORKER": "1", "CMS_SMTP_URL": mails.url}
        found = Rush(crowd)
        async with served(engines, "benchmark_rush", ITEMS, queries, logs / "rush.log", extra) as server:
            await _both(server, found, waiting, mails.received, tell)
        tell("Checking every receipt and every letter")
        found.faults = await faults(services, [*found.alone.submissions, *found.beside.submissions], mails.received)
        return found


async def _both(server: Served, found: Rush, waiting: list[Ready], mails: list[Message], tell: Tell) -> None:
    people = found.crowd.people
    edition = next(one for one in server.queries if one.name == "edition page")
    visitors = Visitors(server.port, request("POST", "/graphql", edition.body))
    asking = asyncio.create_task(visitors.keep_asking())
    trouble = troublemakers(_url(server), waiting[2 * people :], found.crowd.idle)
    try:
        tell("Quiet")
        await asyncio.sleep(2)
        visitors.take()
        await asyncio.sleep(QUIET_SECONDS)
        found.quiet = visitors.take()
        tell("Rush")
        await _round(server, found.alone, waiting[:people], visitors, mails, nullcontext())
        tell(f"Rush beside {found.crowd.slow} that trickle and {found.crowd.idle} connections that ask nothing")
        await _round(server, found.beside, waiting[people : 2 * people], visitors, mails, trouble)
    finally:
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking


async def _round(
    server: Served,
    found: Round,
    waiting: list[Ready],
    visitors: Visitors,
    mails: list[Message],
    trouble: AbstractAsyncContextManager[None],
) -> None:
    mails_before = len(mails)
    async with trouble:
        visitors.take()
        unanswered, before = visitors.unanswered, await server.usage()
        started = time.perf_counter()
        found.submissions, found.refused = await _everybody(server, waiting)
        found.seconds = time.perf_counter() - started
        found.busy, found.unanswered = visitors.take(), visitors.unanswered - unanswered
        await _mails_are_there(mails, mails_before + len(found.submissions))
        found.mails_after = time.perf_counter() - started
        after = await server.usage()
        found.cpu, found.database_cpu = after.cpu - before.cpu, after.database_cpu - before.database_cpu


async def _everybody(server: Served, waiting: Sequence[Ready]) -> tuple[list[Submission], list[str]]:
    """In a process of their own: what they compute must not delay the visitors, who are timed here."""
    letter, chance = template(), random.Random(2025)
    waits = sorted(chance.uniform(0, WINDOW_SECONDS * LAST_CLICK) for _ in waiting)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        work = (submit_all, _url(server), waiting, letter, waits)
        return await asyncio.get_running_loop().run_in_executor(pool, *work)


def _url(server: Served) -> str:
    return f"http://127.0.0.1:{server.port}"


async def _mails_are_there(mails: list[Message], wanted: int) -> None:
    end = time.perf_counter() + MAIL_SECONDS
    while len(mails) < wanted and time.perf_counter() < end:
        await asyncio.sleep(0.1)
