"""People at the door: real sessions over a real database, in browsers whose time a test moves."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest

from cms.accounts.people import create_account
from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.mail.mail_values import mail_values
from cms.worker import Worker
from storage.documents import Account, Mail
from storage.mongo import Mongo

PASSWORD = "a right password"
RIGHT = {"email": "anna@example.org", "password": PASSWORD}
WRONG = {**RIGHT, "password": "a wrong password"}

Entrance = Callable[..., Awaitable[httpx.AsyncClient]]
Trail = Callable[[], Awaitable[list[dict[str, Any]]]]
Work = Callable[[], Awaitable[None]]
Links = Callable[[], Awaitable[list[tuple[str, str]]]]


@pytest.fixture
async def anna(services: Services) -> Account:
    return await create_account(
        services, email=RIGHT["email"], name="Anna", password=PASSWORD, roles={"eccp": ["editor"]}
    )


@pytest.fixture
async def admin(services: Services) -> Account:
    return await create_account(
        services, email="admin@example.org", name="Admin", password=PASSWORD, roles={"*": ["administrator"]}
    )


@pytest.fixture
async def entrance(services: Services) -> AsyncIterator[Entrance]:
    """Each call is another browser, and another process of the CMS over the same database."""
    async with AsyncExitStack() as stack:

        async def make(
            network: str = "203.0.113.7", public_url: str | None = None, services: Services = services, **settings: Any
        ) -> httpx.AsyncClient:
            app = build_app(load_settings(public_url=public_url, **settings), services, secret_key="s" * 32)
            transport = httpx.ASGITransport(app, client=(network, 5000))
            client = httpx.AsyncClient(transport=transport, base_url=public_url or "http://cms.test")
            return await stack.enter_async_context(client)

        yield make


@pytest.fixture
async def browser(entrance: Entrance) -> httpx.AsyncClient:
    return await entrance()


@pytest.fixture
def trail(mongo: Mongo) -> Trail:
    """The audit entries, in the order of their writing, as (action, by, details)."""

    async def read() -> list[dict[str, Any]]:
        found = await mongo.db["audit"].find({}).sort("_id", 1).to_list(None)
        return [{name: one[name] for name in ("action", "by", "details")} for one in found]

    return read


@pytest.fixture
def work(services: Services) -> Work:
    """The worker works until nothing is due."""

    async def until_done() -> None:
        worker = Worker(services)
        while await worker.step():
            pass

    return until_done


@pytest.fixture
def links(services: Services, mongo: Mongo) -> Links:
    """(template, token) of each mail with a link, in the order in which they were queued."""

    async def read() -> list[tuple[str, str]]:
        mails = [Mail.model_validate(one) for one in await mongo.db["mails"].find({}).sort("_id", 1).to_list(None)]
        values = [(mail.template, mail_values(services, mail).get("link", "")) for mail in mails]
        return [(template, link.partition("?token=")[2]) for template, link in values if link]

    return read


async def manage(browser: httpx.AsyncClient, query: str, **variables: Any) -> Any:
    """The data of an operation of the management API, in this browser's session."""
    answer = await browser.post("/management/graphql", json={"query": query, "variables": variables})
    body = answer.json()
    assert "errors" not in body, body["errors"]
    return body["data"]


def who(answer: httpx.Response) -> str | None:
    person = answer.json()["person"]
    return person and person["email"]


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]
