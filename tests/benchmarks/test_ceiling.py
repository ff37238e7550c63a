"""The benchmark of cached pages over few items: everything is measured, and judged by its targets."""

import contextlib
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.ceiling.exchange import Exchange, exchange, get
from benchmarks.ceiling.figures import Ceiling, Pair, Turns, Visible
from benchmarks.ceiling.flood import Flood
from benchmarks.ceiling.report import verdicts
from benchmarks.ceiling.results import write
from benchmarks.ceiling.run import Plan, run
from benchmarks.ceiling.saturation import saturate
from benchmarks.connection import ServerError
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from tests.benchmarks.conftest import ITEMS

PAGE = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\ndate: %d\r\n\r\npage"
UNCHANGED = b'HTTP/1.1 304 Not Modified\r\netag: "a"\r\ndate: %d\r\n\r\n'
Answer = Callable[[int], bytes]
Serve = Callable[[Answer], int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """The port of a server whose nth answer on a connection is `answer(n)`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def begin(answer: Answer) -> int:
            threading.Thread(target=_accept, args=(listening, answer), daemon=True).start()
            return int(listening.getsockname()[1])

        yield begin


def _accept(listening: socket.socket, answer: Answer) -> None:
    while True:
        try:
            opened, _address = listening.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(opened, answer), daemon=True).start()


def _answer(opened: socket.socket, answer: Answer) -> None:
    number = 0
    with opened, contextlib.suppress(ConnectionError):
        while opened.recv(65536):
            opened.sendall(answer(number))
            number += 1


@pytest.mark.parametrize(("answer", "status"), [(PAGE, 200), (UNCHANGED, 304)])
def test_answers_with_and_without_a_body_are_counted(serve: Serve, answer: bytes, status: int) -> None:
    port = serve(lambda number: answer % (number % 10))

    load = saturate(port, exchange(port, get("/"), status), connections=3, seconds=0.1)

    assert len(load.latencies) > 10
    assert 0.1 <= load.seconds < 10 and min(load.latencies) > 0


@pytest.mark.parametrize(
    "other", [b"HTTP/1.1 500 Oh\r\ncontent-length: 4\r\n\r\npage", PAGE.replace(b"page", b"x" * 99999)]
)
def test_another_answer_under_load_ends_the_measurement(serve: Serve, other: bytes) -> None:
    port = serve(lambda number: other if number == 2 else PAGE % 1)

    with pytest.raises(ServerError):
        saturate(port, exchange(port, get("/")), connections=1, seconds=5)


def test_each_query_of_a_flood_is_another_one_and_any_answer_is_counted(serve: Serve) -> None:
    port = serve(lambda number: PAGE % 1 if number % 2 else b"HTTP/1.1 429 Slow\r\ncontent-length: 2\r\n\r\nno")
    flood = Flood(port, "query A { site { key } }", {}, connections=2)

    saturate(port, Exchange(get("/"), b"HTTP/1.1 ", b""), connections=1, seconds=0.1, flood=flood)

    assert flood.body() != flood.body()
    assert min(flood.statuses[200], flood.statuses[429]) > 1 and set(flood.statuses) == {200, 429}


async def test_pages_and_changes_are_measured_on_real_servers(
    loaded_services: Services, addresses: EngineAddresses, tmp_path: Path
) -> None:
    plan = Plan(ITEMS, rounds=1, seconds=0.05, connections=2, flood_connections=1, changes=2, processes=1)

    done = await run(plan, addresses, tmp_path, lambda step: None)
    write(done, tmp_path / "results")

    assert [len(each.ours.rates) for each in done.pairs] == [1] * 4
    assert len(done.visible.waits) == 2 and min(done.visible.waits) > 0
    written = json.loads((tmp_path / "results" / "ceiling.json").read_text())
    assert len(written["verdicts"]) == 5 and len(written["pages"]) == 3
    assert {path.name for path in (tmp_path / "results").glob("*.svg")} == {"pages.svg", "visible.svg"}


def pair(rate: float, cpu: float) -> Pair:
    hello, ours = Turns([100, 200, 400], [2.0, 2, 2], [1.0], [1.0]), Turns([], [], [1.0], [1.0])
    ours.rates, ours.cpu = [each * rate for each in hello.rates], [each * cpu for each in hello.cpu]
    return Pair("page", "hello", 0.85, 1.3, hello, ours)


@pytest.mark.parametrize(
    ("rate", "cpu", "p99", "judged"),
    [
        (0.85, 1.3, 20.0, ["within", "within"]),
        (0.84, 1.3, 20.0, ["MISSED", "within"]),
        (0.85, 1.31, 20.0, ["MISSED", "within"]),
        (0.85, 1.3, 20.1, ["within", "MISSED"]),
    ],
)
def test_each_target_is_judged(rate: float, cpu: float, p99: float, judged: list[str]) -> None:
    done = Ceiling("a machine", pages=[pair(rate, cpu)], visible=Visible(3, 20.0, [p99] * 100))

    assert [line.partition(":")[0] for line in verdicts(done)] == judged
    assert done.is_within == ("MISSED" not in judged)


def test_a_disturbed_round_decides_nothing() -> None:
    disturbed = pair(0.9, 1.0)
    disturbed.ours.rates[1] = 1.0

    assert disturbed.rate == pytest.approx(0.9)


def test_pictures_show_each_figure_once(tmp_path: Path) -> None:
    write(Ceiling("a machine", pages=[pair(0.5, 1.0)], visible=Visible(3, 20.0, [1.0, 40.0])), tmp_path)

    pages = ElementTree.fromstring((tmp_path / "pages.svg").read_text())
    texts = [each.text for each in pages.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["hello", "200", "page", "100"]
    [curve] = re.findall(r'polyline points="([^"]*)"', (tmp_path / "visible.svg").read_text())
    assert len(curve.split()) == 3
