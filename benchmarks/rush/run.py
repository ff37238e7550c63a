"""One rush: quiet first, then everybody at once, then the count."""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from email.message import Message
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.connection import request
from benchmarks.content.loading import load_content
from benchmarks.mail_sink import mail_sink
from benchmarks.queries import main_queries
from benchmarks.rush.applicants import Submission, submit_all
from benchmarks.rush.checks import faults
from benchmarks.rush.letters import template
from benchmarks.rush.scene import Ready, set_scene
from benchmarks.rush.visitors import Visitors
from benchmarks.served import Served, served
from cms.engines import EngineAddresses
from cms.opening import open_desk
from cms.settings import load_settings

ITEMS = 1_000
WINDOW_SECONDS = 60.0
LAST_CLICK = 0.75
"""Of the window: whoever clicks after that cannot be through within it."""
QUIET_SECONDS = 15.0
MAIL_SECONDS = 120.0


@dataclass(slots=True)
class Rush:
    """`seconds` from the first click to the last receipt; latencies of delivery in seconds; processor time that the
    server and MongoDB used meanwhile, visitors and mails included."""

    people: int
    submissions: list[Submission] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    mails_after: float = 0.0
    unanswered: int = 0
    cpu: float = 0.0
    database_cpu: float = 0.0
    quiet: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)


async def rush(people: int, engines: EngineAddresses, logs: Path, tell: Callable[[str], object]) -> Rush:
    """With these engines; the server's log goes to the folder `logs`."""
    settings = load_settings(mongodb_database="benchmark_rush")
    async with mail_sink() as mails, open_desk(settings, engines) as desk:
        tell("Loading content")
        await load_content(desk, ITEMS, lambda loaded: None)
        series = await desk.repository.published.find({"type": "Series"}, fields=["_id"], limit=1)
        tell(f"Filling in {people} applications")
        waiting = await set_scene(desk, people, series[0]["_id"])
        queries = await main_queries(desk, ITEMS, engines.secret_key)
        extra = {"BENCHMARK_WORKER": "1", "CMS_SMTP_URL": mails.url}
        async with served(engines, "benchmark_rush", ITEMS, queries, logs / "rush.log", extra) as server:
            found = Rush(people)
            await _measure(server, found, waiting, mails.received, tell)
        tell("Checking every receipt and every letter")
        found.faults = await faults(desk, found.submissions, mails.received)
        return found


async def _measure(server: Served, found: Rush, waiting: list[Any], mails: list[Message], tell: Any) -> None:
    edition = next(one for one in server.queries if one.name == "edition page")
    visitors = Visitors(server.port, request("POST", "/graphql", edition.body))
    asking = asyncio.create_task(visitors.keep_asking())
    try:
        tell("Quiet")
        await asyncio.sleep(2)
        visitors.take()
        await asyncio.sleep(QUIET_SECONDS)
        found.quiet = visitors.take()
        tell("Rush")
        before = await server.usage()
        started = time.perf_counter()
        await _everybody(server, found, waiting)
        found.seconds = time.perf_counter() - started
        found.busy, found.unanswered = visitors.take(), visitors.unanswered
        await _mails_are_there(mails, len(found.submissions))
        found.mails_after = time.perf_counter() - started
        after = await server.usage()
        found.cpu, found.database_cpu = after.cpu - before.cpu, after.database_cpu - before.database_cpu
    finally:
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking


async def _everybody(server: Served, found: Rush, waiting: list[Ready]) -> None:
    """In a process of their own: what they compute must not delay the visitors, who are timed here."""
    letter, chance = template(), random.Random(2025)
    waits = sorted(chance.uniform(0, WINDOW_SECONDS * LAST_CLICK) for _ in waiting)
    url = f"http://127.0.0.1:{server.port}"
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        done = asyncio.get_running_loop().run_in_executor(pool, submit_all, url, waiting, letter, waits)
        found.submissions, found.refused = await done


async def _mails_are_there(mails: list[Message], wanted: int) -> None:
    end = time.perf_counter() + MAIL_SECONDS
    while len(mails) < wanted and time.perf_counter() < end:
        await asyncio.sleep(0.1)
