"""The one directory in which the embedded engines keep everything, held by one CMS at a time."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from storage.embedded.errors import EmbeddedError

NEEDED_BYTES = 256 * 1024 * 1024
ANOTHER = "choose another directory with --data-dir or CMS_DATA_DIR"


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """Where what lies. Every folder exists once the directory is open."""

    root: Path

    @property
    def mongodb(self) -> Path:
        return self.root / "mongodb"

    @property
    def s3(self) -> Path:
        return self.root / "s3"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def libraries(self) -> Path:
        return self.root / "lib"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def process(self) -> Path:
        """Names the process that holds the lock. Beside it: on Windows nobody else can read a locked file."""
        return self.root / "process"


@contextmanager
def open_data_directory(path: Path) -> Iterator[DataDirectory]:
    """Make the directory if needed and hold it. Raises `EmbeddedError` if it is in use, unwritable or full."""
    directory = DataDirectory(path.expanduser().resolve())
    try:
        _prepare(directory)
    except OSError as error:
        raise EmbeddedError(f"cannot write to {directory.root} ({error.strerror}): {ANOTHER}") from error
    with _exclusive(directory):
        _check_space(directory)
        yield directory


def directory_lock(directory: DataDirectory) -> FileLock:
    """Of the system's own kind, which releases it when its process ends, however it ends; asked without waiting."""
    return FileLock(directory.lock, blocking=False, mode=0o600, thread_local=False, fallback_to_soft=False)


@contextmanager
def _exclusive(directory: DataDirectory) -> Iterator[None]:
    lock = directory_lock(directory)
    try:
        lock.acquire()
    except Timeout as error:
        raise EmbeddedError(
            f"another CMS (process {_holder(directory)}) uses {directory.root}: stop it, or {ANOTHER}"
        ) from error
    except OSError as error:
        raise EmbeddedError(f"cannot lock {directory.root} ({error.strerror}): {ANOTHER}") from error
    try:
        directory.process.write_text(f"{os.getpid()}\n", "ascii")
        yield
    finally:
        lock.release()


def _holder(directory: DataDirectory) -> str:
    try:
        return directory.process.read_text("ascii").strip() or "unknown"
    except OSError:
        return "unknown"


def _prepare(directory: DataDirectory) -> None:
    directory.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (directory.mongodb, directory.s3, directory.secrets, directory.logs, directory.libraries):
        folder.mkdir(mode=0o700, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, f"no permission to write to {folder.name}")
    os.close(os.open(directory.lock, os.O_RDWR | os.O_CREAT, 0o600))


def _check_space(directory: DataDirectory) -> None:
    free = shutil.disk_usage(directory.root).free
    if free < NEEDED_BYTES:
        raise EmbeddedError(
            f"only {free // 1_000_000} MB are free where {directory.root} is and the engines need "
            f"{NEEDED_BYTES // 1_000_000} MB: free some space or {ANOTHER}"
        )
