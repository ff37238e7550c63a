"""Both embedded engines over one data directory."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from storage.embedded.data_directory import open_data_directory
from storage.embedded.mongodb import embedded_mongodb
from storage.embedded.s3 import S3Address, embedded_s3


@dataclass(frozen=True, slots=True)
class Engines:
    """Where the engines are. `mongodb_url` has user and password but no database in it."""

    mongodb_url: str = field(repr=False)
    s3: S3Address


@asynccontextmanager
async def embedded_engines(data_dir: Path, *, testing: bool = False) -> AsyncIterator[Engines]:
    """MongoDB and S3, ready inside the block, restarted when they die, ended with the block or with this process.

    Everything they keep lies in `data_dir`. testing: majority writes do not wait for the disk.
    Raises `EmbeddedError`, whose one line says what to do.
    """
    with open_data_directory(data_dir) as directory:
        async with embedded_s3(directory) as s3, embedded_mongodb(directory, testing=testing) as mongodb_url:
            yield Engines(mongodb_url, s3)
