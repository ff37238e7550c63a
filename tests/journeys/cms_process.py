"""The CMS as people start it: the program itself in a process of its own, with the demo in it and quick passwords."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 240
LAST_LINE = "Ctrl-C stops it"


class CmsProcess:
    """`url` without a slash at the end; `said` is everything the program printed so far; `settings` by their names,
    such as `webhook_timeout_seconds="2"`, one process unless `processes` says more;
    PYTHONPATH of this process is its own too."""

    def __init__(self, data_dir: Path, *options: str, **settings: str) -> None:
        self.data_dir = data_dir
        if "--demo" in options and not data_dir.exists() and _demo_folder is not None:
            _copy_of_the_demo(_demo_folder, data_dir)
        self._log = data_dir.with_suffix(".log")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
        environment |= {"CMS_PROCESSES": "1"} | {f"CMS_{name.upper()}": value for name, value in settings.items()}
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        environment |= {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "COLUMNS": "200"}
        program = [sys.executable, "-m", "tests.journeys.quick_cms", "serve"]
        command = [*program, "--port", "0", "--data-dir", str(data_dir), *options]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self.url = self._wait_until_ready()

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def pid(self) -> int:
        return self._process.pid

    def stop(self) -> int:
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(60)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def _wait_until_ready(self) -> str:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            said = self.said
            if LAST_LINE in said and (found := re.search(r"(http://127\.0\.0\.1:\d+)/readyz", said)):
                return found[1]
            assert self._process.poll() is None, self.said
            time.sleep(0.05)
        raise AssertionError(f"the CMS did not start:\n{self.said}")


_demo_folder: Path | None = None


@pytest.fixture(scope="session", autouse=True)
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the demo is kept as it is after its first start, for every CMS of this run that begins with it."""
    global _demo_folder
    base = tmp_path_factory.getbasetemp()
    _demo_folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo-as-loaded"
    yield
    _demo_folder = None


def _copy_of_the_demo(kept: Path, data_dir: Path) -> None:
    """Loading the demo takes three times as long as starting with one that is there."""
    with FileLock(kept.with_suffix(".lock")):
        if not kept.exists():
            loading = kept.with_name("demo-being-loaded")
            loading.mkdir(0o700)  # a folder that is there is taken as it is
            assert CmsProcess(loading, "--demo").stop() == 0
            (loading / "ports.json").unlink()  # each copy looks for ports of its own
            loading.rename(kept)
    shutil.copytree(kept, data_dir)


@pytest.fixture(scope="session")
def demo_cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One CMS with the demo for all journeys that only read."""
    yield from cms_of_its_own(tmp_path_factory, "demo")


@pytest.fixture(scope="session")
def administered_cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One CMS with the demo for all journeys of administration; each leaves alone what it did not make."""
    yield from cms_of_its_own(tmp_path_factory, "administered")


def cms_of_its_own(folders: pytest.TempPathFactory, name: str) -> Iterator[CmsProcess]:
    """For a fixture: one CMS with the demo, which ends in order."""
    process = CmsProcess(folders.mktemp(name) / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture
def visitor(demo_cms: CmsProcess) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=demo_cms.url, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def edited_cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One CMS with the demo for journeys that write, each to items that are no other journey's."""
    yield from cms_of_its_own(tmp_path_factory, "edited")
