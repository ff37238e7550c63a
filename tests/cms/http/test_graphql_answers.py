"""Media types and status codes, as "GraphQL over HTTP" has them."""

from typing import Any

import pytest
from starlette.types import Scope
from structlog.contextvars import bound_contextvars
from structlog.testing import capture_logs

from cms.http.graphql import GraphQLEndpoint
from cms.http.media_types import GRAPHQL, JSON, response_type
from cms.kernel.errors import NotPermitted, TooManyRequests
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from storage.errors import Unavailable
from tests.cms.http.graphql_sample import GRAPHQL_TYPE, get, post, sample_endpoint

ENDPOINT = sample_endpoint()


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        ("application/json; charset=utf-8", JSON),
        (GRAPHQL_TYPE, GRAPHQL),
        (f"{GRAPHQL_TYPE}; charset=utf-8", GRAPHQL),
        (GRAPHQL_TYPE.upper(), GRAPHQL),
        (f"{GRAPHQL_TYPE}, application/json;q=0.9", GRAPHQL),
        (f"application/json, {GRAPHQL_TYPE}", GRAPHQL),
        (f"application/json, {GRAPHQL_TYPE};q=0.5", JSON),
        (f"{GRAPHQL_TYPE}, */*", GRAPHQL),
        ("application/json, */*", JSON),
        ("application/json;q=0, */*", GRAPHQL),
        (f"{GRAPHQL_TYPE};q=0, */*", JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON),
        ("text/html", None),
        ("application/json;q=0", None),
        ("*/*;q=0", None),
        ("application/json; charset=utf-16", None),
        ("application/json;q=banana", None),
        ("application/json;q=2", None),
        (",,", None),
    ],
)
def test_the_better_of_two_media_types_is_chosen(accept: str, expected: Any) -> None:
    assert response_type(accept.encode()) is expected


@pytest.mark.parametrize(
    ("query", "modern", "older"),
    [
        ("{ __typename }", 200, 200),
        ('{ __typename fails(how: "not_found") }', 294, 200),
        ('{ __typename fails(how: "mongodb") }', 294, 200),
        ("{ requiredFails }", 294, 200),
        ("{", 400, 200),
        ("{ nothing }", 400, 200),
        ("query ($a: Int!) { __typename }", 400, 200),
        ("query A { __typename } query B { __typename }", 400, 200),
        ("{ a: __typename " * 30, 400, 200),
    ],
)
async def test_each_media_type_has_its_own_status_codes(query: str, modern: int, older: int) -> None:
    with capture_logs():
        answers = [
            await post(ENDPOINT, {"query": query}, accept=accept) for accept in (GRAPHQL_TYPE, "application/json")
        ]

    assert [answer.status for answer in answers] == [modern, older]
    assert answers[0].json.keys() == answers[1].json.keys()
    assert ("data" in answers[0].json) == (modern < 300)


@pytest.mark.parametrize(("outcome", "status"), [(Outcome.UNAVAILABLE, 503), (Outcome.FAILED, 500)])
@pytest.mark.parametrize("accept", [GRAPHQL_TYPE, "application/json"])
async def test_what_is_our_fault_is_a_5xx_for_everybody(outcome: Outcome, status: int, accept: str) -> None:
    async def execute(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        return GraphQLAnswer({"errors": []}, outcome)

    answer = await post(sample_endpoint(execute=execute), {"query": "{ a }"}, accept=accept)

    assert answer.status == status
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers.get("retry-after") == ("2" if status == 503 else None)


async def test_an_accept_header_without_json_is_refused_and_nothing_is_executed() -> None:
    async def execute(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        pytest.fail("was executed")

    answer = await post(sample_endpoint(execute=execute), {"query": "{ a }"}, accept="text/html")

    assert (answer.status, answer.code) == (406, "NOT_ACCEPTABLE")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"


async def test_several_accept_headers_are_one_list() -> None:
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/graphql",
        "query_string": b"query={__typename}",
        "headers": [(b"accept", b"text/html"), (b"accept", GRAPHQL_TYPE.encode())],
    }
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    await ENDPOINT(scope, lambda: pytest.fail("reads a body"), send)

    assert dict(messages[0]["headers"])[b"content-type"].startswith(GRAPHQL_TYPE.encode())


async def test_answers_vary_by_what_they_depend_on_and_are_not_guessed() -> None:
    answer = await post(ENDPOINT, {"query": "{ __typename }"})

    assert answer.headers["vary"] == "Accept, Accept-Encoding, Authorization"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_errors_come_before_the_data() -> None:
    answer = await post(ENDPOINT, {"query": '{ __typename fails(how: "not_found") }'})

    assert list(answer.json) == ["errors", "data"]


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotPermitted("Sign in."), 403, "NOT_PERMITTED"),
        (TooManyRequests("Wait.", 2.6), 429, "TOO_MANY_REQUESTS"),
        (Unavailable("mongodb", "10.0.0.7 refused"), 503, "UNAVAILABLE"),
        (RuntimeError("password=hunter2"), 500, "INTERNAL"),
    ],
)
async def test_a_context_that_cannot_be_made_is_an_answer_too(error: Exception, status: int, code: str) -> None:
    async def make_context(scope: Scope) -> None:
        raise error

    with capture_logs() as logs, bound_contextvars(request_id="r-1"):
        answer = await post(sample_endpoint(make_context=make_context), {"query": "{ a }"})

    assert (answer.status, answer.code) == (status, code)
    assert answer.headers.get("retry-after") == {429: "3", 503: "2"}.get(status)
    assert "hunter2" not in answer.body.decode()
    assert "10.0.0.7" not in answer.body.decode()
    assert [log["request_id"] for log in logs] == (["r-1"] if status == 500 else [])


@pytest.mark.parametrize("value", [2**70, {1: 2}, object(), "\ud800"])
async def test_a_result_that_json_cannot_hold_is_masked(value: object) -> None:
    async def execute(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        return GraphQLAnswer({"data": {"a": value}}, Outcome.EXECUTED)

    with capture_logs():
        answer = await post(sample_endpoint(execute=execute), {"query": "{ a }"})

    assert (answer.status, answer.code) == (500, "INTERNAL")


async def test_the_context_is_made_from_the_scope() -> None:
    seen: list[Any] = []

    async def make_context(scope: Scope) -> str:
        return scope["path"]

    async def execute(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        seen.append(context)
        return GraphQLAnswer({"data": {}}, Outcome.EXECUTED)

    await post(sample_endpoint(execute=execute, make_context=make_context), {"query": "{ a }"})

    assert seen == ["/graphql"]


async def test_it_answers_behind_a_prefix_of_a_proxy_and_at_another_path() -> None:
    app = GraphQLEndpoint(ENDPOINT._execute, ENDPOINT._make_context, sdl="", path="/management/graphql")
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/cms/management/graphql",
        "root_path": "/cms",
        "query_string": b"query={__typename}",
        "headers": [],
    }
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    await app(scope, lambda: pytest.fail("reads a body"), send)

    assert messages[0]["status"] == 200


async def test_get_reads_no_body() -> None:
    answer = await get(ENDPOINT, parameters={"query": "{ __typename }"}, content_type="text/plain")

    assert answer.status == 200
