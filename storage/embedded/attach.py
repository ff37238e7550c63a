"""Finds the data directory of a CMS that is running, so that another command can work beside it."""

from pathlib import Path

from filelock import Timeout

from storage.embedded.data_directory import DataDirectory, directory_lock


def running_directory(data_dir: Path) -> DataDirectory | None:
    """The directory, if a running CMS holds it; its engines may still be starting. Nothing is made."""
    directory = DataDirectory(data_dir.expanduser().resolve())
    if not directory.lock.is_file():
        return None
    try:
        with directory_lock(directory):
            return None
    except Timeout:
        return directory
