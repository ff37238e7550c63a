"""A CMS of several processes, as people start it."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.journeys.cms_process import CmsProcess

TOKEN = "figures-for-nobody-but-this-test"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("several") / "data", "--demo", processes="2", metrics_token=TOKEN)
    yield process
    with contextlib.suppress(ProcessLookupError):
        process.kill()


def test_the_demo_is_loaded_once_and_both_processes_answer(cms: CmsProcess) -> None:
    assert cms.said.count("Cluster CMS is ready.") == 1
    assert len(set(_answering(cms))) == 2


def test_the_figures_of_both_are_in_each_answer(cms: CmsProcess) -> None:
    figures = httpx.get(f"{cms.url}/metrics", headers={"authorization": f"Bearer {TOKEN}"}).text

    for process in (1, 2):
        assert f'process_resident_memory_bytes{{process="{process}"}}' in figures


def test_a_process_that_is_killed_comes_back_while_the_other_answers(cms: CmsProcess) -> None:
    killed = _answering(cms)[0]
    os.kill(killed, signal.SIGKILL)

    with httpx.Client(base_url=cms.url) as visitor:
        assert visitor.get("/readyz").status_code == 200
    while killed in (now := _answering(cms)) or len(set(now)) < 2:
        time.sleep(0.05)
    assert "process ended" in cms.said


def test_all_end_with_the_one_that_people_see(cms: CmsProcess) -> None:
    """Killed, it cannot end them: they see it themselves, engines too."""
    family = psutil.Process(cms.pid).children(recursive=True)
    cms.kill()

    _gone, alive = psutil.wait_procs(family, timeout=30)
    assert alive == []


def test_ctrl_c_ends_all_in_order(tmp_path: Path) -> None:
    process = CmsProcess(tmp_path / "data", processes="2")
    family = psutil.Process(process.pid).children(recursive=True)

    assert process.stop() == 0, process.said
    assert not any(one.is_running() for one in family)
    assert "Traceback" not in process.said
    assert "process is killed" not in process.said


def _answering(cms: CmsProcess) -> list[int]:
    """The processes that a few connections at the same time lead to."""
    address = httpx.URL(cms.url)
    with contextlib.ExitStack() as opened:
        visitors = [opened.enter_context(httpx.Client(base_url=address)) for _ in range(8)]
        for visitor in visitors:
            assert visitor.get("/healthz").status_code == 200
        servers = psutil.Process(cms.pid).children()
        return [one.pid for one in servers for link in _links(one) if link == address.port]


def _links(process: psutil.Process) -> list[int]:
    try:
        return [link.laddr.port for link in process.net_connections("tcp") if link.status == "ESTABLISHED"]
    except psutil.NoSuchProcess:
        return []
