"""How many cores the CMS may use."""

import os
from pathlib import Path

import pytest

from cms.kernel.processes.cores import usable_cores


@pytest.mark.parametrize(
    ("quota", "cores"),
    [
        ("max 100000", 8),
        ("200000 100000", 2),
        ("50000 100000", 1),
        ("150000 100000", 2),
        ("9900000 100000", 8),
        ("", 8),
    ],
)
def test_a_container_has_the_cores_of_its_quota(
    quota: str, cores: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)), raising=False)
    (tmp_path / "cpu.max").write_text(f"{quota}\n")

    assert usable_cores(tmp_path / "cpu.max") == cores


def test_without_a_quota_it_has_those_that_the_system_gives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {1, 5, 6}, raising=False)

    assert usable_cores(tmp_path / "none") == 3
