"""The code of before: its files out of the repository, and its own loader."""

import asyncio
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from benchmarks.served import ROOT, NotStarted, settings_of
from cms.kernel.engines import EngineAddresses

BEFORE = "b4f287f1"
"""The last commit before answers were made in another way (issue 17)."""
LOADER = Path(__file__).with_name("load_there.py")


def code_of(commit: str, folder: Path) -> Path | None:
    """A folder in `folder` with the files of the commit; None where the repository does not have it, such as a shallow
    clone."""
    there = folder / f"code-{commit}"
    if there.exists():
        return there
    try:
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(there, filter="data")
    return there


async def load_by(code: Path, engines: EngineAddresses, database: str, items: int) -> None:
    """Fills the database by the loader of this code. Raises NotStarted."""
    own = {**settings_of(engines, database), "PYTHONPATH": str(code)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", str(LOADER), str(items)),
        env={**os.environ, **own},
        cwd=code,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise NotStarted(f"The code of before did not load its content:\n{said.decode(errors='replace')[-2000:]}")
