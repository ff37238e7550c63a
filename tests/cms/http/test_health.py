"""Liveness and readiness."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from cms.http.health import Health
from storage.errors import Unavailable
from tests.killable_s3 import KillableS3, store_of


@asynccontextmanager
async def probing(probes: Mapping[str, Callable[[], Awaitable[object]]]):
    app = Starlette(routes=Health(probes).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


async def well() -> None:
    pass


async def away() -> None:
    raise Unavailable("mongodb", "no primary")


async def leaky() -> None:
    raise ConnectionError("mongodb://admin:hunter2@db/")


async def hanging() -> None:
    await asyncio.Event().wait()


async def stubborn() -> None:
    """Cannot be cancelled."""
    for _ in range(2):
        try:
            await asyncio.sleep(3)
        except asyncio.CancelledError:
            continue


def reason(answer: httpx.Response, engine: str) -> Any:
    return answer.json()["engines"][engine].get("reason")


async def test_a_process_that_turns_is_alive_whatever_its_engines_do() -> None:
    async with probing({"mongodb": away, "s3": hanging}) as client:
        answer = await client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})
    assert answer.headers["cache-control"] == "no-store"


async def test_all_engines_well_is_ready() -> None:
    async with probing({"mongodb": well, "s3": well}) as client:
        answer = await client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ready"
    assert {engine["status"] for engine in answer.json()["engines"].values()} == {"ready"}


async def test_the_engine_that_is_away_is_named() -> None:
    async with probing({"mongodb": away, "s3": well}) as client:
        answer = await client.get("/readyz")

    assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")
    assert answer.json()["engines"]["mongodb"] == {
        "status": "away",
        "reason": "mongodb is not available: no primary",
    }
    assert answer.json()["engines"]["s3"]["status"] == "ready"


async def test_errors_of_drivers_are_not_shown() -> None:
    async with probing({"mongodb": leaky}) as client:
        answer = await client.get("/readyz")

    assert reason(answer, "mongodb") == "ConnectionError"
    assert "hunter2" not in answer.text


@pytest.mark.parametrize("probe", [hanging, stubborn])
async def test_a_probe_that_hangs_is_not_waited_for(probe: Callable[[], Awaitable[None]]) -> None:
    async with probing({"mongodb": probe, "s3": well}) as client, asyncio.timeout(2.5):
        answer = await client.get("/readyz")

    assert answer.status_code == 503
    assert reason(answer, "mongodb") == "no answer within 1 s"


async def test_many_questions_at_once_are_one_probe() -> None:
    calls: list[int] = []

    async def counted() -> None:
        calls.append(1)
        await asyncio.sleep(0)

    async with probing({"mongodb": counted}) as client:
        await asyncio.gather(*(client.get("/readyz") for _ in range(10)))

    assert len(calls) < 10


async def test_only_changes_are_logged() -> None:
    state = {"probe": well}

    async with probing({"mongodb": lambda: state["probe"]()}) as client:
        with capture_logs() as logs:
            for probe in (well, away, away, well, well):
                state["probe"] = probe
                await client.get("/readyz")

    assert [(line["event"], line["engine"]) for line in logs] == [
        ("engine away", "mongodb"),
        ("engine back", "mongodb"),
    ]


async def test_the_object_store_is_probed_really(killable_s3: KillableS3) -> None:
    store = store_of(killable_s3.address)

    async with probing({"s3": store.ping}) as client:
        before = await client.get("/readyz")
        killable_s3.kill()
        meanwhile = await client.get("/readyz")
        killable_s3.start()
        after = await client.get("/readyz")

    assert [answer.status_code for answer in (before, meanwhile, after)] == [200, 503, 200]
    assert reason(meanwhile, "s3").startswith("s3 is not available")
    store.close()
