"""Log files stay bounded and are read from the end."""

from pathlib import Path

import pytest

from storage.embedded import log_files
from storage.embedded.log_files import ending, last_lines, rotate


def test_a_large_log_replaces_the_older_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_files, "LARGEST_BYTES", 10)
    log = tmp_path / "mongod.log"

    for text in ("first and long", "second and long", "short"):
        log.write_text(text)
        rotate(log)

    assert log.read_text() == "short"
    assert log.with_name("mongod.log.1").read_text() == "second and long"


def test_only_the_end_of_a_log_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_files, "TAIL_BYTES", 10)
    log = tmp_path / "mongod.log"
    log.write_text("one\ntwo\nthree\n\n")

    assert last_lines(log) == ["three", "wo"]


def test_no_log_has_no_lines(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "missing") == []


def test_an_end_is_told_with_its_reason() -> None:
    assert ending(1, "no space left on device") == "ended with status 1 (no space left on device)"
    assert ending(1, "") == "ended with status 1 (no reason given)"


def test_a_killed_engine_gave_no_reason() -> None:
    assert ending(128 + 9, "the last line of its log") == "was ended by signal 9"
