"""A full run goes on where it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from benchmarks.full import ENDED, run, steps_of

LONG = """
from pathlib import Path
from benchmarks.full import end_together, run
end_together()
run({"long": ("http.server", "--bind", "127.0.0.1", "0")}, Path("done.json"), "abc")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_done_for_this_commit_is_not_done_again(folder: Path) -> None:
    steps = {"first": ("json.tool", "first.json"), "second": ("json.tool", "second.json")}
    (folder / "first.json").write_text("{}")
    done = folder / "done.json"
    assert run(steps, done, "abc") == 1

    (folder / "second.json").write_text("{}")
    (folder / "first.json").write_text("not JSON: this step would fail now")

    assert run(steps, done, "abc") == 0
    assert run(steps, done, "def") == 1


@pytest.mark.parametrize("now", ["abc+", "def"])
def test_what_was_done_for_other_files_is_done_again(folder: Path, now: str) -> None:
    steps = {"first": ("json.tool", "first.json")}
    (folder / "first.json").write_text("{}")
    assert run(steps, folder / "done.json", now.replace("def", "abc")) == 0

    (folder / "first.json").unlink()

    assert run(steps, folder / "done.json", now) == 1


def test_a_step_with_other_arguments_is_another_one(folder: Path) -> None:
    (folder / "first.json").write_text("{}")
    assert run({"first": ("json.tool", "first.json")}, folder / "done.json", "abc") == 0

    assert run({"first": ("json.tool", "no.json")}, folder / "done.json", "abc") == 1


def test_a_step_is_ended_with_the_run(folder: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    with subprocess.Popen([sys.executable, "-c", LONG], env={**os.environ, "PYTHONPATH": root}) as process:
        step = step_of(process)

        process.send_signal(signal.SIGTERM)

        status = process.wait(20)
    was_left = step.is_running()
    if was_left:
        step.kill()
    assert status == ENDED and not was_left and not (folder / "done.json").exists()


def step_of(process: subprocess.Popen[bytes]) -> psutil.Process:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        for child in psutil.Process(process.pid).children():
            if "http.server" in child.cmdline():
                return child
        time.sleep(0.02)
    raise AssertionError("The step was not begun.")


def test_every_step_is_a_module_of_the_benchmarks_and_what_is_long_is_in_parts() -> None:
    steps = steps_of(Path("kept"), 1_000_000, 15)

    root = Path(__file__).resolve().parents[2]
    assert all((root.joinpath(*module.split(".")) / "__main__.py").exists() for module, *_ in steps.values())
    assert sum("--data-dir" in command for command in steps.values()) == 2
    assert len([name for name in steps if name.startswith("no stale answer")]) == 6
