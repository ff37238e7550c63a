"""The whole application in this process, as its doors are: a visitor, and an editor's browser."""

from collections.abc import AsyncIterator

import httpx
import pytest

from cms.accounts.people import create_account
from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import load_settings

PASSWORD = "correct horse battery"


@pytest.fixture
async def visitor(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def browser(services: Services, visitor: httpx.AsyncClient) -> httpx.AsyncClient:
    """Of an editor of both sites who is signed in."""
    roles = {"eccp": ["editor"], "nca": ["editor"]}
    await create_account(services, email="ed@example.org", name="Ed", password=PASSWORD, roles=roles)
    answer = await visitor.post("/session", json={"email": "ed@example.org", "password": PASSWORD})
    assert answer.status_code == 200
    return visitor
