"""The benchmark of a mixed load: what it asks is what it says, and its figures are judged by its targets."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.connection import ServerError
from benchmarks.mixed.client import Ask, Client, Putting, client_of
from benchmarks.mixed.figures import SHARES, Answered, Mixed, Sample, latencies
from benchmarks.mixed.reads import Read, kept, popular
from benchmarks.mixed.report import verdicts
from benchmarks.mixed.results import write
from benchmarks.mixed.run import Plan, run
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from tests.benchmarks.conftest import ITEMS

MB = 1_000_000
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\npage"


async def test_visitors_and_editors_are_measured_on_a_real_server(
    loaded_services: Services, addresses: EngineAddresses, tmp_path: Path
) -> None:
    done = await run(
        Plan(ITEMS, seconds=1, capacity_seconds=0.3, connections=2), addresses, tmp_path, lambda step: None
    )
    write(done, tmp_path / "results")

    assert not done.errors and {one.kind for one in done.answered} >= {"kept", "new"}
    assert 0 < done.rate < done.capacity and 0 < done.hits < 1
    assert len(done.samples) > 3
    assert all(one.resident > 50 * MB and 0 < one.caches < 50 * MB for one in done.samples)


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """Of a server that answers each request alike, and every hundredth not at all."""
    asked = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        while await reader.readline():
            asked += 1
            if asked % 100 == 0:
                break
            writer.write(ANSWER)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def always(asked: Ask) -> Iterator[Ask]:
    while True:
        yield asked


async def test_requests_come_at_the_rate_and_in_the_shares_asked_for_and_errors_are_counted(port: int) -> None:
    async with client_of(port, 3) as client:
        asks = {kind: always(Read(b"hello\n", b"page")) for kind in SHARES}
        putting = Putting(client, asks, SHARES, random.Random(1))
        await putting.at_a_rate(2_000, seconds=1)

    count = Counter(one.kind for one in putting.answered)
    assert 1_800 < count.total() + putting.errors.total() < 2_200
    assert 0.92 < count["kept"] / count.total() < 0.98 and count["new"] > count["write"] > 0
    assert 15 <= putting.errors.total() <= 25
    assert all(one.latency > 0 for one in putting.answered)


async def test_a_request_waits_from_the_moment_when_it_is_due(port: int) -> None:
    async def slow(client: Client) -> None:
        await client.ask(b"hello\n")
        await asyncio.sleep(0)

    async with client_of(port, 1) as client:
        putting = Putting(client, {"kept": always(slow)}, {"kept": 1.0}, random.Random(1))
        await client._free.get()  # the only connection is taken for a while
        asyncio.get_running_loop().call_later(0.2, client._free.put_nowait, None)
        await putting.at_a_rate(100, seconds=0.1)

    assert all(one.due < 0.1 and one.due + one.latency >= 0.2 for one in putting.answered)
    assert len(putting.answered) > 3


async def test_an_answer_about_nothing_is_an_error(port: int) -> None:
    async with client_of(port, 1) as client:
        with pytest.raises(ServerError):
            await Read(b"hello\n", b"another page")(client)


def test_the_first_pages_are_asked_for_most() -> None:
    pages = popular(1_000)
    count = Counter(id(one) for one in islice(kept(pages, random.Random(1)), 5_000))

    assert count[id(pages[0])] > 3 * count[id(pages[5])] > 3 * count[id(pages[50])] > 0


def measured(growth: float = 0.0, caches: float = 100.0, errors: int = 0, answered: int = 900) -> Mixed:
    """Fifteen minutes at a request a second: of 200 MB without caches in the middle, growing by so many MB a minute."""
    done = Mixed("a machine", 1_000, 900.0, 16, capacity=10 / 7, rate=1.0, hits=0.9)
    for minute in range(16):
        own = int((200 + growth * (minute - 7.5)) * MB) if minute >= 5 else 20 * MB
        done.samples.append(Sample(minute * 60.0, own + int(caches * MB), int(caches * MB), 300 * MB))
    done.answered = [Answered("kept", float(at), 0.002) for at in range(answered)]
    done.errors["kept: a fault"] += errors
    return done


@pytest.mark.parametrize(
    ("done", "judged"),
    [
        (measured(), [True, True, True, True]),
        (measured(errors=1), [False, True, True, True]),
        (measured(answered=870), [True, False, True, True]),
        (measured(growth=0.99), [True, True, True, True]),
        (measured(growth=1.01), [True, True, False, True]),
        (measured(growth=-5.0), [True, True, True, True]),
    ],
)
def test_each_target_is_judged(done: Mixed, judged: list[bool]) -> None:
    assert [line.startswith("within:") for line in verdicts(done)] == judged
    assert done.is_within == all(judged)


@pytest.mark.parametrize(("megabytes", "is_within"), [(250, True), (251, False)])
def test_memory_is_that_without_caches(megabytes: int, is_within: bool) -> None:
    done = measured()
    done.samples = [replace(one, resident=megabytes * MB + one.caches) for one in done.samples]

    assert done.is_within == is_within


def test_latencies_are_told_for_each_part_of_the_time() -> None:
    done = measured()
    done.answered = [Answered("kept", 1.0, 0.002), Answered("kept", 2.0, 0.004), Answered("new", 899.0, 0.1)]

    assert [(one.kind, one.minutes, one.count, one.p50) for one in latencies(done, parts=3)] == [
        ("kept", 0.0, 2, 3.0),
        ("new", 10.0, 1, 100.0),
    ]


def test_the_results_have_every_sample_and_a_line_for_each_figure(tmp_path: Path) -> None:
    write(measured(), tmp_path)

    written = json.loads((tmp_path / "mixed.json").read_text())
    assert written["commit"] and len(written["verdicts"]) == 4 and len(written["samples"]) == 16
    memory = ElementTree.fromstring((tmp_path / "mixed-memory.svg").read_text())
    points = [each.get("points", "").split() for each in memory.iter("{http://www.w3.org/2000/svg}polyline")]
    assert [len(each) for each in points] == [16] * 4
    assert (tmp_path / "mixed-latencies.svg").exists()
