"""Which mongod runs, and with which libraries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.embedded import mongod_program
from storage.embedded.mongod_program import find_mongod, link_libraries


def test_the_wheel_comes_before_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "mongod"
    other.write_text("#!/bin/sh\necho 'db version v9.0.0'\n")
    other.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    assert find_mongod(tmp_path).path == mongod_program._from_wheel()


def test_path_is_taken_where_the_wheel_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "mongod"
    other.write_text("#!/bin/sh\necho 'db version v8.0.1'\n")
    other.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(mongod_program, "_from_wheel", lambda: None)

    assert find_mongod(tmp_path).path == str(other)


@pytest.mark.skipif(sys.platform != "linux", reason="the other wheels carry their libraries")
def test_missing_libraries_come_from_the_wheel_of_pycurl(tmp_path: Path) -> None:
    wheel = mongod_program._from_wheel()
    assert wheel is not None

    environment = link_libraries(tmp_path)
    loaded = subprocess.run(
        ["ldd", wheel], env=environment | {"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True
    )

    for name in mongod_program.NEEDED_LIBRARIES:
        assert f"{name} => {tmp_path / name}" in loaded.stdout


def test_a_mongod_that_lacks_libraries_gets_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slim = tmp_path / "mongod"
    slim.write_text("#!/bin/sh\n[ -n \"$LD_LIBRARY_PATH\" ] && echo 'db version v6.0.5' || exit 127\n")
    slim.chmod(0o700)
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    monkeypatch.setattr(mongod_program, "_from_wheel", lambda: str(slim))

    found = find_mongod(tmp_path)

    assert found.path == str(slim)
    assert found.environment["LD_LIBRARY_PATH"].startswith(str(tmp_path))
