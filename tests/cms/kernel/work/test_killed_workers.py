"""Workers that are killed with `kill -9` at any point: every event is worked on to its end by the others."""

import asyncio
import contextlib
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, schedule_publication
from cms.kernel.services import Services
from storage.documents import OutboxEvent
from storage.embedded import Engines, S3Address
from storage.mongo import Mongo
from tests.cms.kernel.work.recording_worker import EVENT, POINTS

ROOT = Path(__file__).resolve().parents[4]
WORKERS = 3
EVENTS = 300
KILLS = 8
PUBLICATIONS = 12
Start = Callable[[], psutil.Process]


@pytest.fixture
def start(engines: Engines, mongo: Mongo, s3: S3Address, tmp_path: Path) -> Iterator[Start]:
    """Each call starts another worker, in a process of its own, on the database of this test."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "CMS_MONGODB_URL": engines.mongodb_url,
        "CMS_MONGODB_DATABASE": mongo.db.name,
        "CMS_SECRET_KEY": "s" * 32,
        "CMS_S3_ENDPOINT": s3.endpoint,
        "CMS_S3_ACCESS_KEY": s3.access_key,
        "CMS_S3_SECRET_KEY": s3.secret_key,
        "CMS_S3_BUCKET": s3.bucket,
        "CMS_WORKER_LEASE_SECONDS": "0.5",
    }
    with (tmp_path / "workers.log").open("wb") as log:
        command = [sys.executable, "-m", "tests.cms.kernel.work.recording_worker"]
        starter = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
        )
    asked, said = starter.stdin, starter.stdout
    assert asked and said
    started: list[psutil.Process] = []

    def worker() -> psutil.Process:
        asked.write(b"\n")
        asked.flush()
        started.append(psutil.Process(int(said.readline())))
        return started[-1]

    yield worker
    for process in started:
        with contextlib.suppress(psutil.NoSuchProcess):  # never another process that has the number by now
            process.kill()
    with starter:
        starter.kill()


async def happened(count: int, **payload: Any) -> list[OutboxEvent]:
    now = datetime.now(UTC)
    events = [OutboxEvent(name=EVENT, at=now, due_at=now, payload=payload) for _ in range(count)]
    await OutboxEvent.insert_many(events)
    return events


async def states(mongo: Mongo) -> Counter[str]:
    return Counter([event["state"] async for event in mongo.db["outbox"].find({}, {"state": 1})])


async def until(is_so: Callable[[Counter[str]], bool], mongo: Mongo) -> Counter[str]:
    while not is_so(found := await states(mongo)):
        await asyncio.sleep(0.02)
    return found


async def test_no_event_is_lost_when_workers_are_killed_at_random_moments(
    services: Services, mongo: Mongo, sites: None, start: Start
) -> None:
    items = [await scheduled_item(services, number) for number in range(PUBLICATIONS)]
    events = await happened(EVENTS)
    workers = [start() for _ in range(WORKERS)]

    for done in sorted(random.sample(range(EVENTS), KILLS)):
        await until(lambda found, done=done: found["done"] > done, mongo)
        victim = random.choice(await at_work(workers, mongo))
        victim.kill()
        workers[workers.index(victim)] = start()
    found = await until(lambda found: not found["waiting"], mongo)

    assert set(found) == {"done"}
    effects = {effect["_id"]: effect async for effect in mongo.db["effects"].find()}
    assert set(effects) == {event.id for event in events}
    assert all(set(effect["steps"]) == {"first", "second"} for effect in effects.values())
    assert any(effect["times"]["first"] > 1 for effect in effects.values())  # some were really stopped in the middle
    for item in items:
        assert await services.repository.published.by_id(item)
        published = {"item": item, "action": "publish_item"}
        assert await mongo.db["audit"].count_documents(published) == 1


async def at_work(workers: list[psutil.Process], mongo: Mongo) -> list[psutil.Process]:
    """Those that are through with their start, at least one."""
    while True:
        known = await mongo.db["effects"].distinct("by")
        if found := [worker for worker in workers if worker.pid in known]:
            return found
        await asyncio.sleep(0.02)


async def scheduled_item(services: Services, number: int) -> str:
    """To be published at a moment that has passed by the clock of the workers."""
    data, slugs = {"title": {"en": f"Series {number}"}}, {"en": f"series-{number}"}
    item = await create_item(services, SYSTEM, type="Series", site="eccp", data=data, slugs=slugs)
    await schedule_publication(services, SYSTEM, item.id, "en", "2024-06-01T09:00")
    return item.id


async def test_an_event_whose_worker_is_killed_at_a_point_is_done_by_the_next(mongo: Mongo, start: Start) -> None:
    workers = [start() for _ in POINTS]
    times: dict[str, dict[str, int]] = {}

    for point in POINTS:
        [event] = await happened(1, die=point)
        await until(lambda found: not found["waiting"], mongo)
        effect = await mongo.db["effects"].find_one({"_id": event.id})
        times[point] = effect["times"] if effect else {}

    assert set(await states(mongo)) == {"done"}
    assert times == {
        "leased": {"first": 1, "second": 1},
        "before": {"first": 1, "second": 1},
        "middle": {"first": 2, "second": 1},
        "after": {"first": 2, "second": 2},
        "finished": {"first": 1, "second": 1},
    }
    _killed, alive = psutil.wait_procs(workers, timeout=30)
    assert alive == []  # each was killed at its point
