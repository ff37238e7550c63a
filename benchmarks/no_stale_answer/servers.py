"""Server processes over one database, which may be killed at any time."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
METRICS_TOKEN = "of a server that is compared with another one"

MEMORIES = {"answers": "CMS_RESPONSE_CACHE_BYTES", "items": "CMS_ENTITY_CACHE_BYTES"}

PASSING = ("TIMEOUT", "UNAVAILABLE")
"""Codes of errors that pass: what a process that was killed had in its hands is locked for a while."""


class Failed(Exception):
    """The management API answered with an error."""


class Unanswered(Exception):
    """It had no time."""


class Server:
    """`keeps`: the memories that it has. No worker runs beside it: what is scheduled happens by the clock alone,
    and nothing else is written than what a round writes."""

    def __init__(self, name: str, environment: Mapping[str, str], log: Path, *, keeps: Collection[str]) -> None:
        self.name, self._log, self._port = name, log, _free_port()
        own = {
            "CMS_PROCESSES": "1",
            "CMS_PORT": str(self._port),
            "CMS_METRICS_TOKEN": METRICS_TOKEN,
            "CMS_QUERY_COST_PER_MINUTE": "0",
            "CMS_DATA_DIR": str(log.with_suffix("")),
        }
        without = {setting: "0" for name, setting in MEMORIES.items() if name not in keeps}
        self._environment = {**environment, **own, **without}
        self._process: Process | None = None
        self._client: httpx.AsyncClient | None = None

    @property
    def client(self) -> httpx.AsyncClient:
        assert self._client, f"{self.name} does not run"
        return self._client

    async def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "cms.cli", "serve", "--no-worker"),
                stdin=DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **self._environment},
                cwd=ROOT,
            )
        self._client = httpx.AsyncClient(base_url=f"http://127.0.0.1:{self._port}", timeout=20)
        async with asyncio.timeout(START_SECONDS):
            while not await self._is_ready():
                await asyncio.sleep(0.05)

    async def _is_ready(self) -> bool:
        assert self._process
        if self._process.returncode is not None:
            raise RuntimeError(f"{self.name} did not start:\n{self._log.read_text(errors='replace')[-2000:]}")
        with suppress(httpx.TransportError):
            return (await self.client.get("/readyz")).status_code == 200
        return False

    async def kill(self) -> None:
        """Without a word, as a machine that loses power."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        await self._end()

    async def stop(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.terminate()
        await self._end()

    async def _end(self) -> None:
        if self._client:
            await self._client.aclose()
        if self._process:
            await self._process.wait()

    async def hits(self) -> int:
        """Requests that were answered with what was kept, since the process began."""
        return await self._hits("cms_cache_requests_total")

    async def known_items(self) -> int:
        """Items that were read from memory, since the process began."""
        return await self._hits("cms_entity_cache_reads_total")

    async def _hits(self, metric: str) -> int:
        figures = (await self.client.get("/metrics", headers={"authorization": f"Bearer {METRICS_TOKEN}"})).text
        found = re.search(metric + r'{outcome="hits"[^}]*} (\S+)', figures)
        return int(float(found[1])) if found else 0

    async def manage(self, secret: str, query: str, **variables: Any) -> dict[str, Any]:
        """The data of an answer of the management API to the holder of this token."""
        headers = {"authorization": f"Bearer {secret}"}
        body = {"query": query, "variables": variables}
        answer = (await self.client.post("/management/graphql", json=body, headers=headers)).json()
        if "errors" in answer:
            kind = Unanswered if answer["errors"][0]["extensions"]["code"] in PASSING else Failed
            raise kind(f"{query[:80]} {variables}: {answer['errors']}")
        return answer["data"]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
