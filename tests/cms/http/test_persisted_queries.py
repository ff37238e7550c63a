"""Automatic persisted queries, by the words that Apollo Client and urql send."""

from hashlib import sha256
from typing import Any

import orjson
import pytest
from starlette.types import ASGIApp

from schema.execution.execute import Executor
from schema.execution.persisted_queries import RecentTexts
from tests.cms.http.graphql_sample import GRAPHQL_TYPE, Answer, get, post, sample_endpoint
from tests.schema.sample_schema import PUBLISHED, schema

SITE = "query Site($key: String!) { site(key: $key) { key } }"
PUBLISH = 'mutation { publish(id: "persisted") }'
KEY = {"key": "nca"}
NCA = {"data": {"site": {"key": "nca"}}}
NOT_FOUND = {"errors": [{"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}]}


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def named(document_hash: str, **more: Any) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": document_hash, **more}}


async def by_hash(app: ASGIApp, text: str, accept: str = "", **more: Any) -> Answer:
    return await post(app, {"extensions": named(hash_of(text)), **more}, accept=accept)


async def with_text(app: ASGIApp, text: str, **more: Any) -> Answer:
    """As urql does it once it was told that the document is not known."""
    return await post(app, {"query": text, "extensions": named(hash_of(text), miss=True), **more})


def in_url(text: str, **more: str) -> dict[str, str]:
    return {"extensions": orjson.dumps(named(hash_of(text))).decode(), **more}


@pytest.mark.parametrize("accept", [GRAPHQL_TYPE, "application/json"])
async def test_a_client_sends_the_text_once_and_then_the_hash_alone(accept: str) -> None:
    app = sample_endpoint()

    unknown = await by_hash(app, SITE, accept, variables=KEY)
    told = await with_text(app, SITE, variables=KEY)
    known = await by_hash(app, SITE, accept, variables=KEY, operationName="Site")

    assert (unknown.status, unknown.json, unknown.headers["cache-control"]) == (200, NOT_FOUND, "no-store")
    assert (told.status, told.json) == (known.status, known.json) == (200, NCA)


async def test_get_takes_the_hash_alone_from_a_page_of_any_site() -> None:
    app = sample_endpoint()
    asked = in_url(SITE, variables='{"key": "nca"}', operationName="Site")

    unknown = await get(app, parameters=asked, origin="https://nca.cz")
    told = await get(app, parameters={**asked, "query": SITE}, origin="https://nca.cz")
    known = await get(app, parameters=asked, origin="https://nca.cz")
    urql = await get(app, parameters={**asked, "query": ""}, accept="text/html")

    assert (unknown.status, unknown.json, unknown.headers["cache-control"]) == (200, NOT_FOUND, "no-store")
    assert [answer.json for answer in (told, known)] == [NCA, NCA]
    assert {answer.headers["access-control-allow-origin"] for answer in (unknown, told, known)} == {"*"}
    assert urql.status == 406, "a browser that names a document is no reader of the explorer"


async def test_an_address_with_a_hash_may_be_no_longer_than_others() -> None:
    app = sample_endpoint(max_url_bytes=200)

    answer = await get(app, parameters=in_url(SITE, variables=orjson.dumps({"key": "n" * 200}).decode()))

    assert (answer.status, answer.code) == (414, "URL_TOO_LONG")


async def test_a_text_under_the_hash_of_another_is_refused_and_not_kept() -> None:
    app = sample_endpoint()
    other = "{ __typename }"

    answer = await post(app, {"query": other, "extensions": named(hash_of(SITE))}, accept=GRAPHQL_TYPE)

    assert (answer.status, answer.code) == (400, "PERSISTED_QUERY_HASH_MISMATCH")
    assert answer.json["errors"][0]["message"].startswith("provided sha does not match query")
    for text in (other, SITE):
        assert (await by_hash(app, text, variables=KEY)).json == NOT_FOUND


@pytest.mark.parametrize("text", ["{ nothing }", "{ site", "{ a: __typename " * 30, f"{{ {'x ' * 4_000} }}"])
async def test_a_text_that_cannot_be_executed_is_not_kept(text: str) -> None:
    app = sample_endpoint()

    refused = await with_text(app, text)

    assert "data" not in refused.json
    assert (await by_hash(app, text)).json == NOT_FOUND


async def test_a_text_is_kept_though_its_variables_were_wrong() -> None:
    app = sample_endpoint()

    await with_text(app, SITE)

    assert (await by_hash(app, SITE, variables=KEY)).json == NCA


async def test_a_mutation_is_known_by_its_hash_and_never_runs_by_get() -> None:
    app = sample_endpoint()
    PUBLISHED.clear()

    by_get = await get(app, parameters=in_url(PUBLISH, query=PUBLISH))
    still_unknown = await by_hash(app, PUBLISH)
    assert (by_get.status, by_get.code) == (405, "MUTATION_NOT_ALLOWED")
    assert (still_unknown.json, PUBLISHED) == (NOT_FOUND, [])

    await with_text(app, PUBLISH)
    known = await by_hash(app, PUBLISH)
    by_get = await get(app, parameters=in_url(PUBLISH))
    assert known.json == {"data": {"publish": "persisted"}}
    assert (by_get.status, by_get.code) == (405, "MUTATION_NOT_ALLOWED")
    assert PUBLISHED == ["persisted", "persisted"]


@pytest.mark.parametrize(
    ("persisted_query", "code"),
    [
        ({"version": 2, "sha256Hash": hash_of(SITE)}, "PERSISTED_QUERY_NOT_SUPPORTED"),
        ({"sha256Hash": hash_of(SITE)}, "PERSISTED_QUERY_NOT_SUPPORTED"),
        ([], "PERSISTED_QUERY_NOT_SUPPORTED"),
        ({"version": 1}, "BAD_REQUEST"),
        ({"version": 1, "sha256Hash": 7}, "BAD_REQUEST"),
        ({"version": 1, "sha256Hash": ""}, "BAD_REQUEST"),
    ],
)
async def test_another_protocol_is_refused_so_that_clients_send_the_text(persisted_query: Any, code: str) -> None:
    answer = await post(sample_endpoint(), {"query": SITE, "extensions": {"persistedQuery": persisted_query}})

    assert (answer.status, answer.code) == (400, code)


async def test_no_extension_and_null_are_no_hash() -> None:
    answer = await post(sample_endpoint(), {"query": "{ __typename }", "extensions": {"persistedQuery": None}})

    assert answer.status == 200 and "errors" not in answer.json


async def test_a_flood_of_texts_pushes_out_none_that_is_asked_for_by_its_hash() -> None:
    """And what is kept of it is bounded, by number and by bytes."""
    texts = RecentTexts(max_entries=50, max_bytes=100_000)
    app = sample_endpoint(execute=Executor(schema, texts=texts).execute)
    await with_text(app, SITE, variables=KEY)
    await by_hash(app, SITE, variables=KEY)

    for number in range(300):
        await with_text(app, f"{{ flood{number}: __typename }}")
    asked_for = await by_hash(app, SITE, variables=KEY)
    kept = [number for number in range(300) if await texts.find(hash_of(f"{{ flood{number}: __typename }}"))]

    assert asked_for.json == NCA
    assert kept == list(range(250, 300))


async def test_large_texts_are_bounded_by_their_bytes() -> None:
    texts = RecentTexts(max_entries=50, max_bytes=100_000)

    for number in range(50):
        await texts.keep(str(number), "x" * 10_000)

    assert [number for number in range(50) if await texts.find(str(number))] == [48, 49]
