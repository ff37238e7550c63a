"""One run: rounds of a change, of which some come with a death, each followed by a comparison of all processes."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx

from benchmarks.no_stale_answer.changes import CHANGES, Refused, Writer
from benchmarks.no_stale_answer.latency import latencies
from benchmarks.no_stale_answer.questions import Question, questions
from benchmarks.no_stale_answer.scene import Scene
from benchmarks.no_stale_answer.servers import Server, Unanswered
from storage.interruptions import end_abandoned_transactions, kill_change_streams
from storage.live_changes import COLLECTION
from storage.mongo import Mongo

ELSEWHERE_SECONDS = 1.0
"""Up to when every other process shows a change."""
ASKED = 8
"""Questions of a round."""
TOGETHER_EVERY = 4
"""Rounds after which two processes write at once."""
READERS_PAUSE = 0.02
KEPT = (("answers", "items"), ("items",), ("answers", "items"))
"""By process. One without answers makes all of them of the items that it keeps."""
ABANDONED_SECONDS = 1.0
"""A transaction that was begun so long ago, and waits for its process, has none any more."""

PREVIEW = 'mutation { createPreview(input: {site: "eccp"}) { preview { token } } }'


@dataclass
class Report:
    """`stale`: what was answered wrongly, in words. `latencies`: milliseconds from the answer to a change until
    another process showed it, shortest first. `done`, `refused`: changes by their names. `deaths`: what was killed,
    with how often."""

    stale: list[str] = field(default_factory=list[str])
    latencies: list[float] = field(default_factory=list[float])
    done: Counter[str] = field(default_factory=Counter[str])
    refused: Counter[str] = field(default_factory=Counter[str])
    deaths: Counter[str] = field(default_factory=Counter[str])
    compared: int = 0
    hits: int = 0
    known_items: int = 0
    reads: int = 0

    def percentile(self, share: float) -> float:
        last = len(self.latencies) - 1
        return self.latencies[min(last, int(share * last + 0.5))] if self.latencies else 0.0

    def __str__(self) -> str:
        return (
            f"{sum(self.done.values())} changes ({sum(self.refused.values())} refused), {self.compared} comparisons, "
            f"{self.reads} reads beside them, {self.hits} answered from caches, {self.known_items} items read from "
            f"memory; killed: "
            f"{dict(self.deaths)}; in quiet visible elsewhere after p50 {self.percentile(0.5):.1f} ms, p99 "
            f"{self.percentile(0.99):.1f} ms; "
            f"{len(self.stale)} stale answers"
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """`death_every`: rounds after which something is killed; 0: nothing is. `quiet_changes`: by which it is measured
    first how soon others show one."""

    seed: int
    seconds: float
    processes: int = 3
    death_every: int = 12
    quiet_changes: int = 0


async def run(plan: Plan, environment: Mapping[str, str], mongo: Mongo, scene: Scene, logs: Path) -> Report:
    """`environment`: settings by which servers find the engines and the database that holds the scene."""
    async with _running(plan, environment, logs) as (oracle, keepers):
        one = Run(plan, oracle, keepers, mongo, scene)
        one.report.latencies = await latencies(keepers, scene, plan.quiet_changes)
        await one.until(time.monotonic() + plan.seconds)
        up = [server for server in keepers if server not in one.down]
        one.report.hits = sum([await server.hits() for server in up])
        one.report.known_items = sum([await server.known_items() for server in up])
        return one.report


@asynccontextmanager
async def _running(
    plan: Plan, environment: Mapping[str, str], logs: Path
) -> AsyncIterator[tuple[Server, list[Server]]]:
    oracle = Server("without a cache", environment, logs / "oracle.log", keeps=())
    keepers = [
        Server(f"no. {n}", environment, logs / f"server-{n}.log", keeps=KEPT[n % len(KEPT)])
        for n in range(plan.processes)
    ]
    try:
        for server in (oracle, *keepers):
            await server.start()
        yield oracle, keepers
    finally:
        for server in (oracle, *keepers):
            await server.stop()


class Run:
    def __init__(self, plan: Plan, oracle: Server, keepers: list[Server], mongo: Mongo, scene: Scene) -> None:
        self._plan, self._oracle, self._keepers, self._scene = plan, oracle, keepers, scene
        self._mongo, self._random, self.report = mongo, Random(plan.seed), Report()
        self.down: dict[Server, asyncio.Task[None]] = {}

    async def until(self, end: float) -> None:
        made = await self._oracle.manage(self._scene.secret, PREVIEW)
        asked = questions(made["createPreview"]["preview"]["token"])
        await self._check(asked)
        readers = [asyncio.ensure_future(self._read(server, asked)) for server in self._keepers]
        try:
            number = 0
            while time.monotonic() < end:
                number += 1
                await self._round(number, self._random.sample(asked, ASKED))
        finally:
            for task in (*readers, *self.down.values()):
                task.cancel()
            await asyncio.gather(*readers, *self.down.values(), return_exceptions=True)

    async def _check(self, asked: Sequence[Question]) -> None:
        """What cannot be asked would compare equal for ever."""
        for question in asked:
            status, answer = await question.ask(self._oracle.client)
            if status != 200 or "errors" in answer:
                raise RuntimeError(f"{question}: {status} {answer}")

    async def _read(self, server: Server, asked: Sequence[Question]) -> None:
        """Visitors, who make answers that are about to be old."""
        random = Random(self._plan.seed)
        while True:
            if server not in self.down:
                with suppress(httpx.HTTPError):  # it was killed meanwhile
                    await random.choice(asked).ask(server.client)
                    self.report.reads += 1
            await asyncio.sleep(READERS_PAUSE * random.random())

    async def _round(self, number: int, asked: Sequence[Question]) -> None:
        deadly = self._plan.death_every and number % self._plan.death_every == 0
        if deadly:
            await self._kill_something()
        up = self._random.sample(self._up(), len(self._up()))
        dies = bool(deadly) and len(up) == len(self._keepers) and self._random.random() < 0.5
        writing = up[:2] if number % TOGETHER_EVERY == 0 else up[:1]
        names = self._random.sample(list(CHANGES), len(writing))
        writers = [Writer(server, self._scene, self._random, number) for server in writing]
        changes = [
            self._change(name, one, dies=dies and one is writers[0]) for name, one in zip(names, writers, strict=True)
        ]
        await asyncio.gather(*changes)
        written, when = time.monotonic(), f"round {number}, {' beside '.join(names)}"
        at_once = [server for server in writing if len(writing) == 1 and not dies]
        await asyncio.gather(
            *(self._compare_here(server, asked, when) for server in at_once),
            *(self._compare_elsewhere(one, asked, written, when) for one in up if one not in (*at_once, *self.down)),
        )

    def _up(self) -> list[Server]:
        return [server for server in self._keepers if server not in self.down]

    async def _change(self, name: str, writer: Writer, *, dies: bool) -> None:
        """`dies`: the process is killed while it writes, so that the change may be there or not."""
        change = asyncio.ensure_future(self._counted(name, writer))
        if dies:
            await asyncio.sleep(0.1 * self._random.random())
            self.report.deaths["writing processes"] += 1
            self.down[writer.server] = asyncio.ensure_future(self._die(writer.server))
        await change

    async def _counted(self, name: str, writer: Writer) -> None:
        try:
            await CHANGES[name](writer)
            self.report.done[name] += 1
        except (Refused, Unanswered, httpx.HTTPError):
            self.report.refused[name] += 1

    async def _compare_here(self, server: Server, asked: Sequence[Question], when: str) -> None:
        """The next answer is that of the oracle, which is asked before and after, as the clock goes on."""
        for question in asked:
            first = await question.ask(self._oracle.client)
            given = await question.ask(server.client)
            if given != first and given != await question.ask(self._oracle.client):
                self._note(f"{when}: {server.name}, which wrote it", question, given, first)
            self.report.compared += 1

    async def _compare_elsewhere(self, server: Server, asked: Sequence[Question], written: float, when: str) -> None:
        """The same after a second at the latest."""
        for question in asked:
            given, expected = await self._settled(server, question, written + ELSEWHERE_SECONDS)
            if given != expected:
                self._note(f"{when}: {server.name}, which did not", question, given, expected)
            self.report.compared += 1

    async def _settled(self, server: Server, question: Question, end: float) -> tuple[Any, Any]:
        """(answer, the one of the oracle), which differ if they still do when `end` is over."""
        while True:
            begun, first = time.monotonic(), await question.ask(self._oracle.client)
            given = await question.ask(server.client)
            if given == first or begun > end:
                last = await question.ask(self._oracle.client)
                return given, given if given in (first, last) else last

    def _note(self, when: str, question: Question, given: Any, expected: Any) -> None:
        self.report.stale.append(f"{when}: {question}\n  given:    {given}\n  expected: {expected}")

    # -- deaths -----------------------------------------------------------------------------------------------------

    async def _kill_something(self) -> None:
        up = self._up()
        if len(up) == len(self._keepers) and self._random.random() < 0.5:
            victim = self._random.choice(up)
            self.report.deaths["processes"] += 1
            self.down[victim] = asyncio.ensure_future(self._die(victim))
            await asyncio.sleep(0)
        else:
            self.report.deaths["change streams"] += await kill_change_streams(self._mongo, COLLECTION)

    async def _die(self, server: Server) -> None:
        await server.kill()
        await asyncio.sleep(ABANDONED_SECONDS)
        await end_abandoned_transactions(self._mongo, ABANDONED_SECONDS * 0.9)
        await server.start()
        del self.down[server]
