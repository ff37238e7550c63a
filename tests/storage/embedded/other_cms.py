"""Another CMS process that holds its embedded engines, to be killed and started again."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

from storage.embedded import Engines

PROGRAM = Path(__file__).with_name("holding_program.py")
ROOT = Path(__file__).parents[3]
ENGINE_NAMES = {"mongod", "rclone"}


@dataclass
class OtherCms:
    """A process that holds its embedded engines."""

    process: subprocess.Popen[str]
    engines: Engines

    def descendants(self) -> list[psutil.Process]:
        """The guards and the engines."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def engine(self, name: str) -> psutil.Process:
        return next(child for child in self.descendants() if child.name() == name)

    def kill(self) -> list[psutil.Process]:
        """SIGKILL, without waiting for what it leaves behind, which is returned."""
        left = self.descendants()
        self.process.kill()
        self.process.wait()
        return left


def run_program(data_dir: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(data_dir)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
