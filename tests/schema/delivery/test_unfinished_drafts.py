"""A draft that lacks something breaks no preview: it is shown, or what it lacks is said."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLUnionType, get_named_type, is_leaf_type
from graphql.type import GraphQLField, is_required_argument

from cms.access.actor import SYSTEM
from cms.content_types import registry
from cms.items.actions import create_item, update_item
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from schema.delivery.projection.delivered import projections
from schema.delivery.schema import schema
from tests.delivery import Ask
from tests.schema.delivery.sample_values import SPECIAL, Samples

SHOWN = [name for name in registry if name in projections and "id" in projections[name].resolvers and name != "Site"]
DEPTH = 2
COUNT_ON_FACTS = ("CallForHosts", "Edition", "NewsItem", "Person")
NEWS = """query ($p: String!) { site(key: "eccp", preview: $p) {
  news { totalCount nodes { title } } route(path: "/news/new") { ... on NewsItem { title } } } }"""
DAYS = """query ($p: String!) { site(key: "eccp", preview: $p) {
  edition(slug: "iasi") { days { label sessions { title } } } } }"""


def selection(type: Any, depth: int, alias: str = "", aliased: frozenset[str] = frozenset()) -> str:
    """All fields that can be asked for without arguments, lists of other items apart."""
    if isinstance(type, GraphQLUnionType | GraphQLInterfaceType):
        kinds = schema._schema.get_possible_types(type)
        differing = frozenset(differing_fields(kinds))
        each = (f"... on {one.name} {{ {selection(one, depth, one.name, differing)} }}" for one in kinds)
        return " ".join(["__typename", *each])
    asked = (
        field_asked(f"{alias}_{name}: {name}" if name in aliased else name, field, depth)
        for name, field in type.fields.items()
        if not asks_much(field)
    )
    return " ".join(["__typename", *filter(None, asked)])


def differing_fields(kinds: Iterable[GraphQLObjectType]) -> Iterator[str]:
    """Those that are of one type here and of another there: GraphQL wants them under other names."""
    types: dict[str, set[str]] = {}
    for kind in kinds:
        for name, field in kind.fields.items():
            types.setdefault(name, set()).add(str(field.type))
    return (name for name, found in types.items() if len(found) > 1)


def asks_much(field: GraphQLField) -> bool:
    return any(is_required_argument(one) for one in field.args.values()) or str(field.type).endswith("Connection!")


def field_asked(called: str, field: GraphQLField, depth: int) -> str:
    named = get_named_type(field.type)
    if is_leaf_type(named):
        return called
    return f"{called} {{ {selection(named, depth - 1)} }}" if depth else ""


def lacking(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(what, the same without it) for each value at any depth, and for everything at once."""
    yield "everything", {}
    for path in paths(data):
        less = deepcopy(data)
        place: Any = less
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]
        yield ".".join(map(str, path)), less


def paths(value: Any) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict) and value.get("type") != "doc":
        for name, below in value.items():
            if not (name == "kind" and "heading" in value):  # a block is nothing without its kind, nor is it stored
                yield (name,)
            yield from ((name, *path) for path in paths(below))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from ((0, *path) for path in paths(value[0]))


@pytest.fixture
async def token(services: Services, sites: None) -> str:
    return PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "eccp"))


@pytest.mark.parametrize("name", SHOWN)
async def test_whatever_a_draft_lacks_its_preview_is_answered(
    name: str, services: Services, samples: Samples, token: str, answer: Ask
) -> None:
    kind, shown = registry[name], selection(schema._schema.type_map[name], DEPTH)
    given = {**samples.data(kind), **SPECIAL.get(name, {})}
    facts = {field: given.pop(field) for field in kind.machine_fields()}
    node = f"item(itemId: $id) {{ ... on {name} {{ {shown} }} }}"
    query = f'query ($p: String!, $id: ID!) {{ site(key: "eccp", preview: $p) {{ {node} }} }}'
    codes: dict[str, set[str]] = {}
    for what, data in lacking(given):
        slugs = {"en": f"sample-{len(codes)}"} if kind.delivery.has_slug else {}
        draft = await create_item(services, SYSTEM, type=name, site="eccp", data=data, slugs=slugs, facts=facts)
        found = await answer(query, p=token, id=draft.id)
        codes[what] = {error["extensions"]["code"] for error in found.get("errors", ())}

    assert {what: found for what, found in codes.items() if found - {"INCOMPLETE_DRAFT"}} == {}
    assert codes["everything"] == ({"INCOMPLETE_DRAFT"} if name in COUNT_ON_FACTS else set())


async def test_a_draft_that_cannot_be_shown_yet_is_in_no_list_and_says_what_it_lacks(
    services: Services, token: str, answer: Ask
) -> None:
    slugs, data = {"en": "new"}, {"title": {"en": "New"}}
    draft = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data, slugs=slugs)
    early = await answer(NEWS, p=token)
    facts = {"kind": "news", "published_at": "2024-03"}
    await update_item(services, SYSTEM, draft.id, draft.version, facts)
    ready = await answer(NEWS, p=token)

    (error,) = early["errors"]
    assert [one["field"] for one in error["extensions"]["problems"]] == ["kind", "published_at"]
    assert early["data"]["site"]["news"] == {"totalCount": 0, "nodes": []}
    assert ready["data"]["site"] == {"news": {"totalCount": 1, "nodes": [{"title": "New"}]}, "route": {"title": "New"}}


async def test_an_unfinished_part_is_left_out_and_the_rest_is_shown(
    services: Services, token: str, ask: Ask, edition_data: Callable[..., dict[str, Any]]
) -> None:
    finished = {"label": {"en": "Day 1"}, "date": "2023-11-21", "sessions": [{"title": {"en": "No type yet"}}]}
    data = edition_data(days=[finished, {"label": {"en": "No date yet"}}])
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=data, slugs={"en": "iasi"})

    shown = (await ask(DAYS, p=token))["site"]["edition"]

    assert shown["days"] == [{"label": "Day 1", "sessions": []}]
    kept = await services.repository.items.get(draft.id)
    assert kept and kept.data["days"][1]["label"] == {"en": "No date yet"}
