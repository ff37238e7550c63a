"""A client that asks for very much, and everybody else."""

import asyncio

import httpx

from cms.app import build_app
from cms.http.query_shares import LEAST_COST
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.change_stream import following

SITES = "query Asked%d { __typename }"


async def test_a_flood_of_queries_is_refused_while_kept_pages_and_other_networks_are_answered(
    services: Services,
) -> None:
    settings = load_settings(query_cost_per_minute=4 * LEAST_COST)
    async with following(services.repository.mongo) as changes:
        while not changes.is_current():
            await asyncio.sleep(0.01)
        app = build_app(settings, services, secret_key="s" * 32, changes=changes)
        async with _visitor(app, "127.0.0.1") as flooding, _visitor(app, "127.0.0.2") as other:
            page = {"query": SITES % 0}
            before = await flooding.get("/graphql", params=page)
            statuses = [(await _ask(flooding, number)).status_code for number in range(1, 9)]
            refused = await _ask(flooding, 9)
            kept = await flooding.get("/graphql", params=page)
            elsewhere = await _ask(other, 10)

    assert statuses == [200] * 3 + [429] * 5
    assert refused.json()["errors"][0]["extensions"]["code"] == "TOO_MANY_REQUESTS"
    assert 0 < int(refused.headers["retry-after"]) <= 120
    assert refused.headers["cache-control"] == "no-store"
    assert (before.status_code, kept.status_code, elsewhere.status_code) == (200, 200, 200)


async def _ask(client: httpx.AsyncClient, number: int) -> httpx.Response:
    return await client.post("/graphql", json={"query": SITES % number})


def _visitor(app: object, address: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=(address, 1))  # pyright: ignore[reportArgumentType]
    return httpx.AsyncClient(transport=transport, base_url="http://cms.test")
