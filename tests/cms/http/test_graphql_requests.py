"""What counts as a request, and what a client is told whose request does not."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from tests.cms.http.graphql_sample import GRAPHQL_TYPE, call, get, post, sample_endpoint

ENDPOINT = sample_endpoint()
SITE = "query ($key: String!) { site(key: $key) { key } }"


class Recorded:
    """An executor that keeps what it was asked."""

    def __init__(self) -> None:
        self.requests: list[GraphQLRequest] = []

    async def __call__(self, request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        self.requests.append(request)
        return GraphQLAnswer({"data": {}}, Outcome.EXECUTED)


async def test_post_answers_a_query() -> None:
    answer = await post(ENDPOINT, {"query": SITE, "variables": {"key": "nca"}})

    assert (answer.status, answer.json) == (200, {"data": {"site": {"key": "nca"}}})
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))


async def test_get_answers_a_query_with_letters_of_any_language() -> None:
    """Percent-encoded, as every client sends them."""
    variables = orjson.dumps({"key": "o nás – за нас"}).decode()

    answer = await get(ENDPOINT, parameters={"query": SITE, "variables": variables})

    assert (answer.status, answer.json) == (200, {"data": {"site": {"key": "o nás – за нас"}}})


async def test_get_answers_a_query() -> None:
    answer = await get(ENDPOINT, parameters={"query": SITE, "variables": '{"key": "nca"}', "operationName": ""})

    assert (answer.status, answer.json) == (200, {"data": {"site": {"key": "nca"}}})


async def test_head_is_get_without_the_body() -> None:
    got = await get(ENDPOINT, parameters={"query": "{ __typename }"})
    head = await get(ENDPOINT, parameters={"query": "{ __typename }"}, method="HEAD")

    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")


async def test_all_four_parameters_reach_the_executor() -> None:
    recorded = Recorded()
    app = sample_endpoint(execute=recorded)
    body = {"query": "q", "operationName": "O", "variables": {"a": [1]}, "extensions": {"b": 2}, "more": "is ignored"}

    await post(app, body)
    await get(app, parameters={**body, "variables": '{"a":[1]}', "extensions": '{"b":2}'})

    sent = GraphQLRequest("q", "O", {"a": [1]}, {"b": 2})
    assert recorded.requests == [sent, GraphQLRequest("q", "O", {"a": [1]}, {"b": 2}, read_only=True)]


async def test_null_and_empty_parameters_are_no_parameters() -> None:
    recorded = Recorded()
    app = sample_endpoint(execute=recorded)

    await post(app, {"query": "q", "operationName": None, "variables": None, "extensions": None})
    await post(app, {"query": "q", "operationName": ""})
    await get(app, parameters={"query": "q", "operationName": "", "variables": "", "extensions": "null"})

    assert recorded.requests == [GraphQLRequest("q"), GraphQLRequest("q"), GraphQLRequest("q", read_only=True)]


WRONG = {
    "nothing": (b"", "MALFORMED_JSON"),
    "half an object": (b'{"query": "{', "MALFORMED_JSON"),
    "not a number": (b'{"query": "{ a }", "variables": {"a": NaN}}', "MALFORMED_JSON"),
    "an infinite number": (b'{"query": "{ a }", "variables": {"a": 1e999}}', "MALFORMED_JSON"),
    "no UTF-8": (b'{"query": "\xff"}', "MALFORMED_JSON"),
    "half a surrogate pair": (b'{"query": "\\ud800"}', "MALFORMED_JSON"),
    "deep JSON": (b"[" * 100_000, "MALFORMED_JSON"),
    "deep JSON that is complete": (b'{"query": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "MALFORMED_JSON"),
    "two values": (b"{} {}", "MALFORMED_JSON"),
    "a batch": ([{"query": "{ __typename }"}], "BATCHING_NOT_SUPPORTED"),
    "an empty batch": ([], "BATCHING_NOT_SUPPORTED"),
    "a string": ("{ __typename }", "BAD_REQUEST"),
    "null": (None, "BAD_REQUEST"),
    "no query": ({"qeury": "{ __typename }"}, "BAD_REQUEST"),
    "a null query": ({"query": None}, "BAD_REQUEST"),
    "a query that is an object": ({"query": {}}, "BAD_REQUEST"),
    "a query that is a number": ({"query": 0}, "BAD_REQUEST"),
    "variables in a list": ({"query": "{ __typename }", "variables": [7]}, "BAD_REQUEST"),
    "variables in a string": ({"query": "{ __typename }", "variables": "{}"}, "BAD_REQUEST"),
    "variables that are false": ({"query": "{ __typename }", "variables": False}, "BAD_REQUEST"),
    "extensions in a list": ({"query": "{ __typename }", "extensions": []}, "BAD_REQUEST"),
    "an operation by number": ({"query": "{ __typename }", "operationName": 0}, "BAD_REQUEST"),
}


@pytest.mark.parametrize("accept", [GRAPHQL_TYPE, "application/json"])
@pytest.mark.parametrize("case", WRONG)
async def test_a_body_that_is_no_request_gets_400_and_is_not_executed(case: str, accept: str) -> None:
    recorded = Recorded()
    body, code = WRONG[case]

    answer = await post(sample_endpoint(execute=recorded), orjson.dumps(body) if body is None else body, accept=accept)

    assert (answer.status, answer.code) == (400, code)
    assert answer.headers["content-type"] == f"{accept}; charset=utf-8"
    assert "data" not in answer.json
    assert recorded.requests == []


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        (b"", "BAD_REQUEST"),
        (b"query=", "BAD_REQUEST"),
        (b"query=%7B__typename%7D&query=%7Ba%7D", "BAD_REQUEST"),
        (b"query=%7B__typename%7D&variables=%7B%7D&variables=%7B%7D", "BAD_REQUEST"),
        (b"query=%FF", "BAD_REQUEST"),
        (b"query=%ED%A0%80", "BAD_REQUEST"),
        (b"query=\xff", "BAD_REQUEST"),
        (b"query=%7B__typename%7D&variables=1", "BAD_REQUEST"),
        (b"query=%7B__typename%7D&variables={", "MALFORMED_JSON"),
        (b"query=%7B__typename%7D&variables=NaN", "MALFORMED_JSON"),
        (b"query=%7B__typename%7D&extensions=[]", "BAD_REQUEST"),
        (b"&".join(b"a%d=1" % number for number in range(100)), "BAD_REQUEST"),
    ],
)
async def test_a_url_that_is_no_request_gets_400(parameters: bytes, code: str) -> None:
    answer = await get(ENDPOINT, parameters=parameters)

    assert (answer.status, answer.code) == (400, code)


async def test_parameters_of_others_in_the_url_are_ignored() -> None:
    answer = await get(ENDPOINT, parameters=[("query", "{ __typename }"), ("utm", "1"), ("utm", "2")])

    assert answer.status == 200


async def test_an_operation_may_be_called_null() -> None:
    answer = await get(
        ENDPOINT, parameters={"query": "query null { __typename } query b { a }", "operationName": "null"}
    )

    assert "Cannot query field 'a'" in answer.json["errors"][0]["message"]


async def test_a_long_url_is_refused() -> None:
    answer = await get(ENDPOINT, parameters={"query": "{ __typename }" + " " * 20_000})

    assert (answer.status, answer.code) == (414, "URL_TOO_LONG")


async def test_a_mutation_by_get_is_refused_with_the_method_it_needs() -> None:
    answer = await get(ENDPOINT, parameters={"query": "mutation { publish(id: 1) }"})

    assert (answer.status, answer.code) == (405, "MUTATION_NOT_ALLOWED")
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "QUERY", "nonsense"])
async def test_other_methods_are_refused_with_those_there_are(method: str) -> None:
    answer = await call(ENDPOINT, method)

    assert answer
    assert (answer.status, answer.code) == (405, "METHOD_NOT_ALLOWED")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/jsonp",
        "text/plain; application/json",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
    ],
)
async def test_only_json_in_utf8_is_read_so_that_browsers_ask_before_they_send_across_sites(content_type: str) -> None:
    answer = await post(ENDPOINT, {"query": "{ __typename }"}, content_type=content_type)

    assert (answer.status, answer.code) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "Application/JSON", "application/json;charset=UTF-8", 'application/json; charset="utf-8"'],
)
async def test_json_is_known_in_all_its_spellings(content_type: str) -> None:
    answer = await post(ENDPOINT, {"query": "{ __typename }"}, content_type=content_type)

    assert answer.status == 200


async def test_a_compressed_body_is_refused() -> None:
    answer = await post(ENDPOINT, {"query": "{ __typename }"}, content_encoding="gzip")

    assert (answer.status, answer.code) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("path", ["/graphql/", "/graphql/nothing", "/graphql/explorer/../x", "/graphqlx"])
async def test_other_addresses_are_not_found(path: str) -> None:
    answers = [await post(ENDPOINT, {"query": "{ __typename }"}), await get(ENDPOINT, path, accept="text/html")]

    assert [answer.status for answer in answers] == [200, 404]
    assert "/graphql" in answers[1].json["errors"][0]["message"]


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(["query", "operationName", "variables", "extensions", "other"])
DOCUMENTS = st.sampled_from(
    ["{ __typename }", "{ search }", "query A { __typename }", "{ site(key: 1) {", "mutation { a }"]
)


@given(st.binary())
async def test_no_bytes_are_a_fault_of_ours(body: bytes) -> None:
    assert (await post(ENDPOINT, body)).status < 500


@given(st.dictionaries(NAMES, JSON_VALUES | DOCUMENTS))
async def test_no_json_is_a_fault_of_ours(body: Any) -> None:
    answer = await post(ENDPOINT, body)

    assert answer.status < 500
    assert ("data" in answer.json) != ("errors" in answer.json)


@given(st.binary(), st.binary())
async def test_no_url_is_a_fault_of_ours(query: bytes, rest: bytes) -> None:
    answer = await get(ENDPOINT, parameters=b"query=" + query + b"&" + rest)

    assert answer.status < 500


@given(st.binary(), st.binary())
async def test_no_headers_are_a_fault_of_ours(accept: bytes, content_type: bytes) -> None:
    answer = await post(
        ENDPOINT,
        {"query": "{ __typename }"},
        accept=accept.decode("latin-1"),
        content_type=content_type.decode("latin-1"),
    )

    assert answer.status < 500
