"""Finds the engines of a CMS that is running, so that another command can work beside it."""

from pathlib import Path

from storage.embedded.data_directory import DataDirectory
from storage.embedded.engines import Engines
from storage.embedded.file_lock import Locked, exclusive
from storage.embedded.mongodb import kept_address
from storage.embedded.ports import kept_ports
from storage.embedded.s3 import kept_s3_address


def running_engines(data_dir: Path) -> Engines | None:
    """Where the engines of the CMS are that holds `data_dir` now; None if none does. They may still be starting."""
    directory = DataDirectory(data_dir.expanduser().resolve())
    if not {"mongodb", "s3"} <= kept_ports(directory.ports).keys():
        return None
    try:
        with exclusive(directory.lock):
            return None
    except Locked:
        return Engines(kept_address(directory), kept_s3_address(directory))
