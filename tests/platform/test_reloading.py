"""`make dev` starts the server again at each change of its code (`development.reloading`)."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import psutil
import pytest

from development.reloading import reloading

Shown = Callable[[str], Awaitable[int]]
PROGRAM = """
import os, sys, time
from words import WORD
with open(sys.argv[1], "a") as output:
    print(WORD, os.getpid(), file=output)
time.sleep(600)
"""


@pytest.fixture
async def shown(tmp_path: Path) -> AsyncIterator[Shown]:
    """Runs a program of two files until the end of the test; waits for a word of it, and gives the process."""
    code, output = tmp_path / "code", tmp_path / "output"
    code.mkdir()
    (code / "program.py").write_text(PROGRAM)
    (code / "words.py").write_text("WORD = 'first'")
    output.touch()
    command = [sys.executable, "-B", str(code / "program.py"), str(output)]
    task = asyncio.create_task(reloading(command, {}, [code], [code / "built"]))

    async def wait_for(word: str) -> int:
        while True:
            said = dict(line.split() for line in output.read_text().splitlines())
            if word in said:
                return int(said[word])
            if task.done():
                task.result()
            await asyncio.sleep(0.01)

    yield wait_for
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_changed_file_starts_the_program_again(shown: Shown, tmp_path: Path) -> None:
    first = await shown("first")

    (tmp_path / "code" / "words.py").write_text("WORD = 'second'")

    assert await shown("second") != first
    assert not psutil.pid_exists(first)


async def test_a_mistake_is_waited_out(shown: Shown, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    await shown("first")

    (tmp_path / "code" / "words.py").write_text("WORD = ")
    while "the next change of a file starts it again" not in (told := capfd.readouterr().err):
        await asyncio.sleep(0.01)
    (tmp_path / "code" / "words.py").write_text("WORD = 'mended'")

    assert "status 1" in told
    await shown("mended")


async def test_what_the_build_writes_restarts_nothing(shown: Shown, tmp_path: Path) -> None:
    first = await shown("first")

    (tmp_path / "code" / "built").mkdir()
    (tmp_path / "code" / "built" / "index.html").write_text("<p>built</p>")
    (tmp_path / "code" / "words.py").with_suffix(".pyc").write_bytes(b"compiled")
    await asyncio.sleep(0.5)  # longer than changes are gathered

    assert psutil.pid_exists(first)
