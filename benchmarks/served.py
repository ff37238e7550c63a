"""A server process with its database."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson

from benchmarks.ceiling.exchange import get
from benchmarks.connection import ask, request
from benchmarks.gauge import USAGE, Usage
from benchmarks.memory import cache_bytes
from benchmarks.queries import Query
from cms.kernel.engines import EngineAddresses

START_SECONDS = 180
METRICS_TOKEN = "of a server that is measured, for nobody else"
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Served:
    """The application over a database of `items`."""

    items: int
    queries: list[Query]
    port: int
    pid: int

    async def usage(self) -> Usage:
        return Usage(**orjson.loads(await ask(self.port, request("GET", USAGE))))

    async def cache_bytes(self) -> int:
        """Memory of all that the application keeps to answer sooner, as its metrics tell."""
        return cache_bytes(await self.metrics())

    async def metrics(self) -> str:
        return (await ask(self.port, get("/metrics", authorization=f"Bearer {METRICS_TOKEN}"))).decode()


class NotStarted(Exception):
    """The server ended or was silent; the message has the end of its log."""


@asynccontextmanager
async def served(
    engines: EngineAddresses,
    database: str,
    items: int,
    queries: list[Query],
    log: Path,
    extra: Mapping[str, str] | None = None,
    code: Path = ROOT,
) -> AsyncIterator[Served]:
    """A server on a free port, running inside the block; `extra`: more of its environment; `code`: the checkout that
    it runs. Raises NotStarted."""
    command = (sys.executable, "-m", "benchmarks.server")
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=errors,
            env={**os.environ, **settings_of(engines, database), **(extra or {})},
            cwd=code,
        )
    try:
        yield Served(items, queries, await _port(process, log), process.pid)
    finally:
        assert process.stdin
        process.stdin.close()
        await process.wait()


async def _port(process: asyncio.subprocess.Process, log: Path) -> int:
    assert process.stdout
    try:
        async with asyncio.timeout(START_SECONDS):
            line = await process.stdout.readline()
    except TimeoutError:
        line = b""
    if not line:
        raise NotStarted(f"The server did not start within {START_SECONDS} seconds:\n{_end_of(log)}")
    return int(line)


def _end_of(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:]


def settings_of(engines: EngineAddresses, database: str) -> dict[str, str]:
    return {
        "CMS_PORT": "0",
        "CMS_MONGODB_URL": engines.mongodb_url,
        "CMS_MONGODB_DATABASE": database,
        "CMS_SECRET_KEY": engines.secret_key,
        "CMS_S3_ENDPOINT": engines.s3.endpoint,
        "CMS_S3_ACCESS_KEY": engines.s3.access_key,
        "CMS_S3_SECRET_KEY": engines.s3.secret_key,
        "CMS_S3_BUCKET": engines.s3.bucket,
        "CMS_LOG_FORMAT": "json",
        "CMS_METRICS_TOKEN": METRICS_TOKEN,
    }
