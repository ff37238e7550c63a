"""Figures about the outbox for Prometheus."""

import math
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from cms.http.metrics import Metrics
from cms.http.outbox_gauges import OutboxGauges
from cms.kernel.services import Services
from storage.documents import OutboxEvent
from storage.errors import Unavailable
from tests.services import Clock


async def shown(metrics: Metrics) -> dict[str, float]:
    text = bytes((await metrics.endpoint(Request({"type": "http"}))).body).decode()
    families = [one for one in text_string_to_metric_families(text) if one.name.startswith("cms_outbox")]
    return {sample.labels.get("state", "oldest"): sample.value for family in families for sample in family.samples}


@pytest.fixture
def metrics(services: Services, clock: Clock) -> Metrics:
    return Metrics("1", OutboxGauges(services.repository.outbox, clock, fresh_seconds=0))


async def test_what_waits_is_counted_by_why_and_the_oldest_timed(metrics: Metrics, clock: Clock) -> None:
    async def event(state: str, due: timedelta) -> None:
        await OutboxEvent(name="X", at=clock.now, due_at=clock.now + due, state=state).insert()

    assert await shown(metrics) == {"due": 0, "scheduled": 0, "parked": 0, "oldest": 0}

    for state, due in (("waiting", -90), ("waiting", -5), ("waiting", 60), ("parked", -900), ("done", -999)):
        await event(state, timedelta(seconds=due))

    assert await shown(metrics) == {"due": 2, "scheduled": 1, "parked": 1, "oldest": 90}


async def test_without_an_answer_of_the_database_there_is_no_number(
    metrics: Metrics, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*args: object) -> None:
        raise Unavailable("mongodb")

    monkeypatch.setattr(services.repository.outbox, "figures", away)

    assert all(math.isnan(value) for value in (await shown(metrics)).values())


async def test_asking_often_does_not_ask_the_database_often(services: Services, clock: Clock) -> None:
    metrics = Metrics("1", OutboxGauges(services.repository.outbox, clock, fresh_seconds=3600))
    before = await shown(metrics)

    await OutboxEvent(name="X", at=clock.now, due_at=clock.now).insert()

    assert await shown(metrics) == before
