"""`run.py test`, `make check` and CI are one and the same thing."""

import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import checks
from bootstrap.checks import run_checks

ROOT = Path(__file__).parents[2]


def says(text: str, status: int = 0) -> list[str]:
    return [sys.executable, "-c", f"print({text!r}); raise SystemExit({status})"]


@pytest.fixture
def python_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In place of the installed Python, which would run pytest in pytest."""
    path = tmp_path / "python"
    path.write_text('#!/bin/sh\necho "ran $@ with [$CMS_PORT]"\nexit ${STATUS:-0}\n')
    path.chmod(0o700)
    monkeypatch.setattr(checks, "PYTHON", path)
    return path


@pytest.mark.usefixtures("python_says")
def test_tests_come_last_and_get_their_options(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "CHECKS", {"lint": says("linted")})
    monkeypatch.setenv("CMS_PORT", "1")

    monkeypatch.setattr(checks.os, "cpu_count", lambda: 2)

    status = run_checks(["-k", "some"])

    assert status == 0
    ran = "ran -m pytest -n 2 --dist loadfile --no-loadscope-reorder -k some with []"
    assert capfd.readouterr().out == f"== lint\nlinted\n== tests\n{ran}\n"


@pytest.mark.usefixtures("python_says")
def test_not_more_workers_than_the_engines_of_each_leave_memory_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "CHECKS", {})
    monkeypatch.setattr(checks.os, "cpu_count", lambda: 64)

    run_checks([])

    assert "-n 4 " in capfd.readouterr().out


@pytest.mark.usefixtures("python_says")
def test_a_failed_check_fails_the_run_though_tests_pass(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "CHECKS", {"format": says("oh", 1), "lint": says("fine")})

    assert run_checks([]) == 1

    told = capfd.readouterr()
    assert "FAILED: format (to mend it: make format)" in told.out
    assert told.out.splitlines()[-1].startswith("ran -m pytest")
    assert "these checks failed, see above: format" in told.err


@pytest.mark.usefixtures("python_says")
def test_failed_tests_fail_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", {})
    monkeypatch.setenv("STATUS", "3")

    assert run_checks([]) == 3


def test_every_promised_check_is_there() -> None:
    assert list(checks.CHECKS) == [
        "format",
        "lint",
        "types",
        "imports",
        "schema",
        "admin interface",
        "admin interface, sizes",
    ]


def test_ci_runs_the_command_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()

    assert lines[-1] == 'exec python3 run.py test "$@"'
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_make_check_is_what_ci_runs() -> None:
    planned = subprocess.run(["make", "-n", "check"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert planned.stdout.strip() == "python3 run.py test"


def test_make_says_what_there_is() -> None:
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for target in ("run", "test", "check", "format", "lint", "types", "imports", "schema", "lock", "bench"):
        assert f"make {target} " in told
