"""A field of one name has one type wherever answers may be of several types: all of them can be asked together."""

import pytest
from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    OverlappingFieldsCanBeMergedRule,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
    parse,
    specified_rules,
    validate,
)
from graphql.validation import NoUnusedFragmentsRule

from schema.delivery.schema import schema
from tests.delivery import Ask
from tests.services import Publish

DEPTH = 3
graphql_schema = schema._schema
ABSTRACT = [name for name, type in graphql_schema.type_map.items() if is_abstract_type(type) and name[:2] != "__"]
RULES = [rule for rule in specified_rules if rule is not NoUnusedFragmentsRule]


def selection(type: GraphQLNamedType, depth: int) -> str:
    """All that can be asked of the type, so deep."""
    if is_abstract_type(type):
        inner = " ".join(
            f"... on {one.name} {selection(one, depth)}" for one in graphql_schema.get_possible_types(type)
        )
        return f"{{ __typename {inner} }}"
    assert isinstance(type, GraphQLObjectType)
    fields = [selected(name, field, depth) for name, field in type.fields.items()]
    return f"{{ __typename {' '.join(fields)} }}"


def selected(name: str, field: GraphQLField, depth: int) -> str:
    result = get_named_type(field.type)
    is_asked = not any(is_required_argument(argument) for argument in field.args.values())
    if not is_asked or (depth == 1 and not is_leaf_type(result)):
        return ""
    return name if is_leaf_type(result) else f"{name} {selection(result, depth - 1)}"


@pytest.mark.parametrize("name", ABSTRACT)
def test_everything_of_all_possible_types_can_be_asked_together(name: str) -> None:
    asked = f"fragment All on {name} {selection(graphql_schema.type_map[name], DEPTH)}"

    assert OverlappingFieldsCanBeMergedRule in RULES
    assert [error.message for error in validate(graphql_schema, parse(asked), RULES)] == []


def test_there_are_unions_and_interfaces() -> None:
    assert {"Node", "Route", "Block"} <= set(ABSTRACT)


async def test_an_address_that_is_not_there_is_empty_and_never_null(ask: Ask, publish: Publish, sites: None) -> None:
    query = """query ($id: ID!) { site(key: "eccp") { item(itemId: $id) {
      ... on Organisation { url country { code } } ... on PresentationFile { url } ... on NewsItem { url } } } }"""
    known = await publish("Organisation", {"name": {"en": "A"}, "url": "https://a.example.org", "country": "CZ"})
    unknown = await publish("Organisation", {"name": {"en": "B"}})
    news = await publish("NewsItem", {"kind": "news", "title": {"en": "C"}, "published_at": "2024-01-01"})

    found = [(await ask(query, id=one.id))["site"]["item"] for one in (known, unknown, news)]

    assert found[0] == {"url": "https://a.example.org", "country": {"code": "CZ"}}
    assert found[1:] == [{"url": "", "country": None}, {"url": "/news/c"}]


@pytest.mark.parametrize(("name", "expected"), [("body", "Html"), ("blocks", "Block"), ("country", "Country")])
def test_these_names_mean_the_same_in_every_type(name: str, expected: str) -> None:
    types = [type for type in graphql_schema.type_map.values() if isinstance(type, GraphQLObjectType)]
    found = {get_named_type(type.fields[name].type).name for type in types if name in type.fields}

    assert found == {expected}
