"""Numbers of requests, lines in the log, and answers where our code failed."""

import asyncio
import re
from typing import Any

import httpx
import pytest
import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.testing import capture_logs

from cms.http.request_log import RequestLog
from tests.cms.http.served import served


async def hello(request: Request) -> Response:
    structlog.get_logger().info("inside", name=request.path_params["name"])
    return Response("hello", status_code=203)


async def broken(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("the secret inner reason")


async def broken_in_the_middle(request: Request) -> Response:
    async def body():
        yield b"some"
        raise RuntimeError("the secret inner reason")

    return StreamingResponse(body(), headers={"content-length": "100"})


APP = Starlette(routes=[Route("/hello/{name}", hello), Route("/middle", broken_in_the_middle)])


def client_of(app: ASGIApp) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(RequestLog(app)), base_url="http://test")


def access_line(logs: list[Any]) -> dict[str, Any]:
    lines = [line for line in logs if line["event"] == "request"]
    assert len(lines) == 1
    return lines[0]


async def test_an_answer_is_one_line() -> None:
    async with client_of(APP) as client:
        with capture_logs() as logs:
            await client.post("/hello/anna")
            line = access_line(logs)

    assert (line["method"], line["path"], line["status"]) == ("POST", "/hello/anna", 405)
    assert line["bytes"] == len("Method Not Allowed")
    assert line["milliseconds"] >= 0


async def test_the_query_is_not_in_the_log() -> None:
    async with client_of(APP) as client:
        with capture_logs() as logs:
            await client.get("/hello/anna?preview=a-secret-token")

    assert "a-secret-token" not in str(logs)


@pytest.mark.parametrize("given", ["abc", "7f3c-11.A_b", "x" * 64])
async def test_a_sane_number_is_kept(given: str) -> None:
    async with client_of(APP) as client:
        answer = await client.get("/hello/anna", headers={"x-request-id": given})

    assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a\tb", "<script>", "ž".encode(), b"a\xff"])
async def test_any_other_number_is_replaced(given: str | bytes) -> None:
    async with client_of(APP) as client:
        answer = await client.get(
            "/hello/anna", headers=[(b"x-request-id", given if isinstance(given, bytes) else given.encode())]
        )

    assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"])


async def test_every_line_of_a_request_carries_its_number_and_no_other() -> None:
    processors = [structlog.contextvars.merge_contextvars]

    async with client_of(APP) as client:
        with capture_logs(processors=processors) as logs:
            await asyncio.gather(
                *(client.get(f"/hello/{n}", headers={"x-request-id": f"number-{n}"}) for n in range(5))
            )

    assert sorted((line["event"], line["request_id"]) for line in logs) == sorted(
        (event, f"number-{n}") for n in range(5) for event in ("inside", "request")
    )
    inside = [line for line in logs if line["event"] == "inside"]
    assert all(line["request_id"] == f"number-{line['name']}" for line in inside)
    assert structlog.contextvars.get_contextvars() == {}


async def test_a_failure_is_a_plain_answer_with_the_number() -> None:
    async with client_of(broken) as client:
        with capture_logs() as logs:
            answer = await client.get("/", headers={"x-request-id": "abc"})

    assert answer.status_code == 500
    assert answer.text == "Something went wrong on our side. If you tell us about it, mention the request abc.\n"
    assert answer.headers["x-request-id"] == "abc"
    assert answer.headers["cache-control"] == "no-store"
    assert access_line(logs)["status"] == 500
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["request failed"]


async def test_an_answer_that_breaks_off_is_seen_as_broken() -> None:
    async with served(RequestLog(APP)) as origin, httpx.AsyncClient() as client:
        with capture_logs() as logs, pytest.raises(httpx.RemoteProtocolError):
            await client.get(f"{origin}/middle")

    assert [line["event"] for line in logs] == ["request failed", "request"]


async def test_what_is_not_http_passes_through() -> None:
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])
        await send(await receive())

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        seen.append(message["type"])

    with capture_logs() as logs:
        await RequestLog(app)({"type": "lifespan"}, receive, send)

    assert seen == ["lifespan", "lifespan.startup"]
    assert logs == []
