"""Whoever asks by a value that nothing could have is told which values there are, and never that there is nothing."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import unpublish_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.delivery import Ask
from tests.services import Publish

EDITIONS = 'query ($f: EditionFilter) { site(key: "eccp") { editions(filter: $f) { nodes { slug } } } }'
NEWS = 'query ($f: NewsItemFilter) { site(key: "eccp") { news(filter: $f) { nodes { slug } } } }'


@pytest.fixture
async def edition(publish: Publish, make_edition: Publish) -> Item:
    terms = [{"slug": slug, "label": {"en": slug}} for slug in ("energy", "tourism")]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    countries = [{"slug": slug, "label": {"en": slug}} for slug in ("de", "ro")]
    await publish("Vocabulary", {"key": "countries", "title": {"en": "Countries"}, "terms": countries})
    return await make_edition("iasi-2023", country="RO", sectors=["energy"])


async def refusal(answer: Ask, query: str, **variables: Any) -> str:
    """What is wrong with the one value."""
    answered = await answer(query, **variables)
    [error] = answered["errors"]
    assert answered["data"] is None and error["extensions"]["code"] == "INVALID"
    [problem] = error["extensions"]["problems"]
    assert problem["code"] == "UNKNOWN_VALUE"
    return f"{problem['field']}: {problem['message']}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"country": ["RO", "Germany"]}, 'filter.country: "Germany" is no country. Did you mean DE? Give codes of'),
        ({"country": ["ZZ"]}, 'filter.country: "ZZ" is no country. Give codes of ISO 3166-1: DE, RO.'),
        ({"not": {"country": [""]}}, 'filter.country: "" is no country. Give codes of ISO 3166-1: DE, RO.'),
        ({"sectors": ["enrgy"]}, 'filter.sectors: "enrgy" is no term of the vocabulary sectors. Its terms: energy, t'),
        ({"or": [{"sectors": ["energy"]}, {"sectors": ["x"]}]}, 'filter.sectors: "x" is no term of the vocabulary'),
        ({"series": ["iasi-2023"]}, 'filter.series: "iasi-2023" is no id of Series. There are '),
        ({"series": ["f" * 24]}, f'filter.series: "{"f" * 24}" is no id of Series. There are '),
    ],
)
async def test_a_filter_by_what_no_edition_has_names_the_values(
    answer: Ask, edition: Item, given: dict[str, Any], expected: str
) -> None:
    assert (await refusal(answer, EDITIONS, f=given)).startswith(expected)


async def test_the_ids_of_others_are_named_and_one_of_another_type_is_refused(
    answer: Ask, edition: Item, series: Item
) -> None:
    said = await refusal(answer, EDITIONS, f={"series": [edition.id]})

    assert f"There are {series.id} (clusters-meet-regions), for example." in said


async def test_many_values_are_named_in_part(answer: Ask, publish: Publish, sites: None) -> None:
    terms = [{"slug": f"term-{number}", "label": {"en": "T"}} for number in range(40)]
    await publish("Vocabulary", {"key": "event-types", "title": {"en": "Types"}, "terms": terms})

    said = await refusal(answer, EDITIONS, f={"eventTypes": ["x" * 5000]})

    assert said.startswith(f'filter.eventTypes: "{"x" * 60}…" is no term') and said.endswith("term-29 and 10 more.")


async def test_what_nothing_has_yet_is_an_empty_list(ask: Ask, edition: Item) -> None:
    for given in ({"country": ["DE"]}, {"country": ["de"]}, {"sectors": ["tourism"]}, {"eventTargets": ["smes"]}):
        assert (await ask(EDITIONS, f=given))["site"]["editions"]["nodes"] == [], given
    for given in ({"tags": ["nobody-wrote-this"]}, {"edition": [edition.id]}, {"kind": ["CALL"]}):
        assert (await ask(NEWS, f=given))["site"]["news"]["nodes"] == [], given


async def test_news_about_an_edition_that_is_not_public_any_more_are_found_by_it(
    answer: Ask, ask: Ask, services: Services, publish: Publish, edition: Item
) -> None:
    await unpublish_item(services, SYSTEM, edition.id, ["en"])
    said = await refusal(answer, NEWS, f={"edition": [edition.id]})

    data = {"kind": "news", "published_at": "2024-01-01", "title": {"en": "Remembered"}, "edition": edition.id}
    await publish("NewsItem", data)

    assert said.endswith("There is none here.")
    assert (await ask(NEWS, f={"edition": [edition.id]}))["site"]["news"]["nodes"] == [{"slug": "remembered"}]


@pytest.mark.parametrize("tag", ["", "  ", "x" * 61])
async def test_what_can_be_no_tag_is_refused(answer: Ask, sites: None, tag: str) -> None:
    assert "1 to 60 characters" in await refusal(answer, NEWS, f={"tags": [tag]})


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ('news(filter: {kind: ["NEWS"]}) { totalCount }', "NewsKind"),
        ("news(filter: {kind: [NOVELTY]}) { totalCount }", "NewsKind"),
        ('edition(slug: "iasi-2023") { documents(kind: ["agenda_final"]) { label } }', "DocumentKind"),
        ('edition(slug: "iasi-2023") { documents(kind: [AGENDA]) { label } }', "DocumentKind"),
    ],
)
async def test_fixed_values_are_enums(answer: Ask, sites: None, asked: str, named: str) -> None:
    answered = await answer(f'{{ site(key: "eccp") {{ {asked} }} }}')

    assert named in answered["errors"][0]["message"]


async def test_documents_are_narrowed_by_their_kind(ask: Ask, make_edition: Publish) -> None:
    link = "https://example.org/a"
    kinds = ("agenda_draft", "booklet", "other")
    await make_edition(documents=[{"kind": kind, "label": {"en": kind}, "link": link} for kind in kinds])
    query = """query ($k: [DocumentKind!]) { site(key: "eccp") { edition(slug: "iasi-2023") {
      documents(kind: $k) { kind label } } } }"""

    async def shown(given: list[str] | None) -> list[str]:
        return [one["kind"] for one in (await ask(query, k=given))["site"]["edition"]["documents"]]

    assert await shown(["BOOKLET", "AGENDA_DRAFT"]) == ["AGENDA_DRAFT", "BOOKLET"]
    assert await shown([]) == await shown(None) == ["AGENDA_DRAFT", "BOOKLET", "OTHER"]


async def test_a_vocabulary_that_is_not_there_is_refused(answer: Ask, edition: Item) -> None:
    query = '{ site(key: "eccp") { vocabulary(key: "sector") { slug } } }'

    assert await refusal(answer, query) == 'key: "sector" is no vocabulary. There are: countries, sectors.'


async def test_a_range_that_ends_before_it_begins_is_refused(answer: Ask, ask: Ask, edition: Item) -> None:
    turned = await answer(EDITIONS, f={"start": {"from": "2024-05", "to": "2023"}})
    within = await ask(EDITIONS, f={"start": {"from": "2023-11-21", "to": "2023-11"}})

    assert turned["errors"][0]["message"] == "filter: 2024-05 lies after 2023; give the earlier one first."
    assert within["site"]["editions"]["nodes"] == [{"slug": "iasi-2023"}]
