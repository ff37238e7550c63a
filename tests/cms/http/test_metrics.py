"""Figures for Prometheus."""

import asyncio

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.http.metrics import MAX_ROUTES, ROUTE, Metrics


async def hello(request: Request) -> Response:
    return Response("hello", status_code=int(request.query_params.get("status", "200")))


async def broken(request: Request) -> Response:
    raise RuntimeError("on purpose")


@pytest.fixture
def metrics() -> Metrics:
    return Metrics("1.2.3")


def client_of(metrics: Metrics, app: ASGIApp | None = None) -> httpx.AsyncClient:
    routes = [Route("/hello/{name}", hello), Route("/broken", broken), Route("/metrics", metrics.endpoint)]
    counted = metrics.around(app or Starlette(routes=routes))
    transport = httpx.ASGITransport(counted, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://test")


async def figures(metrics: Metrics) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    text = (await metrics.endpoint(Request({"type": "http"}))).body
    families = text_string_to_metric_families(bytes(text).decode())
    return {(s.name, frozenset(s.labels.items())): s.value for family in families for s in family.samples}


async def figure(metrics: Metrics, name: str, **labels: str) -> float | None:
    return (await figures(metrics)).get((name, frozenset(labels.items())))


async def test_requests_are_counted_by_route_and_status(metrics: Metrics) -> None:
    async with client_of(metrics) as client:
        for path in ("/hello/anna", "/hello/jan", "/hello/jan?status=404"):
            await client.get(path)

    route = "/hello/{name}"
    assert await figure(metrics, "cms_requests_total", method="GET", route=route, status="200") == 2
    assert await figure(metrics, "cms_requests_total", method="GET", route=route, status="404") == 1
    assert await figure(metrics, "cms_request_seconds_count", route=route) == 3


async def test_a_failure_counts_as_500(metrics: Metrics) -> None:
    async with client_of(metrics) as client:
        await client.get("/broken")

    assert await figure(metrics, "cms_requests_total", method="GET", route="/broken", status="500") == 1
    assert await figure(metrics, "cms_requests_in_progress") == 0


async def test_the_page_is_in_the_format_that_prometheus_reads(metrics: Metrics) -> None:
    async with client_of(metrics) as client:
        answer = await client.get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "process_resident_memory_bytes" in answer.text


async def test_what_clients_invent_makes_no_new_series(metrics: Metrics) -> None:
    async with client_of(metrics) as client:
        for number in range(50):
            await client.request(f"METHOD{number}", f"/nowhere/{number}")
            await client.get(f"/hello/{number}")

    requests = [labels for name, labels in await figures(metrics) if name == "cms_requests_total"]
    assert sorted(dict(labels)["route"] for labels in requests) == ["/hello/{name}", "unmatched"]


async def test_even_a_careless_app_makes_a_bounded_number_of_series(metrics: Metrics) -> None:
    async def careless(scope: Scope, receive: Receive, send: Send) -> None:
        scope[ROUTE] = scope["path"]
        await Response("")(scope, receive, send)

    async with client_of(metrics, careless) as client:
        for number in range(MAX_ROUTES + 20):
            await client.get(f"/{number}")

    routes = {dict(labels)["route"] for name, labels in await figures(metrics) if name == "cms_requests_total"}
    assert len(routes) == MAX_ROUTES + 1
    assert "other" in routes


async def test_a_plain_asgi_app_names_its_route(metrics: Metrics) -> None:
    async def graphql(scope: Scope, receive: Receive, send: Send) -> None:
        scope[ROUTE] = "/graphql"
        await Response("")(scope, receive, send)

    async with client_of(metrics, graphql) as client:
        await client.post("/graphql")

    assert await figure(metrics, "cms_requests_total", method="POST", route="/graphql", status="200") == 1


async def test_requests_under_way_are_seen(metrics: Metrics) -> None:
    entered, leave = asyncio.Event(), asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        entered.set()
        await leave.wait()
        await Response("")(scope, receive, send)

    async with client_of(metrics, slow) as client:
        request = asyncio.create_task(client.get("/"))
        await entered.wait()
        assert await figure(metrics, "cms_requests_in_progress") == 1
        leave.set()
        await request

    assert await figure(metrics, "cms_requests_in_progress") == 0


async def test_faults_in_compiled_queries_are_counted(metrics: Metrics) -> None:
    metrics.count_compiled_fault("delivery")

    assert await figure(metrics, "cms_graphql_compiled_faults_total", schema="delivery") == 1


async def test_operations_and_the_build_are_reported(metrics: Metrics) -> None:
    metrics.observe_graphql("delivery", "query", "ok", 0.02)

    labels = {"schema": "delivery", "kind": "query", "outcome": "ok"}
    assert await figure(metrics, "cms_graphql_seconds_count", **labels) == 1
    assert await figure(metrics, "cms_graphql_seconds_bucket", **labels, le="0.025") == 1
    assert await figure(metrics, "cms_graphql_seconds_bucket", **labels, le="0.01") == 0
    builds = [dict(labels)["version"] for name, labels in await figures(metrics) if name == "cms_build_info"]
    assert builds == ["1.2.3"]


async def test_what_is_not_http_passes_through(metrics: Metrics) -> None:
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        seen.append(message["type"])

    await metrics.around(app)({"type": "lifespan"}, receive, send)

    assert seen == ["lifespan"]
