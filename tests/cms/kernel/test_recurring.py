"""Recurring jobs: by one worker at a time, caught up once, given back by workers that die."""

from datetime import timedelta

from cms.kernel.recurring import AFTER_FAILURE, LEASE, Job, Recurring
from cms.kernel.services import Services
from storage.documents import RecurringJob
from tests.services import Clock


class Sweep:
    """Work that counts how often it was done."""

    def __init__(self) -> None:
        self.runs = 0
        self.error: Exception | None = None

    async def __call__(self, services: Services) -> None:
        self.runs += 1
        if self.error:
            raise self.error


def daily(sweep: Sweep, name: str = "sweep") -> Job:
    return Job(name, timedelta(days=1), sweep)


async def test_a_new_job_is_done_at_once_and_then_when_its_time_has_come(services: Services, clock: Clock) -> None:
    sweep = Sweep()
    worker = Recurring(services, [daily(sweep)])

    assert await worker.step()
    assert not await worker.step()
    clock.now += timedelta(hours=23, minutes=59)
    assert not await worker.step()
    clock.now += timedelta(minutes=1)
    assert await worker.step()

    assert sweep.runs == 2


async def test_what_was_missed_is_caught_up_once(services: Services, clock: Clock) -> None:
    sweep = Sweep()
    worker = Recurring(services, [daily(sweep)])
    await worker.step()

    clock.now += timedelta(days=30)

    assert await worker.step()
    assert not await worker.step()


async def test_two_workers_share_the_jobs(services: Services) -> None:
    first, second = Sweep(), Sweep()
    jobs = [daily(first, "first"), daily(second, "second")]
    workers = [Recurring(services, jobs), Recurring(services, jobs)]

    assert [await worker.step() for worker in (*workers, *workers)] == [True, True, False, False]
    assert (first.runs, second.runs) == (1, 1)


async def test_nobody_begins_a_job_that_another_worker_is_at(services: Services) -> None:
    sweep = Sweep()
    other = Recurring(services, [daily(sweep)])
    seen: list[bool] = []

    async def work(services: Services) -> None:
        seen.append(await other.step())

    assert await Recurring(services, [Job("sweep", timedelta(days=1), work)]).step()

    assert seen == [False]
    assert sweep.runs == 0


async def test_a_job_of_a_worker_that_died_is_free_when_its_lease_ends(services: Services, clock: Clock) -> None:
    sweep = Sweep()
    stored = services.repository.recurring_jobs
    await stored.know(["sweep"], clock.now)
    assert await stored.lease(["sweep"], "dies", clock.now, clock.now + LEASE) == "sweep"
    worker = Recurring(services, [daily(sweep)])

    assert not await worker.step()
    clock.now += LEASE
    assert await worker.step()
    due = (await RecurringJob.find_one({"_id": "sweep"})).due_at  # pyright: ignore[reportOptionalMemberAccess]

    await stored.finish("sweep", "dies", clock.now, clock.now, "the one that lost its lease has no say any more")
    kept = await RecurringJob.find_one({"_id": "sweep"})
    assert kept and (kept.due_at, kept.error) == (due, None)


async def test_a_job_that_failed_says_why_and_is_tried_again_soon(services: Services, clock: Clock) -> None:
    sweep = Sweep()
    sweep.error = RuntimeError("the disk is full")
    worker = Recurring(services, [daily(sweep)])

    assert await worker.step()
    failed = await RecurringJob.find_one({"_id": "sweep"})
    sweep.error = None
    clock.now += AFTER_FAILURE
    assert await worker.step()
    mended = await RecurringJob.find_one({"_id": "sweep"})

    assert failed and failed.error == "RuntimeError: the disk is full"
    assert mended and mended.error is None
    assert mended.due_at == clock.now + timedelta(days=1)
