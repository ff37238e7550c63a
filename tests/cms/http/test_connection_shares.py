"""However many connections somebody opens, everybody else is answered, and so is whoever asks how the server does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from cms.http.client_address import ForwardedClient, TrustedProxies
from cms.http.connection import ConnectionLimits, connections
from cms.http.health import Health
from cms.http.open_files import room_for
from cms.http.request_shares import RequestShares
from cms.kernel.turns import client_of_work
from tests.cms.http.clients import Scene, scene
from tests.cms.http.served import served

GET = b"GET %b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
BODY = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n"
FEW = ConnectionLimits(total=40, per_network=20, reserve=6, reserve_per_network=2)
MANY = 1050


@contextlib.asynccontextmanager
async def held(server: Scene, count: int, sent: bytes, *sources: str) -> AsyncIterator[None]:
    """So many connections of each of these addresses, each with what was sent on it and nothing more."""
    opened = [await server.connect(source) for source in sources for _ in range(count)]
    for _reader, writer in opened:
        writer.write(sent)
    while len(server.made) < len(opened):
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        for _reader, writer in opened:
            writer.transport.abort()


@pytest.mark.parametrize("source", ["127.0.0.1", "127.0.9.9"])
@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHo"])
async def test_a_thousand_idle_connections_keep_nobody_out(source: str, sent: bytes) -> None:
    """Those of the same network neither: an office has one address."""
    assert room_for(2 * MANY) == 2 * MANY, "the tests need as many open files: raise ulimit -n"
    async with scene() as server, held(server, MANY, sent, "127.0.9.9"):
        for path in (b"/", b"/healthz"):
            assert (await server.ask(GET % path, source)).startswith(b"HTTP/1.1 200 ")


async def test_idle_connections_of_many_networks_keep_nobody_out() -> None:
    networks = [f"127.0.7.{number}" for number in range(1, 11)]

    async with scene(FEW) as server, held(server, 10, b"", *networks):
        assert (await server.ask(GET % b"/")).startswith(b"HTTP/1.1 200 ")


async def test_a_network_whose_places_are_all_busy_waits_for_them_and_others_do_not() -> None:
    async with scene(FEW) as server, held(server, FEW.per_network, BODY, "127.0.9.9"):
        await _all_busy(server, FEW.per_network)
        refused = await server.ask(GET % b"/", "127.0.9.9")
        health = await server.ask(GET % b"/healthz?0", "127.0.9.9")
        other = await server.ask(GET % b"/", "127.0.9.8")

    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"retry-after: 2" in refused
    assert b"Try again" in refused
    assert health.startswith(b"HTTP/1.1 200 ")
    assert other.startswith(b"HTTP/1.1 200 ")


async def test_health_is_answered_where_all_places_are_busy_and_the_reserve_is_held() -> None:
    networks = [f"127.0.7.{number}" for number in range(1, 11)]

    async with scene(FEW) as server, held(server, 4, BODY, *networks):
        await _all_busy(server, FEW.total)
        async with held(server, 2, b"", *networks):
            health = await server.ask(GET % b"/healthz")
            ready = await server.ask(GET % b"/readyz")
            other = await server.ask(GET % b"/")

    assert health.startswith(b"HTTP/1.1 200 ")
    assert ready.startswith(b"HTTP/1.1 200 ")
    assert other.startswith(b"HTTP/1.1 503 ")


async def test_places_are_free_again() -> None:
    async with scene(FEW) as server:
        for _ in range(3):
            async with held(server, FEW.per_network, BODY, "127.0.9.9"):
                pass
        await _all_gone(server)
        async with held(server, FEW.per_network - 1, BODY, "127.0.9.9"):
            assert (await server.ask(GET % b"/", "127.0.9.9")).startswith(b"HTTP/1.1 200 ")


async def test_a_connection_that_is_used_again_is_not_idle_meanwhile() -> None:
    async with scene(FEW) as server:
        reader, writer = await server.connect("127.0.9.9")
        for _ in range(3):
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            await reader.readuntil(b"\r\n\r\n")
        writer.write(BODY)
        await _all_busy(server, 1)
        async with held(server, 2 * FEW.per_network, b"", "127.0.9.9"):
            writer.write(b"x")
            answer = await reader.readline()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200 ")


async def _all_busy(server: Scene, count: int) -> None:
    async with asyncio.timeout(10):
        while sum(one.cycle is not None and not one.cycle.response_complete for one in server.made) < count:
            await asyncio.sleep(0.01)


async def _all_gone(server: Scene) -> None:
    async with asyncio.timeout(10):
        while not all(one.parser is None for one in server.made):
            await asyncio.sleep(0.01)


PROXY = TrustedProxies.named("127.0.9.0/24")


class Waiting:
    """Answers /wait only when it may."""

    def __init__(self) -> None:
        self.under_way = 0
        self.may_go_on = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.under_way += 1
        if scope["path"] == "/wait":
            await self.may_go_on.wait()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})


async def test_behind_a_trusted_proxy_each_client_has_a_share_of_its_own() -> None:
    app = Waiting()
    async with _behind_proxy(RequestShares(app, 3)) as proxy, asyncio.timeout(10):
        waiting = [asyncio.create_task(proxy.get("/wait", headers=_client("203.0.113.7"))) for _ in range(3)]
        while app.under_way < 3:
            await asyncio.sleep(0.01)
        same = await proxy.get("/", headers=_client("198.51.100.1, 203.0.113.7"))
        other = await proxy.get("/", headers=_client("203.0.113.7, 198.51.100.1"))
        app.may_go_on.set()
        statuses = {(await one).status_code for one in waiting}
        after = await proxy.get("/", headers=_client("203.0.113.7"))

    assert (same.status_code, other.status_code, statuses, after.status_code) == (503, 200, {200}, 200)


async def test_what_a_request_computes_counts_for_its_network() -> None:
    clients: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        clients.append(client_of_work.get())
        await PlainTextResponse("")(scope, receive, send)

    async with _behind_proxy(RequestShares(app, 3)) as proxy:
        for client in ("203.0.113.7", "2001:db8:1:2:3::9", "203.0.113.8"):
            await proxy.get("/", headers=_client(client))

    assert clients[-3:] == ["203.0.113.7", "2001:db8:1:2::/64", "203.0.113.8"]


async def test_health_counts_to_no_share() -> None:
    health = Starlette(routes=Health({}).routes())
    async with _behind_proxy(RequestShares(health, 0)) as proxy:
        assert (await proxy.get("/healthz", headers=_client("203.0.113.7"))).status_code == 200


async def test_a_trusted_proxy_may_hold_more_connections_than_one_client() -> None:
    app = Waiting()
    limits = ConnectionLimits(total=40, per_network=2)
    async with _behind_proxy(app, limits) as proxy, asyncio.timeout(10):
        waiting = [asyncio.create_task(proxy.get("/wait")) for _ in range(10)]
        while app.under_way < 10:
            await asyncio.sleep(0.01)
        app.may_go_on.set()

        assert {(await one).status_code for one in waiting} == {200}


@contextlib.asynccontextmanager
async def _behind_proxy(app: ASGIApp, limits: ConnectionLimits | None = None) -> AsyncIterator[httpx.AsyncClient]:
    async with served(ForwardedClient(app, PROXY), connections(limits or ConnectionLimits(), PROXY)) as origin:
        transport = httpx.AsyncHTTPTransport(local_address="127.0.9.9", limits=httpx.Limits(max_connections=100))
        async with httpx.AsyncClient(base_url=origin, transport=transport) as client:
            yield client


def _client(addresses: str) -> dict[str, str]:
    return {"x-forwarded-for": addresses}
