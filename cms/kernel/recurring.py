"""Work that comes back by the clock: each job is done by one worker at a time, and what was missed is done once."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from cms.kernel.services import Services
from storage.errors import Unavailable
from storage.ids import new_id

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
AFTER_FAILURE = timedelta(minutes=5)
LOOK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Job:
    """`name` is stored and must stay. `work` may be stopped at any point and begun again, so it does what is due in
    small transactions; it has nine minutes, and what is left is done the next time."""

    name: str
    every: timedelta
    work: Callable[[Services], Awaitable[None]]


class Recurring:
    """The recurring jobs of one worker. Several may run; a job of one that died is free when its lease ends."""

    def __init__(self, services: Services, jobs: Sequence[Job]) -> None:
        self.services = services
        self.name = new_id()
        self._jobs: Mapping[str, Job] = {job.name: job for job in jobs}
        self._known = False

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; an engine that is away is waited for."""
        while not stop.is_set():
            try:
                worked = await self.step()
            except Unavailable as error:
                log.warning("recurring.waits", engine=error.engine)
                worked = False
            if not worked:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), LOOK_SECONDS)

    async def step(self) -> bool:
        """Does one job; False when none is due. A job that was never done is due at once."""
        now, stored = self.services.clock(), self.services.repository.recurring_jobs
        if not self._known:
            await stored.know(list(self._jobs), now)
            self._known = True
        name = await stored.lease(list(self._jobs), self.name, now, now + LEASE)
        if name is None:
            return False
        await self._do(self._jobs[name])
        return True

    async def _do(self, job: Job) -> None:
        started, wait, told = self.services.clock(), job.every, None
        try:
            async with asyncio.timeout(LEASE.total_seconds() * 0.9):
                await job.work(self.services)
        except Exception as error:
            log.exception("recurring.failed", job=job.name)
            wait, told = min(job.every, AFTER_FAILURE), f"{type(error).__name__}: {error}"[:500]
        finished = self.services.clock()
        await self.services.repository.recurring_jobs.finish(job.name, self.name, started + wait, finished, told)
