"""Where uv comes from, and what is said where it can come from nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import uv
from bootstrap.places import CannotInstall
from bootstrap.uv import find_uv


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uv, "TOOLS", tmp_path / ".tools")
    monkeypatch.setenv("PATH", str(tmp_path))


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return path


def test_uv_on_path_is_taken(tmp_path: Path) -> None:
    there = program(tmp_path / "uv", "exit 0")

    assert find_uv().program == str(there)


def test_uv_of_an_earlier_run_is_taken(tmp_path: Path) -> None:
    there = program(tmp_path / ".tools" / "uv" / "bin" / "uv", "exit 0")

    assert find_uv().program == str(there)


def test_a_broken_uv_is_fetched_again_with_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / ".tools" / "uv" / "bin" / "uv", "exit 1")
    log = tmp_path / "log"
    pip = program(tmp_path / "pip", f'echo "$@" >> {log}')
    monkeypatch.setattr(uv, "_find_pip", lambda: [str(pip)])

    find_uv()

    assert "install -qq --require-hashes -r" in log.read_text()
    assert f"--target {tmp_path / '.tools' / 'uv'}" in log.read_text()


def test_without_uv_pip_and_venv_the_advice_is_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uv.importlib.util, "find_spec", lambda _: None)

    with pytest.raises(CannotInstall) as refused:
        find_uv()

    assert str(refused.value).startswith(f"{sys.executable} has neither pip nor venv")
    assert "apt install python3-pip" in str(refused.value)


def test_without_pip_one_is_made_where_python_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = uv.importlib.util.find_spec
    monkeypatch.setattr(uv.importlib.util, "find_spec", lambda name: None if name == "pip" else found(name))

    pip = uv._find_pip()

    assert pip is not None
    assert subprocess.run([*pip, "--version"], capture_output=True, check=True).stdout.startswith(b"pip ")
    assert str(tmp_path) in pip[0]


def test_an_unwritable_home_gets_a_cache_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "uv", "exit 0")
    monkeypatch.setenv("HOME", str(tmp_path / "missing"))
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)

    assert find_uv().environment["UV_CACHE_DIR"] == str(tmp_path / ".tools" / "cache")
