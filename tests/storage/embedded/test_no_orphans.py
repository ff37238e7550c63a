"""Nothing is left running, however the CMS ends."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.storage.embedded.other_cms import ENGINE_NAMES, OtherCms

LONG_ENOUGH = 30


def test_a_killed_cms_leaves_no_engine_behind(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    cms = start_cms(tmp_path)

    assert {process.name() for process in cms.descendants()} >= ENGINE_NAMES

    left = cms.kill()

    assert psutil.wait_procs(left, timeout=LONG_ENOUGH)[1] == []


def test_a_stopped_cms_leaves_no_engine_behind(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    cms = start_cms(tmp_path)
    running = cms.descendants()

    cms.process.send_signal(signal.SIGTERM)

    assert cms.process.wait(LONG_ENOUGH) == 0
    assert psutil.wait_procs(running, timeout=0)[1] == []


def test_engines_end_when_cms_and_guards_are_killed_together(
    start_cms: Callable[[Path], OtherCms], tmp_path: Path
) -> None:
    cms = start_cms(tmp_path)
    guards = [process for process in cms.descendants() if process.name() not in ENGINE_NAMES]
    assert len(guards) == 2

    for guard in guards:
        guard.kill()
    left = cms.kill()

    assert psutil.wait_procs(left, timeout=LONG_ENOUGH)[1] == []


def test_ctrl_c_ends_the_engines_in_order(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    cms = start_cms(tmp_path)
    running = cms.descendants()

    os.killpg(cms.process.pid, signal.SIGINT)

    assert psutil.wait_procs(running, timeout=LONG_ENOUGH)[1] == []
    assert '"exitCode":0' in (tmp_path / "logs" / "mongod.log").read_text().splitlines()[-1]
