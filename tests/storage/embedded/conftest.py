"""Other CMS processes, to be killed and started again."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.embedded import Engines, S3Address
from tests.storage.embedded.other_cms import OtherCms, run_program


@pytest.fixture
def start_cms() -> Iterator[Callable[[Path], OtherCms]]:
    """Starts another CMS on a data directory, ready when the call returns; whatever is left is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(data_dir: Path) -> OtherCms:
        process = run_program(data_dir)
        started.append(process)
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        assert line, process.stderr.read()
        told = json.loads(line)
        return OtherCms(process, Engines(told["mongodb_url"], S3Address(**told["s3"])))

    yield start
    for process in started:
        process.kill()
        process.communicate()
