"""What is wrong is told in the words of GraphQL and HTTP, at both addresses: status, code, place and what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from cms.kernel.error_codes import CODES

MODERN = {"accept": "application/graphql-response+json"}
PYTHON = re.compile(r"\b(None|True|False|dict|str|int|object at|Traceback)\b|[a-z]_[a-z]|'\w+':")
"""Words that only somebody knows who reads the server's code; `'name':` is how Python writes an object."""
KEY = "query ($k: String!) { site(key: $k) { name } }"
PAGE = 'query ($n: Int) { site(key: "eccp") { editions(first: $n) { totalCount } } }'
FILTERED = 'query ($f: EditionFilter) { site(key: "eccp") { editions(filter: $f) { totalCount } } }'
LOCALE = 'query ($l: Locale!) { site(key: "eccp", locale: $l) { name } }'


@dataclass
class Wrong:
    """A document or a whole request, its code and status, and a part of what is said. `at`: line and column."""

    query: str
    code: str
    says: str
    status: int = 400
    at: tuple[int, int] | None = None
    variables: dict[str, Any] = field(default_factory=dict)


def eccp(selection: str) -> str:
    return f'{{ site(key: "eccp") {{ {selection} }} }}'


INVALID = "GRAPHQL_VALIDATION_FAILED"
WRONG = {
    "half a document": Wrong("{ site", "GRAPHQL_PARSE_FAILED", "Syntax Error: Expected Name", at=(1, 7)),
    "no document": Wrong(" ", "GRAPHQL_PARSE_FAILED", "Syntax Error"),
    "an unknown field": Wrong("{ sit { name } }", INVALID, "Did you mean 'site'?", at=(1, 3)),
    "an unknown argument": Wrong(eccp('edition(slugg: "a") { title }'), INVALID, "Did you mean 'slug'?"),
    "a missing argument": Wrong("{ site { name } }", INVALID, "of type 'String!' is required", at=(1, 3)),
    "null in the document": Wrong(
        "{ site(key: null) { name } }", INVALID, "value of non-null type 'String!' not to be null.", at=(1, 13)
    ),
    "a number for a text": Wrong("{ site(key: 5) { name } }", INVALID, "String cannot represent", at=(1, 13)),
    "an enum value in quotes": Wrong(
        eccp('editions(sort: "START_ASC") { totalCount }'), INVALID, "Did you mean the enum value 'START_ASC'"
    ),
    "an unknown enum value": Wrong(eccp("menu(slot: SIDE) { __typename }"), INVALID, "'SIDE' does not exist"),
    "an unknown filter": Wrong(eccp("editions(filter: {stat: []}) { totalCount }"), INVALID, "unknown field 'stat'"),
    "no language in the document": Wrong(
        '{ site(key: "eccp", locale: "x_Y") { name } }', INVALID, "a language code such as en", at=(1, 29)
    ),
    "an unknown type of a variable": Wrong("query ($a: Foo) { __typename }", INVALID, "Unknown type 'Foo'"),
    "a variable of another type": Wrong(
        'query ($a: [String!]) { site(key: "eccp", preview: $a) { name } }',
        INVALID,
        "type '[String!]' used in position",
    ),
    "a subscription": Wrong("subscription { changes }", INVALID, "not supported by the schema"),
    "several operations": Wrong(
        "query A { __typename } query B { __typename }", "OPERATION_RESOLUTION_FAILURE", "one of: A, B"
    ),
    "a variable that is missing": Wrong(KEY, "BAD_USER_INPUT", "'String!' to be provided", at=(1, 8)),
    "a variable that is null": Wrong(KEY, "BAD_USER_INPUT", "not to be null.", variables={"k": None}),
    "a variable that is a list": Wrong(
        KEY, "BAD_USER_INPUT", 'value: ["a", null, true]', variables={"k": ["a", None, True]}
    ),
    "a variable that is an object": Wrong(
        KEY, "BAD_USER_INPUT", '{"a_b": {"c": […]}}', variables={"k": {"a_b": {"c": [1]}}}
    ),
    "a variable that is true": Wrong(PAGE, "BAD_USER_INPUT", "non-integer value: true", variables={"n": True}),
    "a number that is too large": Wrong(PAGE, "BAD_USER_INPUT", "32-bit", variables={"n": 2**40}),
    "a text for a filter": Wrong(FILTERED, "BAD_USER_INPUT", 'to be an object, found: "x"', variables={"f": "x"}),
    "an unknown key of a filter": Wrong(
        FILTERED, "BAD_USER_INPUT", 'Found: {"stat": null}', variables={"f": {"stat": None}}
    ),
    "a small enum value": Wrong(
        FILTERED, "BAD_USER_INPUT", "at .status[0]: Value 'upcoming'", variables={"f": {"status": ["upcoming"]}}
    ),
    "no language": Wrong(LOCALE, "BAD_USER_INPUT", "give a language code", variables={"l": "x_Y"}),
    "too large a page": Wrong(
        eccp("editions(first: 101) { totalCount }"), "LIMIT_PAGE_SIZE", "100 is the most", at=(1, 39)
    ),
    "too large a page in a variable": Wrong(PAGE, "LIMIT_PAGE_SIZE", "100 is the most", variables={"n": 101}),
    "too many aliases": Wrong("{" + " a: __typename" * 101 + "}", "LIMIT_ALIASES", "Use variables"),
    "too deep": Wrong("{ a" * 20 + " }" * 20, "LIMIT_DEPTH", "Ask for the deeper part by itself"),
    "a site that is not there": Wrong('{ site(key: "x") { name } }', "NOT_FOUND", 'no site "x"', 294, (1, 3)),
    "a language that is not offered": Wrong(LOCALE, "INVALID", "offered in: en", 294, variables={"l": "de"}),
    "a page of none": Wrong(PAGE, "INVALID", "Ask for 1 to 100", 294, variables={"n": 0}),
    "a foreign cursor": Wrong(eccp('news(after: "x") { totalCount }'), "INVALID", "start again without", 294),
    "a foreign preview": Wrong('{ site(key: "eccp", preview: "x") { name } }', "INVALID", "ask for a new", 294),
    "no country": Wrong(FILTERED, "INVALID", "Did you mean DE?", 294, variables={"f": {"country": ["Germany"]}}),
    "an unknown vocabulary": Wrong(eccp('vocabulary(key: "x") { slug }'), "INVALID", "no vocabulary", 294),
}
MANAGEMENT = {
    "an unknown field": Wrong("{ itms { id } }", INVALID, "Did you mean 'items'"),
    "an argument outside the input": Wrong(
        'mutation { publishItem(id: "x") { __typename } }', INVALID, "'PublishItemInput!'"
    ),
    "an input without what it needs": Wrong(
        'mutation { publishItem(input: {id: "x"}) { __typename } }', INVALID, "required field 'locales'"
    ),
    "no moment": Wrong('{ audit(filter: {since: "x"}) { totalCount } }', INVALID, "such as 2024-05-31T16:00:00Z"),
    "too large a page": Wrong("{ items(first: 101) { totalCount } }", "LIMIT_PAGE_SIZE", "100 is the most"),
    "an item that is not there": Wrong('{ item(id: "x") { id } }', "NOT_FOUND", "There is no item", 294, (1, 3)),
    "a foreign cursor": Wrong('{ items(after: "x") { totalCount } }', "INVALID", "start again without", 294),
    "an unknown type": Wrong(
        '{ items(filter: {type: "X"}) { totalCount } }', "INVALID", "There are ApplicationForm", 294
    ),
}


def errors(answer: httpx.Response) -> Iterator[dict[str, Any]]:
    """All of them, once what holds for each is seen."""
    for error in answer.json()["errors"]:
        assert error["extensions"]["code"] in CODES
        assert not PYTHON.search(re.sub(r'"a_b"', "", error["message"])), error["message"]
        assert error["message"][0] == error["message"][0].upper() or ":" in error["message"]
        yield error


async def check(client: httpx.AsyncClient, address: str, wrong: dict[str, Wrong]) -> None:
    for name, one in wrong.items():
        body = {"query": one.query, "variables": one.variables}
        answer = await client.post(address, json=body, headers=MODERN)
        older = await client.post(address, json=body)
        found = list(errors(answer))
        error = next((error for error in found if one.says in error["message"]), None)
        assert error, (name, found)
        assert (answer.status_code, error["extensions"]["code"]) == (one.status, one.code), (name, answer.text)
        assert older.status_code == 200 and older.json() == answer.json(), name
        assert ("path" in error) == (one.status == 294), name
        if one.at:
            assert error["locations"] == [{"line": one.at[0], "column": one.at[1]}], (name, error["locations"])


async def test_visitors_are_told_what_is_wrong_with_a_document(visitor: httpx.AsyncClient, sites: None) -> None:
    await check(visitor, "/graphql", WRONG)


async def test_editors_are_told_what_is_wrong_with_a_document(browser: httpx.AsyncClient, sites: None) -> None:
    await check(browser, "/management/graphql", MANAGEMENT)


JSON = {**MODERN, "content-type": "application/json"}
REQUESTS: dict[str, tuple[int, str, dict[str, Any]]] = {
    "half a body": (400, "MALFORMED_JSON", {"content": b"{", "headers": JSON}),
    "a batch": (400, "BATCHING_NOT_SUPPORTED", {"json": [{"query": "{ __typename }"}], "headers": MODERN}),
    "no document": (400, "BAD_REQUEST", {"json": {}, "headers": MODERN}),
    "variables in a text": (400, "BAD_REQUEST", {"json": {"query": "{ a }", "variables": "{}"}, "headers": MODERN}),
    "a form": (415, "UNSUPPORTED_MEDIA_TYPE", {"data": {"query": "{ __typename }"}, "headers": MODERN}),
    "files": (415, "UNSUPPORTED_MEDIA_TYPE", {"files": {"0": b"x"}, "headers": MODERN}),
    "a packed body": (
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        {"content": b"x", "headers": {**JSON, "content-encoding": "gzip"}},
    ),
    "a stream wanted": (
        406,
        "NOT_ACCEPTABLE",
        {"json": {"query": "{ a }"}, "headers": {"accept": "text/event-stream"}},
    ),
    "too large a body": (413, "BODY_TOO_LARGE", {"content": b" " * 3_000_000, "headers": JSON}),
    "another method": (405, "METHOD_NOT_ALLOWED", {"method": "PUT", "headers": MODERN}),
    "too long an address": (
        414,
        "URL_TOO_LONG",
        {"method": "GET", "params": {"query": "x" * 20_000}, "headers": MODERN},
    ),
    "nothing at all": (400, "BAD_REQUEST", {"method": "GET", "headers": MODERN}),
}


@pytest.mark.parametrize("address", ["/graphql", "/management/graphql"])
async def test_a_request_that_is_none_is_told_by_its_status(browser: httpx.AsyncClient, address: str) -> None:
    for name, (status, code, request) in REQUESTS.items():
        answer = await browser.request(url=address, **{"method": "POST", **request})
        (error,) = errors(answer)
        assert (answer.status_code, error["extensions"]["code"]) == (status, code), name
        assert status in CODES[code] and ("allow" in answer.headers) == (status == 405), name


async def test_nothing_below_the_address_and_no_mutation_by_get(visitor: httpx.AsyncClient) -> None:
    below = await visitor.get("/graphql/x", headers=MODERN)
    query = 'mutation { openApplicantSession(token: "x") { __typename } }'
    mutation = await visitor.get("/graphql", params={"query": query}, headers=MODERN)

    assert (below.status_code, [one["extensions"]["code"] for one in errors(below)]) == (404, ["NOT_FOUND"])
    assert (mutation.status_code, mutation.headers["allow"]) == (405, "POST")
    assert [one["extensions"]["code"] for one in errors(mutation)] == ["MUTATION_NOT_ALLOWED"]


async def test_editors_are_asked_to_sign_in_and_other_sites_pages_sent_away(browser: httpx.AsyncClient) -> None:
    query = {"query": "{ __typename }"}
    foreign = await browser.post("/management/graphql", json=query, headers={**MODERN, "origin": "https://a.example"})
    token = await browser.post("/management/graphql", json=query, headers={**MODERN, "authorization": "Bearer x"})
    browser.cookies.clear()
    nobody = await browser.post("/management/graphql", json=query, headers=MODERN)

    told = [(one.status_code, next(errors(one))["extensions"]["code"]) for one in (foreign, token, nobody)]
    assert told == [(403, "FOREIGN_ORIGIN"), (401, "UNAUTHENTICATED"), (401, "UNAUTHENTICATED")]
