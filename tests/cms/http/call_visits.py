"""Visits of the pages of a call over plain HTTP, for the tests of them."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from tests.journeys.calls_site import CallsSite

BOUNDARY = "----form"


@pytest.fixture
async def visitor(calls_site: CallsSite) -> AsyncIterator[httpx.AsyncClient]:
    """Without a script; cookies are kept."""
    async with httpx.AsyncClient(base_url=calls_site.url, timeout=30) as client:
        yield client


@pytest.fixture
async def applicant(calls_site: CallsSite, visitor: httpx.AsyncClient) -> httpx.AsyncClient:
    """In a session, having come by the link from the mail."""
    return await come_in(calls_site, visitor, "jana@klastr.example")


async def come_in(calls_site: CallsSite, visitor: httpx.AsyncClient, email: str) -> httpx.AsyncClient:
    token = await form_token(visitor, "")
    calls_site.clock.now += timedelta(minutes=1)
    await visitor.post("start", data={"email": email, "token": token})
    opened = await visitor.get(await calls_site.link_to(email))
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', opened.text))
    answer = await visitor.post("open", data=fields)
    assert answer.status_code == 303
    return visitor


async def form_token(client: httpx.AsyncClient, below: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', (await client.get(below)).text)
    assert found is not None
    return found[1]


async def begun(applicant: httpx.AsyncClient) -> str:
    """Where a new application is, below the call, with a slash at the end."""
    token = await form_token(applicant, "applications")
    answer = await applicant.post("applications", data={"token": token})
    return "applications/" + answer.headers["location"].rpartition("/applications/")[2]


async def assert_nothing_is_there(visitor: httpx.AsyncClient, url: str) -> None:
    answer = await visitor.get(url)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
