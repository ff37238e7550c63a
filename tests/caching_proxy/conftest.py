"""Varnish, a caching proxy as sites have it, before the whole application, and its receiver of webhooks."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from filelock import FileLock
from standardwebhooks import Webhook as Verifier
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from cms.access.actor import SYSTEM
from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.webhooks.actions.create_webhook import create_webhook
from cms.worker import Worker
from storage.change_stream import following
from storage.embedded.engine_process import Engine, EngineProcess
from storage.embedded.log_files import ending
from tests.cms.http.served import served
from tests.engines.programs import find, varnish
from tests.last_lines import SayAtTheEnd
from tests.services import Clock

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "site-developers.md"
NOT_HERE = "it is not on this machine and could not be installed (as root, from Debian's packages)"
TAGS_AT_ONCE = 50
LIMITS = ("-p", "http_gzip_support=off", "-s", "malloc,32m", "-j", "none", "-T", "none")


class Ahead(Clock):
    """Two seconds before the machine's: what is gathered for half a second is due at once."""

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=2)


@dataclass
class Origin:
    """The application as the proxy reaches it; `asked`: what came through."""

    app: ASGIApp
    asked: list[tuple[str, dict[bytes, bytes], int]] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: Any) -> None:
            if message["type"] == "http.response.start":
                self.asked.append((scope["method"], dict(scope["headers"]), message["status"]))
            await send(message)

        await self.app(scope, receive, noted if scope["type"] == "http" else send)


@dataclass
class Proxied:
    """`visitor` speaks to the proxy, `direct` to the CMS; `change_told` waits until the proxy has heard of changes."""

    visitor: httpx.AsyncClient
    direct: httpx.AsyncClient
    origin: Origin
    register: Callable[[str], Awaitable[None]]
    change_told: Callable[[], Awaitable[None]]

    @property
    def asked(self) -> int:
        return len(self.origin.asked)


@pytest.fixture
def clock() -> Clock:
    return Ahead()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> str | None:
    with FileLock(tmp_path_factory.getbasetemp().parent / "varnish.lock"):  # one worker installs, the others wait
        return varnish() if find("Varnish") else None


@pytest.fixture
async def proxied(
    program: str | None, services: Services, sites: None, tmp_path: Path, say_at_the_end: SayAtTheEnd
) -> AsyncIterator[Proxied]:
    if program is None:
        say_at_the_end(f"NOT tried behind Varnish: {NOT_HERE}")
        pytest.skip(NOT_HERE)
    say_at_the_end("Caching was tried behind Varnish.")
    services = replace(services, settings=load_settings(webhook_allowed_networks="127.0.0.1"))
    async with following(services.repository.mongo) as changes:
        while not changes.is_current():
            await asyncio.sleep(0.01)
        origin = Origin(build_app(load_settings(), services, secret_key="s" * 32, changes=changes))
        async with served(origin) as cms, running(program, cms, tmp_path) as proxy:
            receiver = BanningReceiver(proxy)
            async with served(receiver) as hook, client(proxy) as visitor, client(cms) as direct:

                async def register(site: str) -> None:
                    url = f"{hook}/"
                    _made, receiver.secret = await create_webhook(
                        services, SYSTEM, site=site, url=url, events=["cache.invalidated"]
                    )
                    await told()

                async def told() -> None:
                    while await Worker(services).step():
                        pass

                yield Proxied(visitor, direct, origin, register, told)


class BanningReceiver:
    """Turns each message into bans, as `docs/site-developers.md` says."""

    def __init__(self, proxy: str) -> None:
        self._proxy = proxy
        self.secret = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope, receive)
            body = await request.body()
            Verifier(self.secret).verify(body, dict(request.headers))
            await self._ban(orjson.loads(body)["data"]["tags"])
            await Response(status_code=204)(scope, receive, send)

    async def _ban(self, tags: list[str]) -> None:
        async with client(self._proxy) as proxy:
            for start in range(0, len(tags), TAGS_AT_ONCE):
                named = (re.sub(r"[.*]", r"[\g<0>]", tag) for tag in tags[start : start + TAGS_AT_ONCE])
                answer = await proxy.request("BAN", "/", headers={"purge-tags": f"({'|'.join(named)})"})
                assert answer.status_code == 200


def client(origin: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=origin, headers={"accept-encoding": "identity"}, timeout=20)


@asynccontextmanager
async def running(program: str, cms: str, folder: Path) -> AsyncIterator[str]:
    """The proxy's origin."""
    [configuration] = re.findall(r"```vcl\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    vcl = folder / "site.vcl"
    vcl.write_text(configuration.replace("8000", cms.rpartition(":")[2]))
    port, output = free_port(), folder / "varnish.log"
    where = f"http://127.0.0.1:{port}"
    engine = Engine(
        name="Varnish",
        command=[program, "-F", "-n", str(folder / "work"), "-a", f"127.0.0.1:{port}", "-f", str(vcl), *LIMITS],
        environment={"PATH": "/usr/bin:/bin"},
        output=output,
        is_ready=lambda: answers(where),
        explain=lambda status: f"Varnish {ending(status, '')}: {output.read_text('utf-8', 'replace')[-2000:]}",
        grace_seconds=2,
    )
    async with EngineProcess(engine):
        yield where


async def answers(where: str) -> bool:
    try:
        async with client(where) as visitor:
            return (await visitor.get("/readyz")).is_success
    except httpx.HTTPError:
        return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]
