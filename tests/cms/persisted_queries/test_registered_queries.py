"""Documents that sites register, through the whole application: who answers them, and what a site answers besides."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
import orjson
import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.create_token import create_token
from cms.accounts.people import actor_of, create_account
from cms.app import build_app
from cms.items.actions import publish_item, update_item
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.errors import CmsError, Invalid, NotPermitted
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.persisted_queries import registration
from cms.persisted_queries.actions.register_queries import register_queries
from cms.persisted_queries.actions.remove_registered_queries import remove_registered_queries
from cms.persisted_queries.registration import Registration
from cms.persisted_queries.remote import RemoteCms
from storage.documents import AuditEntry, RegisteredQuery
from tests.cms.http.served import served
from tests.services import Clock

NAME = Registration("Name", 'query Name { site(key: "nca") { name } }')
KEY = Registration("Key", 'query Key { site(key: "nca") { key } }')
OTHER = 'query Other { site(key: "eccp") { key } }'
NAMED = {"data": {"site": {"name": "Národní klastrová asociace"}}}
NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
NOT_REGISTERED = "QUERY_NOT_REGISTERED"

Get = Callable[..., Awaitable[dict[str, Any]]]
Register = Callable[..., Awaitable[list[RegisteredQuery]]]


@pytest.fixture(autouse=True)
async def _sites(sites: None) -> None:
    """Sites that may register."""


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
def get(client: httpx.AsyncClient) -> Get:
    async def asked(**parameters: Any) -> dict[str, Any]:
        return (await client.get("/graphql", params=parameters)).json()

    return asked


@pytest.fixture
def register(services: Services) -> Register:
    async def registered(*documents: Registration, site: str = "nca") -> list[RegisteredQuery]:
        return await register_queries(services, SYSTEM, site=site, documents=documents)

    return registered


@pytest.fixture
async def registered_only(services: Services) -> None:
    """The Czech site answers registered queries only."""
    [site] = [item for item in await services.repository.items.of_sites("Site", None) if item.site == "nca"]
    await update_item(services, SYSTEM, site.id, site.version, {"registered_queries_only": True})
    await publish_item(services, SYSTEM, site.id, ["cs", "en"])


def by_hash(document: Registration) -> dict[str, str]:
    return {"extensions": orjson.dumps({"persistedQuery": {"version": 1, "sha256Hash": document.hash}}).decode()}


def by_id(document: Registration) -> dict[str, str]:
    return {"documentId": f"sha256:{document.hash}"}


def code_of(answer: dict[str, Any]) -> str:
    return answer["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize("named", [by_hash, by_id])
async def test_a_registered_document_is_asked_by_its_hash_alone(
    get: Get, register: Register, named: Callable[[Registration], dict[str, str]]
) -> None:
    unknown = await get(**named(NAME))
    await register(NAME)
    known = await get(**named(NAME))

    assert code_of(unknown) == NOT_FOUND
    assert known == NAMED


async def test_the_body_names_a_document_as_the_address_does(client: httpx.AsyncClient, register: Register) -> None:
    await register(NAME)

    known = await client.post("/graphql", json=by_id(NAME))
    md5 = await client.post("/graphql", json={"documentId": "md5:1234"})

    assert known.json() == NAMED
    assert (md5.status_code, code_of(md5.json())) == (400, "BAD_REQUEST")


async def test_what_is_registered_already_stays_as_it_is(register: Register, clock: Clock, services: Services) -> None:
    [first] = await register(NAME)
    clock.now += timedelta(days=1)

    added = await register(NAME, KEY, KEY)

    assert [query.name for query in added] == ["Key"]
    kept = await RegisteredQuery.get(first.id)
    assert kept and kept.registered_at == first.registered_at
    assert await AuditEntry.find({"action": "register_queries"}).count() == 2


@pytest.mark.usefixtures("registered_only")
async def test_a_site_of_registered_queries_answers_no_other_ones(get: Get, register: Register) -> None:
    await register(NAME)

    assert await get(query=NAME.text) == await get(**by_hash(NAME)) == NAMED
    assert code_of(await get(query=KEY.text)) == NOT_REGISTERED
    assert code_of(await get(query=f"{NAME.text} ")) == NOT_REGISTERED, "another text, by a byte"
    assert await get(query=OTHER) == {"data": {"site": {"key": "eccp"}}}, "other sites decide for themselves"
    assert "errors" not in await get(query="{ __typename }")


@pytest.mark.usefixtures("registered_only")
async def test_what_another_site_has_registered_is_not_registered_here(get: Get, register: Register) -> None:
    await register(NAME, site="eccp")

    assert code_of(await get(**by_hash(NAME))) == NOT_REGISTERED


@pytest.mark.usefixtures("registered_only")
async def test_a_node_of_such_a_site_needs_a_registered_query_too(get: Get, register: Register) -> None:
    ids = Registration("Ids", 'query Ids { site(key: "nca") { id } }')
    await register(ids)
    id = (await get(**by_hash(ids)))["data"]["site"]["id"]

    answer = await get(query=f'{{ node(id: "{id}") {{ __typename }} }}')

    assert code_of(answer) == NOT_REGISTERED


@pytest.mark.usefixtures("registered_only")
async def test_a_preview_of_such_a_site_may_ask_anything(get: Get, services: Services) -> None:
    token = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "nca"))

    answer = await get(query=f'{{ site(key: "nca", preview: "{token}") {{ key }} }}')

    assert answer == {"data": {"site": {"key": "nca"}}}


@pytest.mark.usefixtures("registered_only")
async def test_what_is_removed_is_no_longer_answered(get: Get, register: Register, services: Services) -> None:
    await register(NAME, KEY)
    for _ in range(3):  # so that it is kept wherever answers are kept
        assert "errors" not in await get(**by_hash(NAME))

    removed = await remove_registered_queries(services, SYSTEM, site="nca", hashes=[NAME.hash, "0" * 64])

    assert removed == 1
    assert code_of(await get(**by_hash(NAME))) == NOT_REGISTERED
    assert "errors" not in await get(**by_hash(KEY))


async def test_a_site_has_a_bounded_number_of_them(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.persisted_queries.actions.register_queries.MAX_PER_SITE", 1)
    await register(NAME)

    with pytest.raises(Invalid, match="remove those of earlier releases"):
        await register(KEY)
    await register(KEY, site="eccp")


async def test_a_site_has_a_bounded_number_of_bytes(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "cms.persisted_queries.actions.register_queries.MAX_BYTES_PER_SITE", len(NAME.text) + len(KEY.text) - 1
    )
    await register(NAME)

    with pytest.raises(Invalid, match="at most"):
        await register(KEY)


# -- from a site's CI -----------------------------------------------------------------------------------------------


@pytest.fixture
async def token(services: Services) -> str:
    """Of a program that may register for the Czech site, and nothing else."""
    roles = {"*": ["administrator"]}
    owner = await create_account(services, email="olga@example.org", name="Olga", password="correct horse", roles=roles)
    expires, right = services.clock() + timedelta(days=1), registration.RIGHT
    made = await create_token(
        services, actor_of(owner), "a session", name="CI", scopes=[right], expires=expires, site="nca"
    )
    return made.secret


MUTATION = """mutation ($input: RegisterQueriesInput!) { registerQueries(input: $input) {
  added refusal { code } problems { field code message } } }"""


async def registered_with(client: httpx.AsyncClient, token: str, *texts: str, site: str = "nca") -> dict[str, Any]:
    documents = [{"name": f"Document {number}", "text": text} for number, text in enumerate(texts)]
    answer = await client.post(
        "/management/graphql",
        json={"query": MUTATION, "variables": {"input": {"site": site, "documents": documents}}},
        headers={"Authorization": f"Bearer {token}"},
    )
    return answer.json()["data"]["registerQueries"]


async def test_a_program_with_that_right_registers_for_its_site_alone(client: httpx.AsyncClient, token: str) -> None:
    own = await registered_with(client, token, NAME.text)
    others = await registered_with(client, token, NAME.text, site="eccp")

    assert own == {"added": [NAME.hash], "refusal": None, "problems": []}
    assert others["refusal"] == {"code": "NOT_PERMITTED"}


async def test_where_one_is_not_valid_none_is_registered_and_all_faults_are_told(
    client: httpx.AsyncClient, token: str
) -> None:
    refused = await registered_with(
        client, token, NAME.text, 'query Bad {\n  site(key: "nca") { nothing }\n}', "query {", "x" * 70_000
    )

    assert refused["added"] is None
    assert [(problem["field"], problem["code"]) for problem in refused["problems"]] == [
        ("documents.1.text", "BAD_DOCUMENT"),
        ("documents.2.text", "BAD_DOCUMENT"),
        ("documents.3.text", "TOO_LONG"),
    ]
    assert refused["problems"][0]["message"].startswith("Document 1: Cannot query field 'nothing'")
    assert refused["problems"][0]["message"].endswith("(2:22)")
    assert await RegisteredQuery.find_all().count() == 0


async def test_a_document_beyond_the_limits_is_not_registered(client: httpx.AsyncClient, token: str) -> None:
    aliases = " ".join(f'a{number}: site(key: "nca") {{ key }}' for number in range(200))

    refused = await registered_with(client, token, f"query {{ {aliases} }}")

    assert refused["problems"][0]["code"] == "BAD_DOCUMENT"


async def test_the_command_line_registers_lists_and_removes_at_a_cms_that_runs_elsewhere(
    services: Services, token: str
) -> None:
    async with served(build_app(load_settings(), services, secret_key="s" * 32)) as origin:
        remote = RemoteCms(origin, token)
        registered = await asyncio.to_thread(remote.register, "nca", [NAME, KEY])
        with pytest.raises(Invalid, match="Cannot query field"):
            await asyncio.to_thread(remote.register, "nca", [Registration("Bad", '{ site(key: "nca") { nothing } }')])
        with pytest.raises(NotPermitted):
            await asyncio.to_thread(remote.register, "eccp", [NAME])
        removed = await asyncio.to_thread(remote.remove, "nca", [KEY.hash])
        listed = await asyncio.to_thread(lambda: list(remote.registered("nca")))
        with pytest.raises(CmsError, match="sign in"):
            await asyncio.to_thread(RemoteCms(origin, "wrong").register, "nca", [NAME])

    assert (registered, removed) == (2, 1)
    assert [(document_hash, name) for document_hash, name, _when in listed] == [(NAME.hash, "Name")]


async def test_an_address_that_is_no_cms_is_named() -> None:
    with pytest.raises(CmsError, match=r"127\.0\.0\.1:9.*Check the address"):
        await asyncio.to_thread(RemoteCms("http://127.0.0.1:9", "t").register, "nca", [NAME])
