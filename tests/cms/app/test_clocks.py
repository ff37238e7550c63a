"""Machines whose clocks are wrong: what one of them leaves is due for the others at once, and the drift is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from cms.accounts.people import create_account
from cms.app import build_app
from cms.kernel import database_clock
from cms.kernel.engines import EngineAddresses
from cms.kernel.recurring import Job, Recurring
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services
from cms.worker import Worker
from storage.embedded import Engines, S3Address
from storage.migrations import start_lock

KEY = "s" * 32
TOKEN = "t" * 32


@pytest.fixture(params=[10, -10], ids=["ahead", "behind"])
async def wrong(
    request: pytest.FixtureRequest, engines: Engines, mongodb_url: str, s3: S3Address, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Services]:
    """A CMS on a machine whose clock is ten minutes ahead or behind."""
    address, _question, options = mongodb_url.partition("?")
    server, _slash, database = address.rpartition("/")
    off = timedelta(minutes=request.param)
    monkeypatch.setattr(database_clock, "machine_time", lambda: datetime.now(UTC) + off)
    addresses = EngineAddresses(f"{server}/?{options}", s3, KEY)
    async with open_services(load_settings(mongodb_database=database, metrics_token=TOKEN), addresses) as services:
        yield services


@pytest.fixture
async def right(wrong: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    """Another machine beside it, whose clock is right."""
    with monkeypatch.context() as moment:
        moment.setattr(database_clock, "machine_time", lambda: datetime.now(UTC))
        async with database_clock.database_clock(wrong.repository.mongo) as clock:
            yield replace(wrong, clock=clock)


@asynccontextmanager
async def _browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build_app(services.settings, services, secret_key=KEY))
    async with httpx.AsyncClient(transport=transport, base_url="http://cms.test") as client:
        yield client


async def test_a_mail_of_that_machine_goes_out_at_once(wrong: Services, right: Services) -> None:
    await create_account(wrong, email="ed@example.org", name="Ed", password="correct horse battery", roles={})

    async with _browser(wrong) as client:
        assert (await client.post("/session/reset-request", json={"email": "ed@example.org"})).status_code == 202
    worker, mails = Worker(right), right.repository.mongo.db["mails"]
    async with asyncio.timeout(60):  # both know the time of the database to some milliseconds
        while not await mails.find_one({"state": "kept"}):
            await worker.step()
            await asyncio.sleep(0.02)


async def test_a_lease_of_a_machine_holds_for_all_as_long_as_it_lasts(wrong: Services, right: Services) -> None:
    done: list[str] = []

    async def work(services: Services) -> None:
        done.append("once")
        assert not await Recurring(right, [job]).step(), "somebody else is at it"

    job = Job("sample", timedelta(hours=1), work)
    assert await Recurring(wrong, [job]).step()

    assert not await Recurring(right, [job]).step() and done == ["once"]


async def test_the_drift_is_measured(wrong: Services) -> None:
    async with _browser(wrong) as client:
        lines = (await client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})).text.splitlines()

    drift = next(float(line.split()[-1]) for line in lines if line.startswith("cms_clock_drift_seconds"))
    assert 590 < abs(drift) < 610


async def test_the_start_lock_goes_by_the_time_of_the_database(wrong: Services) -> None:
    mongo = wrong.repository.mongo
    async with start_lock(mongo):
        lock = await mongo.db["locks"].find_one({"_id": "start"})
        assert lock
        left = lock["until"] - await mongo.time()

    assert timedelta(seconds=50) < left <= timedelta(seconds=60)
