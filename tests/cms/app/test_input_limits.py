"""Inputs that would take long to convert are refused before the first of them is converted, by whatever way they come.

Asserted by counting the work: how long it takes says the benchmark of the event loop.
"""

from typing import Any

import httpx
import orjson
import pytest
from strawberry.types import arguments

from cms.accounts.people import create_account
from cms.kernel.services import Services
from schema.delivery.schema import schema as delivery_schema
from schema.management.schema import schema as management_schema
from tests.schema.large_inputs import InputList, input_lists, nested_or, under_aliases

DELIVERY = list(input_lists(delivery_schema._schema, "Site"))
MANAGEMENT = [one for parent in ("Query", "Mutation") for one in input_lists(management_schema._schema, parent)]
PASSWORD = "correct horse battery"


@pytest.fixture
async def manager(services: Services, visitor: httpx.AsyncClient) -> httpx.AsyncClient:
    await create_account(services, email="ed@example.org", name="Ed", password=PASSWORD, roles={"eccp": ["editor"]})
    assert (await visitor.post("/session", json={"email": "ed@example.org", "password": PASSWORD})).status_code == 200
    return visitor


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every input value that is converted, however deep it lies."""
    values: list[Any] = []
    convert = arguments.convert_argument

    def counted(value: Any, *rest: Any, **options: Any) -> Any:
        values.append(value)
        return convert(value, *rest, **options)

    monkeypatch.setattr(arguments, "convert_argument", counted)
    return values


def filter_request(one: InputList, value: Any, selection: str = "{ totalCount }") -> dict[str, Any]:
    field = f"{one.field}({one.argument}: $f)"
    query = f'query ($f: {one.type}) {{ site(key: "eccp") {{ {under_aliases(field, selection)} }} }}'
    return {"query": query, "variables": {"f": value}}


def refusal(answer: httpx.Response) -> str:
    body = answer.json()
    [error] = body["errors"]
    assert "data" not in body
    assert "allowed" in error["message"] or "more than" in error["message"]
    return error["extensions"]["code"]


async def test_a_large_filter_under_many_aliases_is_refused_by_post(
    visitor: httpx.AsyncClient, converted: list[Any]
) -> None:
    codes = {}
    for one in DELIVERY:
        asked = filter_request(one, nested_or(one.value(3)) if one.argument == "filter" else one.value(3_000))
        codes[one.name] = refusal(await visitor.post("/graphql", json=asked))

    assert (set(codes.values()), converted) == ({"LIMIT_INPUTS"}, []), codes
    assert len(codes) > 10


async def test_a_large_filter_under_many_aliases_is_refused_by_get(
    visitor: httpx.AsyncClient, converted: list[Any]
) -> None:
    codes = {}
    for one in DELIVERY:
        asked = filter_request(one, nested_or(one.value(1), width=30), "{__typename}")
        variables = orjson.dumps(asked["variables"]).decode()
        codes[one.name] = refusal(await visitor.get("/graphql", params={**asked, "variables": variables}))

    assert (set(codes.values()), converted) == ({"LIMIT_INPUTS"}, []), codes


@pytest.mark.parametrize("way", ["literal", "default", "part"])
async def test_filters_written_into_the_document_count_too(
    visitor: httpx.AsyncClient, converted: list[Any], way: str
) -> None:
    literal = "{or: [" + "{country: [A, B, C]} ".replace("A, B, C", '"A" "B" "C"') * 20 + "]}"
    declared = {"literal": "$f: Int", "default": f"$f: EditionFilter = {literal}", "part": "$f: [EditionFilter!]"}[way]
    used = {"literal": literal, "default": "$f", "part": "{or: $f}"}[way]
    count = 10 if way == "literal" else 95
    fields = under_aliases(f"editions(filter: {used})", "{ totalCount }", count)
    page = "news(first: $f) { totalCount }" if way == "literal" else ""
    query = f'query ({declared}) {{ site(key: "eccp") {{ {fields} {page} }} }}'
    variables = {"f": [{"country": ["A", "B", "C"]}] * 20} if way == "part" else {}

    answer = await visitor.post("/graphql", json={"query": query, "variables": variables})

    assert (refusal(answer), converted) == ("LIMIT_INPUTS", [])


async def test_arguments_inside_a_page_count_for_each_of_its_items(
    visitor: httpx.AsyncClient, converted: list[Any]
) -> None:
    query = (
        'query ($n: Int) { site(key: "eccp") { editions(first: $n) { nodes { documents(kind: ['
        + "AGENDA_FINAL, " * 40
        + "]) { label } } } } }"
    )

    answer = await visitor.post("/graphql", json={"query": query, "variables": {"n": 100}})

    assert (refusal(answer), converted) == ("LIMIT_INPUTS", [])


async def test_a_long_list_of_inputs_is_refused(manager: httpx.AsyncClient, converted: list[Any]) -> None:
    converted.clear()
    codes = {}
    for one in MANAGEMENT:
        kind = "mutation" if one.parent == "Mutation" else "query"
        fields = under_aliases(f"{one.field}({one.argument}: $i{one.others})", one.selection, 10)
        asked = {"query": f"{kind} ($i: {one.type}) {{ {fields} }}", "variables": {"i": one.value(40_000)}}
        codes[one.name] = refusal(await manager.post("/management/graphql", json=asked))

    assert (set(codes.values()), converted) == ({"LIMIT_INPUTS"}, []), codes
    assert {"scoreApplication.input.scores", "addToRelease.input.entries"} < set(codes)


async def test_a_body_of_countless_values_is_refused_before_it_is_read(manager: httpx.AsyncClient) -> None:
    body = b'{"query": "{ __typename }", "variables": {"a": [' + b",".join([b"[]"] * 300_000) + b"]}}"

    answer = await manager.post("/management/graphql", content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 413
    assert refusal(answer) == "TOO_MANY_VALUES"


async def test_filters_nested_too_deep_are_refused_before_they_are_converted(
    visitor: httpx.AsyncClient, converted: list[Any]
) -> None:
    nested: dict[str, Any] = {"country": ["CZ"]}
    for _ in range(40):
        nested = {"not": nested}
    query = 'query ($f: EditionFilter) { site(key: "eccp") { editions(filter: $f) { totalCount } } }'

    answer = await visitor.post("/graphql", json={"query": query, "variables": {"f": nested}})

    assert (refusal(answer), converted) == ("LIMIT_INPUT_DEPTH", [])
