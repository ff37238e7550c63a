"""One parent and its processes, as real ones without a CMS in them."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="several processes are for Linux")

Family = subprocess.Popen[str]


@contextlib.contextmanager
def family(kind: str) -> Iterator[Family]:
    command = [sys.executable, "-m", "tests.cms.kernel.processes.family", kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: Family) -> list[str]:
    """Of what the program says itself; the lines of its log begin with the date."""
    assert process.stdout
    for said in iter(process.stdout.readline, ""):
        if not said[:1].isdigit():
            return said.split()
    return []


def ready(process: Family) -> int:
    word, pid = line(process)
    assert word == "ready"
    return int(pid)


def test_a_process_that_dies_is_started_again_and_the_others_go_on() -> None:
    with family("stays") as process:
        first, second = ready(process), ready(process)
        os.kill(second, signal.SIGKILL)
        told = [line(process)[0], line(process)]

        assert told[0] in ("death", "ready")
        os.kill(first, 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_in_their_order(number: int) -> None:
    with family("stays") as process:
        pids = {ready(process), ready(process)}
        process.send_signal(number)
        rest = process.communicate(timeout=20)[0].splitlines()

    assert rest[0] == f"stopped {number}"
    assert {one for one in rest if one.startswith("told")} == {f"told {pid}" for pid in pids}
    assert process.returncode == 0


def test_a_parent_that_is_killed_leaves_no_process() -> None:
    with family("stays") as process:
        pids = [ready(process), ready(process)]
        process.kill()
        assert process.stdout
        process.stdout.read()  # both have let go of it

    for pid in pids:
        _until_gone(pid)


def test_the_first_process_is_not_tried_again_when_it_does_not_start() -> None:
    with family("first") as process:
        assert "not started 3" in process.communicate(timeout=20)[0]


def test_a_process_that_ends_at_once_each_time_ends_all() -> None:
    with family("ends") as process:
        said = process.communicate(timeout=20)[0]

    assert "hopeless The process one ends each time soon after its start (status 3)" in said


def _until_gone(pid: int) -> None:
    end = time.monotonic() + 20
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.kill(pid, 0)
            time.sleep(0.01)
        raise AssertionError(f"{pid} is still there")
