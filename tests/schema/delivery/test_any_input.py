"""Whatever is given where people's input is read: an answer or an error in words, never a fault of ours, and never more
work than the limits say."""

from typing import Any

import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLType,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.types import arguments
from strawberry.types.base import StrawberryOptional

from cms.kernel.graphql_request import GraphQLRequest
from schema.delivery.context import DeliveryContext
from schema.delivery.schema import schema
from schema.limits import Limits
from tests.delivery import executor

site_type = schema._schema.type_map["Site"]
assert isinstance(site_type, GraphQLObjectType)
FILTERS = {name: field.args["filter"].type for name, field in site_type.fields.items() if "filter" in field.args}
TEXTS = st.text(max_size=8) | st.sampled_from(
    [
        "",
        "2024",
        "2024-13",
        "2024-02-30",
        "2023-13-01",
        "0000",
        "\x00",
        "$where",
        "CZ",
        "0" * 24,
        "news",
        "\ud800".encode("utf-8", "replace").decode(),
    ]
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=4),
    max_leaves=8,
)
PATHS = TEXTS | st.lists(
    st.sampled_from(["/", "//", "..", "%2e", "%zz", "%00", "?", "#", "cs", "en", "editions", "news", "é", "\\", ":"])
    | TEXTS
).map("".join)
database = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fitting(type: GraphQLType, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of the shape that the type has; not all of them are accepted."""
    if is_non_null_type(type):
        return fitting(type.of_type, depth)
    if is_list_type(type):
        return st.none() | st.lists(fitting(type.of_type, depth), max_size=3)
    named = get_named_type(type)
    if is_enum_type(named):
        return st.sampled_from(sorted(named.values))
    if is_input_object_type(named):
        return filters(named, depth)
    return st.booleans() if named.name == "Boolean" else TEXTS


def filters(type: GraphQLInputObjectType, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    fields = {
        name: fitting(field.type, depth + 1)
        for name, field in type.fields.items()
        if depth < 3 or not is_input_object_type(get_named_type(field.type))
    }
    return st.fixed_dictionaries({}, optional=fields)


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    values: list[Any] = []
    convert = arguments.convert_argument

    def counted(value: Any, type_: Any, *rest: Any, **options: Any) -> Any:
        if not isinstance(type_, StrawberryOptional):  # which hands the same value on
            values.append(value)
        return convert(value, type_, *rest, **options)

    monkeypatch.setattr(arguments, "convert_argument", counted)
    return values


async def codes(context: DeliveryContext, query: str, variables: dict[str, Any]) -> set[str]:
    answer = await executor.execute(GraphQLRequest(query, variables=variables), context)
    errors = answer.body.get("errors", [])
    assert all(error["message"] for error in errors)
    return {error["extensions"]["code"] for error in errors}


FILTER_VALUES = st.sampled_from(sorted(FILTERS)).flatmap(
    lambda field: st.tuples(st.just(field), fitting(FILTERS[field]) | ANY_JSON)
)


@database
@given(asked=FILTER_VALUES, uses=st.integers(1, 60))
async def test_any_filter_of_a_list_is_answered_or_refused_in_words(
    delivery: DeliveryContext, sites: None, converted: list[Any], asked: tuple[str, Any], uses: int
) -> None:
    field, value = asked
    converted.clear()
    used = " ".join(f"a{number}: {field}(filter: $f, first: 1) {{ totalCount }}" for number in range(uses))
    query = f'query ($f: {FILTERS[field]}) {{ site(key: "nca") {{ {used} }} }}'

    found = await codes(delivery, query, {"f": value})

    assert found <= {"INVALID", "BAD_USER_INPUT", "LIMIT_INPUTS", "LIMIT_INPUT_DEPTH", "LIMIT_VARIABLES"}
    left_out = 2 * uses  # `sort` and `after`, null by default
    assert len(converted) <= Limits().max_input_values + left_out


@database
@given(variables=st.dictionaries(st.sampled_from(["site", "l", "slug", "n", "f", "p", "x"]), ANY_JSON))
async def test_variables_of_any_shape_are_answered_or_refused_in_words(
    delivery: DeliveryContext, sites: None, variables: dict[str, Any]
) -> None:
    query = """query ($site: String = "nca", $l: Locale, $slug: String = "x", $n: Int, $f: NewsItemFilter, $p: String) {
      site(key: $site, locale: $l, preview: $p) { edition(slug: $slug) { slug }
        news(first: $n, after: $p, filter: $f) { nodes { slug } } item(itemId: $slug) { id } } node(id: $slug) { id }
      nodes(ids: [$slug], preview: $p) { id } }"""

    found = await codes(delivery, query, variables)

    assert "INTERNAL" not in found


@database
@given(path=PATHS, locale=st.sampled_from(["cs", "en"]))
async def test_any_address_leads_somewhere_or_nowhere(
    delivery: DeliveryContext, sites: None, path: str, locale: str
) -> None:
    query = """query ($p: String!, $l: Locale) { site(key: "nca", locale: $l) {
      route(path: $p) { __typename } page(path: $p) { slug } edition(slug: $p) { slug } } }"""

    assert await codes(delivery, query, {"p": path, "l": locale}) == set()


@database
@given(since=TEXTS | st.dates().map(str), to=TEXTS | st.datetimes().map(str))
async def test_any_range_of_dates_is_answered_or_refused_in_words(
    delivery: DeliveryContext, sites: None, since: str, to: str
) -> None:
    query = """query ($s: PartialDate, $t: PartialDate) { site(key: "nca") {
      editions(filter: {start: {from: $s, to: $t}}) { totalCount }
      news(filter: {publishedAt: {from: $s, to: $t}}) { totalCount } } }"""

    assert await codes(delivery, query, {"s": since, "t": to}) <= {"INVALID", "BAD_USER_INPUT"}
