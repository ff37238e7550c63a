"""The worker: takes events from the outbox and runs their reactions, again after a failure, never for ever."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import structlog

from cms.jobs import JOBS
from cms.kernel.recurring import Recurring
from cms.kernel.services import Services
from cms.kernel.work.lanes import Lanes
from cms.kernel.work.lease import Lease, LeaseLost
from cms.kernel.work.outcome import MAX_TRIES, Postponed, abandoned, done, failed
from cms.reactions import reactions_to
from storage.documents import OutboxEvent
from storage.errors import Unavailable
from storage.ids import new_id

__all__ = ["MAX_TRIES", "Postponed", "Worker", "work", "worker_beside"]

log = structlog.get_logger(__name__)

LONGEST_REACTION_SECONDS = 15 * 60
IDLE_SECONDS = 0.5
GRACE_SECONDS = 10.0
ANEW_SECONDS = 1.0


class Worker:
    """Several may work on one outbox; one that dies leaves its events to the others when their leases end."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.name = new_id()
        self._lasts = timedelta(seconds=services.settings.worker_lease_seconds)
        self._lanes = Lanes()
        self._taken = 0
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; an engine that is away is waited for."""
        waking = asyncio.create_task(self._wake_for(stop))
        try:
            while not stop.is_set():
                self._news.clear()
                if not await self._begun_one():
                    await self._rest()
        finally:
            waking.cancel()
            await self._wind_up()

    async def step(self) -> bool:
        """Works on one event; False when none is due."""
        held = await self._take()
        if held is None:
            return False
        await self._work_on(*held)
        return True

    @property
    def _news(self) -> asyncio.Event:
        return self.services.repository.outbox.news

    async def _begun_one(self) -> bool:
        try:
            held = await self._take()
        except Unavailable as error:
            log.warning("worker.waits", engine=error.engine)
            return False
        except Exception:
            log.exception("worker.cannot_look")
            return False
        if held is None:
            return False
        self._lanes.enter(held[0])
        task = asyncio.create_task(self._in_its_lane(*held))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return True

    async def _take(self) -> tuple[OutboxEvent, Lease] | None:
        """Every lease has a name of its own: the same worker may meet an event again that it lost."""
        lanes = self._lanes.free()
        if not lanes:
            return None
        self._taken += 1
        now, holder = self.services.clock(), f"{self.name}.{self._taken}"
        full = self._lanes.full_groups()
        event = await self.services.repository.outbox.lease(holder, now, now + self._lasts, lanes, full)
        return (event, Lease(self.services, event, holder, self._lasts)) if event else None

    async def _in_its_lane(self, event: OutboxEvent, lease: Lease) -> None:
        try:
            await self._work_on(event, lease)
        except Unavailable as error:
            log.warning("worker.waits", engine=error.engine)
        except Exception:
            log.exception("worker.cannot_record", event_id=event.id, event_name=event.name)
        finally:
            if self._lanes.leave(event):
                self._news.set()

    async def _work_on(self, event: OutboxEvent, lease: Lease) -> None:
        try:
            if parked := abandoned(event):
                log.error("worker.parked", event_id=event.id, event_name=event.name)
                await lease.finish(parked)
                return
            await lease.finish(await self._outcome(event, lease))
        except LeaseLost:
            log.warning("worker.lost_its_lease", event_id=event.id, event_name=event.name)
        except asyncio.CancelledError:
            await lease.release()
            raise

    async def _outcome(self, event: OutboxEvent, lease: Lease) -> dict[str, object]:
        try:
            async with asyncio.timeout(LONGEST_REACTION_SECONDS):
                await lease.over(self._react(event))
        except LeaseLost:
            raise
        except Postponed as later:
            return failed(event, later, self.services.clock())
        except Exception as error:
            log.exception("worker.reaction_failed", event_id=event.id, event_name=event.name, tries=event.tries)
            return failed(event, error, self.services.clock())
        return done(self.services.clock())

    async def _react(self, event: OutboxEvent) -> None:
        """Each reaction, whatever becomes of the others; the first failure is raised at the end."""
        failures: list[Exception] = []
        for reaction in reactions_to(event):
            if reaction.__name__ in event.reacted:
                continue
            try:
                await reaction(self.services, event)
            except Exception as error:  # noqa: BLE001  another reaction must not wait for this one
                failures.append(error)
            else:
                event.reacted = [*event.reacted, reaction.__name__]
        if failures:
            raise next((one for one in failures if not isinstance(one, Postponed)), failures[0])

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), IDLE_SECONDS)

    async def _wake_for(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._news.set()

    async def _wind_up(self) -> None:
        """What is under way may end; what does not is given back, for another worker to begin anew."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=GRACE_SECONDS)
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)


async def work(services: Services, stop: asyncio.Event) -> None:
    """All that a worker process does, until `stop` is set: events, and recurring jobs beside them."""
    async with asyncio.TaskGroup() as group:
        group.create_task(_kept_running(Worker(services).run, stop))
        group.create_task(_kept_running(Recurring(services, JOBS).run, stop))


async def _kept_running(run: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    """Begun anew after a fault that nobody foresaw: nobody would notice that one part of a process is gone."""
    while not stop.is_set():
        try:
            await run(stop)
        except Exception:
            log.exception("worker.begins_anew")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), ANEW_SECONDS)


@contextlib.asynccontextmanager
async def worker_beside(services: Services) -> AsyncIterator[None]:
    """One worker in this process, which is enough for one machine."""
    stop = asyncio.Event()
    task = asyncio.create_task(work(services, stop))
    try:
        yield
    finally:
        stop.set()
        await task
