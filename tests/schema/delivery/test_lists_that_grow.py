"""What grows with the site is read page by page; what somebody writes into one document is a list."""

from collections.abc import Iterator

import pytest
from graphql import GraphQLObjectType, get_nullable_type, is_list_type

from cms.content.fields import Embedded, EmbeddedList, EmbeddedOne
from cms.content_types import registry
from cms.kernel.services import Services
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.field_resolvers import DeclaredResolver
from schema.delivery.schema import schema
from tests.delivery import Ask
from tests.services import Publish

MAX_IN_ONE = 500
ONE_DOCUMENT = "computed from what one document holds"
BOUNDED = {
    "Application.files": "as many as the form allows, at most ten for a question",
    "Application.history": "the steps of one application, which can be given back once",
    "Application.missing": "the questions of one form",
    "Application.problems": "the questions of one form",
    "ApplicationUpload.headers": "fixed",
    "CallForHosts.alternates": "the languages of the site",
    "CallForHosts.cutoffs": ONE_DOCUMENT,
    "CallForHosts.extensions": "the deadlines of one call",
    "Contributor.appearances": ONE_DOCUMENT,
    "Edition.alternates": "the languages of the site",
    "Edition.contributors": ONE_DOCUMENT,
    "Edition.documents": ONE_DOCUMENT,
    "Edition.partners": ONE_DOCUMENT,
    "EditionListBlock.editions": "as many as the block says, at most 50",
    "MenuLink.children": ONE_DOCUMENT,
    "NewsItem.alternates": "the languages of the site",
    "NewsItem.related": "at most five",
    "NewsListBlock.news": "as many as the block says, at most 50",
    "Page.alternates": "the languages of the site",
    "Page.breadcrumb": "the depth of one address",
    "Query.nodes": "as many as there are ids, at most 100",
    "Participation.appearances": ONE_DOCUMENT,
    "Partnership.roleLabels": ONE_DOCUMENT,
    "Partnership.roles": ONE_DOCUMENT,
    "Question.options": "the options of one question, or the terms of one vocabulary",
    "RichText.references": "what one text refers to",
    "Series.alternates": "the languages of the site",
    "Site.memberLists": "the lists that a site's editors have named, at most 50",
    "Site.menu": ONE_DOCUMENT,
    "Site.vocabularies": "what all sites share and describe items by, at most 200",
    "Vocabulary.terms": ONE_DOCUMENT,
    "Site.vocabulary": "the terms of one vocabulary, at most 500",
}
"""{list that is no declared field of one document: why it does not grow with the site}; what does is a connection."""
RESULTS = ("clashes", "problems")
"""Of a mutation: at most 200, about one input."""


def unpaged_lists() -> Iterator[tuple[str, str]]:
    """(type, field) of every list that is no page."""
    for name, type in schema._schema.type_map.items():
        if isinstance(type, GraphQLObjectType) and not name.startswith("__") and not name.endswith("Connection"):
            for field, definition in type.fields.items():
                if is_list_type(get_nullable_type(definition.type)):
                    yield name, field


def is_declared(type: str, field: str) -> bool:
    """Whether it shows a field that is stored in the document as it stands, and bounded there."""
    if type not in projections or field not in projections[type].resolvers:
        return False
    return isinstance(projections[type].resolvers[field][1], DeclaredResolver)


def test_every_list_is_one_of_a_document_or_was_decided_about() -> None:
    lists = {f"{type}.{field}" for type, field in unpaged_lists() if not is_declared(type, field)}
    of_results = {one for one in lists if one.partition(".")[0].endswith("Result") and one.endswith(RESULTS)}

    assert lists - of_results == BOUNDED.keys()


def parts(part: type[Embedded], seen: set[type[Embedded]]) -> set[type[Embedded]]:
    if part not in seen:
        seen.add(part)
        for field in part.fields.values():
            kinds = getattr(field, "kinds", {}).values()
            inner = [field.part] if isinstance(field, EmbeddedOne | EmbeddedList) else []
            for one in (*inner, *kinds):
                parts(one, seen)
    return seen


@pytest.mark.parametrize("kind", registry.values(), ids=registry)
def test_every_list_of_a_document_has_a_bound(kind: type[Embedded]) -> None:
    fields = [field for part in parts(kind, set()) for field in part.fields.values()]

    bounds = [getattr(field, "max_items", 1) for field in fields]
    assert all(0 < bound <= MAX_IN_ONE for bound in bounds)


MEMBERS = """query ($of: String!, $first: Int, $after: String) { site(key: "eccp") {
  organisations(memberOf: $of, first: $first, after: $after) {
    totalCount nodes { name } pageInfo { hasNextPage endCursor } } } }"""


async def put_on_lists(publish: Publish, count: int, **more: object) -> None:
    memberships = [{"site": "eccp", "member_list": "members"}, {"site": "nca", "member_list": "partners"}]
    for number in range(count):
        await publish("Organisation", {"name": {"en": f"Cluster {number:03}"}, "memberships": memberships, **more})


async def test_more_organisations_than_a_page_holds_are_all_read(ask: Ask, publish: Publish, sites: None) -> None:
    await put_on_lists(publish, 12)

    first = (await ask(MEMBERS, of="members"))["site"]["organisations"]
    rest = (await ask(MEMBERS, of="members", after=first["pageInfo"]["endCursor"]))["site"]["organisations"]

    names = [node["name"] for node in (*first["nodes"], *rest["nodes"])]
    assert names == [f"Cluster {number:03}" for number in range(12)]
    assert first["totalCount"] == 12 and not rest["pageInfo"]["hasNextPage"] and len(rest["nodes"]) == 2


async def test_a_page_too_large_is_refused_in_words_that_help(answer: Ask, sites: None) -> None:
    refused = await answer(MEMBERS, of="members", first=200)

    assert "Use `after` to read on" in refused["errors"][0]["message"]


async def test_a_list_that_nobody_is_on_is_refused_where_there_are_others(
    answer: Ask, ask: Ask, publish: Publish, sites: None
) -> None:
    before = (await ask(MEMBERS, of="members"))["site"]["organisations"]
    await put_on_lists(publish, 1)

    refused = await answer(MEMBERS, of="partners")

    assert before["nodes"] == []
    [problem] = refused["errors"][0]["extensions"]["problems"]
    assert (problem["field"], problem["code"]) == ("memberOf", "UNKNOWN_VALUE")
    assert problem["message"].startswith('"partners" is no list of this site') and "There are: members." in str(problem)


async def test_a_block_of_members_is_read_page_by_page(
    ask: Ask, publish: Publish, services: Services, sites: None
) -> None:
    await put_on_lists(publish, 3)
    blocks = {"en": [{"kind": "members", "member_list": "members"}, {"kind": "members", "member_list": "nobody"}]}
    await publish("Page", {"title": {"en": "Members"}, "blocks": blocks}, slugs={"en": "members"})
    query = """query ($after: String) { site(key: "eccp") { page(path: "/members") { blocks { ... on MembersBlock {
      organisations(first: 2, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } } } } } }"""

    first, nobody = [one["organisations"] for one in (await ask(query))["site"]["page"]["blocks"]]
    second = (await ask(query, after=first["pageInfo"]["endCursor"]))["site"]["page"]["blocks"][0]["organisations"]

    assert [one["name"] for one in first["nodes"]] == ["Cluster 000", "Cluster 001"] and nobody["nodes"] == []
    assert [one["name"] for one in second["nodes"]] == ["Cluster 002"] and not second["pageInfo"]["hasNextPage"]
