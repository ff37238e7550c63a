"""The management API through the whole application: who gets in, and who does not."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from cms.accounts.people import create_account
from cms.app import build_app
from cms.http import explorer
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.conditions import EVERYTHING
from storage.documents import Account
from storage.mongo import Mongo

ADDRESS = "/management/graphql"
PASSWORD = "correct horse battery"
METRICS_TOKEN = "m" * 32
CREATE = """mutation { createItem(input: {type: "Person", site: "eccp", data: {name: "Ana"}}) { item { id } } }"""
WHO = {"query": "{ viewer { email roles { site roles } } }"}


@pytest.fixture
async def browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(metrics_token=METRICS_TOKEN), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def account(services: Services, browser: httpx.AsyncClient) -> Account:
    """An editor, signed in with the browser."""
    made = await create_account(
        services, email="ed@example.org", name="Ed", password=PASSWORD, roles={"eccp": ["editor"]}
    )
    answer = await browser.post("/session", json={"email": "ed@example.org", "password": PASSWORD})
    assert answer.status_code == 200
    return made


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["errors"][0]["extensions"]["code"]


async def test_whoever_is_signed_in_is_known_with_roles(browser: httpx.AsyncClient, account: Account) -> None:
    answer = await browser.post(ADDRESS, json=WHO)

    roles = [{"site": "eccp", "roles": ["editor"]}]
    assert answer.json() == {"data": {"viewer": {"email": "ed@example.org", "roles": roles}}}
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("cookie", [None, "x", "WyI2NWYwIiwieCJd.aaaa.bbbb", "a" * 5000])
async def test_nobody_gets_in_without_a_session_of_ours(
    services: Services, browser: httpx.AsyncClient, cookie: str | None
) -> None:
    headers = {"cookie": f"cms_session={cookie}"} if cookie else {}

    answers = [
        await browser.post(ADDRESS, json={"query": CREATE}, headers=headers),
        await browser.post(ADDRESS, content=b"not even JSON", headers=headers),
        await browser.get(ADDRESS, params=WHO, headers=headers),
        await browser.get(f"{ADDRESS}/schema.graphql", headers=headers),
        await browser.get(ADDRESS, headers={**headers, "accept": "text/html"}),
    ]

    assert [code(answer) for answer in answers] == [(401, "UNAUTHENTICATED")] * 5
    assert await services.repository.item_lists.count(EVERYTHING, 1) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.test"},
        {"origin": "null"},
        {"origin": "http://cms.test:8000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
async def test_a_foreign_page_cannot_use_the_session(
    services: Services, browser: httpx.AsyncClient, account: Account, headers: dict[str, str]
) -> None:
    posted = await browser.post(ADDRESS, json={"query": CREATE}, headers=headers)
    read = await browser.get(ADDRESS, params=WHO, headers=headers)

    assert code(posted) == code(read) == (403, "FOREIGN_ORIGIN")
    assert await services.repository.item_lists.count(EVERYTHING, 1) == 0


async def test_a_foreign_page_is_allowed_nothing_beforehand(browser: httpx.AsyncClient, account: Account) -> None:
    answer = await browser.options(ADDRESS, headers={"origin": "https://evil.test"})

    assert not [name for name in answer.headers if name.startswith("access-control-")]


async def test_our_own_pages_may(browser: httpx.AsyncClient, account: Account) -> None:
    answer = await browser.post(ADDRESS, json={"query": CREATE}, headers={"origin": "http://cms.test"})

    assert answer.json()["data"]["createItem"]["item"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_what_a_foreign_form_can_send_is_refused(
    services: Services, browser: httpx.AsyncClient, account: Account, kind: str
) -> None:
    body = b'{"query": "mutation { __typename }"}'

    answer = await browser.post(ADDRESS, content=body, headers={"content-type": kind})

    assert code(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


async def test_a_link_changes_nothing(services: Services, browser: httpx.AsyncClient, account: Account) -> None:
    answer = await browser.get(ADDRESS, params={"query": CREATE})

    assert code(answer) == (405, "MUTATION_NOT_ALLOWED")
    assert await services.repository.item_lists.count(EVERYTHING, 1) == 0


async def test_roles_taken_away_are_gone_at_the_next_request(
    browser: httpx.AsyncClient, account: Account, mongo: Mongo
) -> None:
    await mongo.db["accounts"].update_one({"_id": account.id}, {"$set": {"roles": {}}})

    answer = await browser.post(ADDRESS, json={"query": CREATE.replace("item {", "refusal { code } item {")})

    assert answer.json()["data"]["createItem"]["refusal"] == {"code": "NOT_PERMITTED"}


async def test_an_account_that_is_closed_ends_its_sessions(
    browser: httpx.AsyncClient, account: Account, mongo: Mongo
) -> None:
    await mongo.db["accounts"].update_one({"_id": account.id}, {"$set": {"is_active": False}})

    assert code(await browser.post(ADDRESS, json=WHO)) == (401, "UNAUTHENTICATED")


async def test_the_schema_is_for_people_with_a_session(browser: httpx.AsyncClient, account: Account) -> None:
    answer = await browser.get(f"{ADDRESS}/schema.graphql")

    assert answer.status_code == 200 and "type Mutation" in answer.text
    assert answer.headers["cache-control"] == "no-store"


async def test_an_item_has_at_most_a_megabyte(browser: httpx.AsyncClient, account: Account, sites: None) -> None:
    query = """mutation ($data: JSON!) { createItem(input: {type: "Edition", site: "eccp", data: $data}) {
      item { id version } problems { code } } }"""
    locales = ["en", "cs", "bg", "ro", "de", "fr", "it", "es", "pl", "pt", "sk"]

    async def create(number: int) -> httpx.Response:
        texts = dict.fromkeys(locales[:number], "a" * 100_000)
        return await browser.post(ADDRESS, json={"query": query, "variables": {"data": {"lead_before": texts}}})

    stored, refused = [(await create(number)).json()["data"]["createItem"] for number in (9, 11)]
    change = """mutation ($id: ID!, $changes: JSON!) { updateItem(input: {id: $id, baseVersion: 1, changes: $changes}) {
      item { id } problems { code } } }"""
    more = {"id": stored["item"]["id"], "changes": {"theme": dict.fromkeys(["en", "cs"], "b" * 90_000)}}
    grown = await browser.post(ADDRESS, json={"query": change, "variables": more})

    assert stored["item"] and not stored["problems"]
    assert refused == {"item": None, "problems": [{"code": "TOO_LARGE"}]}
    assert grown.json()["data"]["updateItem"] == refused


async def test_a_larger_request_is_not_read(browser: httpx.AsyncClient, account: Account) -> None:
    headers = {"content-type": "application/json"}

    assert code(await browser.post(ADDRESS, content=b" " * 2_600_000, headers=headers)) == (413, "BODY_TOO_LARGE")


async def test_its_operations_are_measured_apart(browser: httpx.AsyncClient, account: Account) -> None:
    await browser.post(ADDRESS, json={"query": CREATE})

    closed = await browser.get("/metrics")
    figures: Any = (await browser.get("/metrics", headers={"authorization": f"Bearer {METRICS_TOKEN}"})).text

    assert closed.status_code == 401
    assert 'cms_graphql_seconds_count{kind="mutation",outcome="ok",schema="management"} 1.0' in figures


async def test_whoever_is_signed_in_gets_an_explorer(
    browser: httpx.AsyncClient, account: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "PAGE", tmp_path / "index.html")
    (tmp_path / "index.html").write_text("<title>{{title}}</title>", "utf-8")

    page = await browser.get(ADDRESS, headers={"accept": "text/html"})
    examples = await browser.get(f"{ADDRESS}/examples", headers={"sec-fetch-site": "same-origin"})

    assert page.status_code == examples.status_code == 200
    assert page.headers["content-type"].startswith("text/html") and "management" in page.text
    assert page.headers["cache-control"] == examples.headers["cache-control"] == "no-store"
