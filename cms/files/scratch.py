"""Where files lie that are only needed for a moment: in the data directory, because the temporary folder of a machine
or a container is often in its memory, and what comes in is counted by gigabytes."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import BinaryIO

import structlog

SCRATCH = "scratch"
"""The folder within the data directory."""
PREFIX = "cms-"
FORGOTTEN_SECONDS = 24 * 3600
"""No upload, import or export takes as long: what is older was left by a process that was killed."""


log = structlog.get_logger(__name__)


class _ScratchFolder:
    folder: Path | None = None


def use_scratch_folder(folder: Path) -> None:
    """For this process, from now on; the system's temporary folder until then. Sweeps what was forgotten there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        log.warning("no scratch folder", reason=str(error), remedy="let CMS_DATA_DIR be writable", instead=gettempdir())
        return
    _ScratchFolder.folder = folder
    _sweep(folder, time.time() - FORGOTTEN_SECONDS)


@asynccontextmanager
async def scratch_file() -> AsyncIterator[Path]:
    """The path of a file that may be written, and is gone afterwards: taking megabytes away takes its time too."""
    async with scratch_directory() as folder:
        yield folder / "content"


@asynccontextmanager
async def scratch_directory() -> AsyncIterator[Path]:
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix=PREFIX, dir=_ScratchFolder.folder))
    try:
        yield folder
    finally:
        await asyncio.to_thread(shutil.rmtree, folder)


def open_scratch_file() -> BinaryIO:
    """Has no name where the system allows that, and is gone when it is closed."""
    return tempfile.TemporaryFile(prefix=PREFIX, dir=_ScratchFolder.folder)


def _sweep(folder: Path, before: float) -> None:
    for left in folder.glob(f"{PREFIX}*"):
        try:
            is_forgotten = left.stat().st_mtime < before
        except FileNotFoundError:  # another process on the same directory was quicker
            continue
        if is_forgotten:
            shutil.rmtree(left, ignore_errors=True)
