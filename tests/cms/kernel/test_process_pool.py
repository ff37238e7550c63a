"""Long computing happens in a process beside the server, and never outlives it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from cms.kernel.process_pool import run_in_process

ROOT = Path(__file__).parents[3]

ONE_THAT_COMPUTES = """
import asyncio, os
from cms.kernel.process_pool import run_in_process

async def main():
    print(await run_in_process(os.getpid), flush=True)
    await asyncio.sleep(600)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_it_is_another_process_and_the_same_one_each_time() -> None:
    first, second = await run_in_process(os.getpid), await run_in_process(os.getpid)

    assert first == second != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such priorities")
async def test_it_gives_way_to_the_server() -> None:
    assert await run_in_process(os.nice, 0) > os.nice(0)


async def test_what_goes_wrong_there_is_raised_here() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        await run_in_process(int, "seven")

    assert await run_in_process(int, "7") == 7


async def test_a_process_that_was_killed_is_begun_anew() -> None:
    first = await run_in_process(os.getpid)
    os.kill(first, signal.SIGTERM)
    assert _gone(first)

    assert await run_in_process(os.getpid) not in (first, os.getpid())


def test_it_ends_with_a_server_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ONE_THAT_COMPUTES], stdout=subprocess.PIPE, cwd=ROOT) as server:
        assert server.stdout
        beside = int(server.stdout.readline())
        assert _is_running(beside)

        server.kill()

    assert _gone(beside)


def _gone(pid: int) -> bool:
    end = time.monotonic() + 10
    while time.monotonic() < end and _is_running(pid):
        time.sleep(0.05)
    return not _is_running(pid)


def _is_running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
