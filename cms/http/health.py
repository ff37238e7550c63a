"""Whether the process lives, and whether it can do its work."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage.errors import StorageError

ALIVE, READY = "/healthz", "/readyz"
Probe = Callable[[], Awaitable[object]]
PROBE_SECONDS = 1.0
_NO_STORE = {"cache-control": "no-store"}

log = structlog.get_logger(__name__)


def is_about_health(target: bytes) -> bool:
    """Whether this address of a request is answered even when the server has no place for others."""
    return target.partition(b"?")[0] in (ALIVE.encode(), READY.encode())


class Health:
    """`probes` by the name of the engine; one raises when its engine cannot be used now."""

    def __init__(self, probes: Mapping[str, Probe]) -> None:
        self._probes = dict(probes)
        self._under_way: asyncio.Task[dict[str, Any]] | None = None
        self._away: set[str] = set()

    def routes(self) -> list[Route]:
        return [Route(ALIVE, self.alive), Route(READY, self.ready)]

    async def alive(self, request: Request) -> Response:
        """200 as long as the event loop turns."""
        return JSONResponse({"status": "alive"}, headers=_NO_STORE)

    async def ready(self, request: Request) -> Response:
        """200, or 503 that says which engine is away. Requests that come together ask the engines once."""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self.report())
        report = await asyncio.shield(self._under_way)
        return JSONResponse(report, 200 if report["status"] == "ready" else 503, _NO_STORE)

    async def report(self) -> dict[str, Any]:
        """{"status": "ready" or "unavailable", "engines": {name: {"status": "ready", "milliseconds"} or
        {"status": "away", "reason"}}}.

        Takes at most PROBE_SECONDS, even with a probe that cannot be cancelled.
        """
        tasks = {name: asyncio.create_task(_timed(probe)) for name, probe in self._probes.items()}
        if tasks:
            await asyncio.wait(tasks.values(), timeout=PROBE_SECONDS)
        engines = {name: _outcome(task) for name, task in tasks.items()}
        away = {name for name, outcome in engines.items() if outcome["status"] != "ready"}
        self._log_changes(away, engines)
        return {"status": "unavailable" if away else "ready", "engines": engines}

    def _log_changes(self, away: set[str], engines: dict[str, dict[str, Any]]) -> None:
        for name in away - self._away:
            log.warning("engine away", engine=name, reason=engines[name]["reason"])
        for name in self._away - away:
            log.info("engine back", engine=name)
        self._away = away


async def _timed(probe: Probe) -> float:
    started = time.perf_counter()
    await probe()
    return round((time.perf_counter() - started) * 1000, 1)


def _outcome(task: asyncio.Task[float]) -> dict[str, Any]:
    if not task.done():
        task.cancel()
        return {"status": "away", "reason": f"no answer within {PROBE_SECONDS:g} s"}
    error = task.exception()
    if error is None:
        return {"status": "ready", "milliseconds": task.result()}
    # Only our own errors were written for strangers; those of drivers may hold addresses and credentials.
    return {"status": "away", "reason": str(error) if isinstance(error, StorageError) else type(error).__name__}
