"""News are found by country and sector of their edition, as it is published now, and by the year they are dated."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, delete_item, publish_item, unpublish_item, update_item
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.items.publication import publish_locales
from cms.kernel.services import Services
from cms.migrations.referred_values import REFERRED_VALUES
from storage.documents import Item
from storage.mongo import Mongo, Session
from tests.cms.items.test_editor_lists import stages_of
from tests.delivery import Ask
from tests.services import Publish

NEWS = """query ($f: NewsItemFilter, $site: String!, $p: String, $first: Int, $after: String) {
  site(key: $site, locale: "en", preview: $p) { news(filter: $f, first: $first, after: $after) {
    totalCount nodes { title } pageInfo { endCursor } } } }"""

FOUND = (
    ({"country": ["CZ"]}, "A D"),
    ({"country": ["cz", "RO"]}, "A B D"),
    ({"country": ["DE"]}, ""),
    ({"sectors": ["hydrogen"]}, "A B D"),
    ({"sectors": ["energy", "tourism"]}, "A D"),
    ({"year": [2024]}, "B C"),
    ({"year": [2022, 2025]}, "A D"),
    ({"year": [2023, 2022, 2024, 2024]}, "B C D"),
    ({"year": [1, 9999]}, ""),
    ({"country": [], "year": []}, "A B C D"),
    ({"country": ["CZ"], "sectors": ["hydrogen"], "year": [2022]}, "D"),
    ({"or": [{"country": ["RO"]}, {"year": [2022]}]}, "B D"),
    ({"and": [{"sectors": ["hydrogen"]}, {"not": {"year": [2024]}}]}, "A D"),
    ({"not": {"country": ["CZ"]}}, "B C"),
)
REFUSED = (
    ({"country": ["Czechia"]}, 'filter.country: "Czechia" is no country. Did you mean CZ?'),
    ({"sectors": ["enrgy"]}, 'filter.sectors: "enrgy" is no term of the vocabulary sectors. Its terms: energy'),
    ({"year": [2024, 0]}, 'filter.year: "0" is no year. Give years from 1 to 9999, such as 2024.'),
    ({"not": {"year": [-2024]}}, 'filter.year: "-2024" is no year.'),
    ({"year": [2024, 10000]}, 'filter.year: "10000" is no year.'),
    ({"year": list(range(1900, 2001))}, "filter: Give at most 100 values."),
)
PLANS = (
    ({"referred.edition.country": {"$in": ["CZ"]}}, "NewsItem_referred.edition.country_by_published"),
    ({"referred.edition.sectors": {"$in": ["energy"]}}, "NewsItem_referred.edition.sectors_by_published"),
    ({"keys.published": {"$gte": "2024", "$lte": "2024~"}}, "NewsItem_by_published"),
)
"""What is asked for, and what serves it: each examines the two that are found."""

Facts = Callable[..., dict[str, Any]]
Found = Callable[..., Any]


@pytest.fixture
def found(ask: Ask) -> Found:
    """The titles of the news that are found."""

    async def titles(filter: dict[str, Any], site: str = "eccp", **variables: Any) -> str:
        page = (await ask(NEWS, f=filter, site=site, **variables))["site"]["news"]
        return " ".join(one["title"] for one in page["nodes"])

    return titles


@pytest.fixture
async def edition(publish: Publish, make_edition: Publish) -> Item:
    terms = [{"slug": slug, "label": {"en": slug}} for slug in ("energy", "hydrogen", "tourism")]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    return await make_edition("brno", country="CZ", sectors=["energy", "hydrogen"])


@pytest.fixture
async def news(publish: Publish, make_edition: Publish, edition: Item) -> None:
    """A to D, the newest first: of a Czech edition (A, D), of a Romanian one (B), of none (C)."""
    iasi = await make_edition("iasi", country="RO", sectors=["hydrogen"])
    for title, day, about in (
        ("A", "2025-01-01", edition.id),
        ("B", "2024-12-31", iasi.id),
        ("C", "2024-06", None),
        ("D", "2022-03-01", edition.id),
    ):
        facts = {"kind": "news", "title": {"en": title}, "published_at": day, **({"edition": about} if about else {})}
        await publish("NewsItem", facts, slugs={"en": title.lower()}, shared=["nca"] if title < "D" else [])


async def change(services: Services, item: Item, **facts: Any) -> Item:
    stored = await services.repository.items.get(item.id)
    assert stored
    await update_item(services, SYSTEM, item.id, stored.version, facts)
    return stored


async def test_news_are_found_by_country_sector_and_year(found: Found, news: None) -> None:
    for given, expected in FOUND:
        assert await found(given) == expected, given


async def test_they_are_paged_and_counted(ask: Ask, news: None) -> None:
    given = {"f": {"sectors": ["hydrogen"]}, "site": "eccp", "first": 2}
    first = (await ask(NEWS, **given))["site"]["news"]
    rest = (await ask(NEWS, **given, after=first["pageInfo"]["endCursor"]))["site"]["news"]

    assert first["totalCount"] == 3
    assert [[one["title"] for one in page["nodes"]] for page in (first, rest)] == [["A", "B"], ["D"]]


async def test_another_site_finds_those_that_it_shows(found: Found, news: None) -> None:
    assert await found({"country": ["CZ"]}, site="nca") == "A"


async def test_they_follow_their_edition_when_it_is_published(
    found: Found, services: Services, edition: Item, news: None
) -> None:
    await change(services, edition, country="DE", sectors=["tourism"])
    assert await found({"country": ["CZ"]}) == "A D"

    await publish_item(services, SYSTEM, edition.id, ["en"])

    assert await found({"country": ["DE"]}) == await found({"sectors": ["tourism"]}) == "A D"
    assert (await found({"country": ["CZ"]}), await found({"sectors": ["energy"]})) == ("", "")


async def test_an_edition_that_is_not_public_says_nothing_until_it_is_again(
    found: Found, services: Services, edition: Item, news: None
) -> None:
    await unpublish_item(services, SYSTEM, edition.id, ["en"], even_if_used=True)
    assert await found({"country": ["CZ"]}) == ""

    await publish_item(services, SYSTEM, edition.id, ["en"])
    assert await found({"country": ["CZ"]}) == "A D"

    await delete_item(services, SYSTEM, edition.id, even_if_used=True)
    assert await found({"country": ["CZ"]}) == ""


async def test_news_that_change_their_edition_are_found_by_the_new_one(
    found: Found, services: Services, mongo: Mongo, edition: Item, news: None
) -> None:
    document = await mongo.db["published"].find_one({"data.title.en": "B"}, {"_id": 1})
    assert document
    item = await services.repository.items.get(document["_id"])
    assert item

    await change(services, item, edition=edition.id)
    await publish_item(services, SYSTEM, item.id, ["en"])
    assert (await found({"country": ["CZ"]}), await found({"country": ["RO"]})) == ("A B D", "")

    await change(services, item, edition=None)
    await publish_item(services, SYSTEM, item.id, ["en"])
    assert await found({"country": ["CZ", "RO"]}) == "A D"


async def test_news_that_are_published_while_their_edition_changes_follow_it(
    found: Found, services: Services, publish: Publish, edition: Item
) -> None:
    stored = await change(services, edition, country="DE")
    changed = await services.repository.items.get(stored.id)
    assert changed
    facts = {"kind": "news", "title": {"en": "A"}, "published_at": "2025-01-01", "edition": edition.id}
    meanwhile: list[asyncio.Future[Item]] = []

    async def publish_it(session: Session) -> None:
        await publish_locales(services, SYSTEM, changed, changed, ["en"], session)
        meanwhile.append(asyncio.ensure_future(publish("NewsItem", facts, slugs={"en": "a"})))
        await asyncio.wait(meanwhile, timeout=0.5)

    await services.transact(publish_it)
    await asyncio.gather(*meanwhile)

    assert (await found({"country": ["DE"]}), await found({"country": ["CZ"]})) == ("A", "")


async def test_a_preview_finds_them_by_the_draft_of_their_edition(
    found: Found, services: Services, edition: Item, edition_data: Facts, news: None
) -> None:
    token = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "eccp"))
    await change(services, edition, country="DE")
    drafted = edition_data(country="AT")
    about = await create_item(services, SYSTEM, type="Edition", site="eccp", data=drafted, slugs={"en": "graz"})
    facts = {"kind": "news", "title": {"en": "E"}, "published_at": "2026-01-01", "edition": about.id}
    await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=facts, slugs={"en": "e"})

    assert await found({"country": ["DE", "AT"]}, p=token) == "E A D"
    assert (await found({"country": ["CZ"]}, p=token), await found({"country": ["CZ"]})) == ("", "A D")

    await delete_item(services, SYSTEM, about.id, even_if_used=True)
    assert await found({"country": ["AT"]}, p=token) == ""


async def test_what_no_news_could_have_is_refused(answer: Ask, edition: Item) -> None:
    for given, said in REFUSED:
        [error] = (await answer(NEWS, f=given, site="eccp"))["errors"]
        [problem] = error["extensions"]["problems"]
        assert f"{problem['field']}: {problem['message']}".startswith(said), given


async def test_news_that_were_published_before_get_what_their_edition_says(
    found: Found, services: Services, mongo: Mongo, news: None
) -> None:
    token = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "eccp"))
    for world in ("published", "drafts"):
        await mongo.db[world].update_many({}, {"$unset": {"referred": 1}})
    assert await found({"country": ["CZ"]}) == await found({"country": ["CZ"]}, p=token) == ""

    await REFERRED_VALUES.apply(mongo)

    assert await found({"country": ["CZ"]}) == await found({"country": ["CZ"]}, p=token) == "A D"
    assert await found({"sectors": ["hydrogen"], "not": {"country": ["CZ"]}}) == "B"


async def test_they_are_found_by_an_index_and_sorted_by_no_walk(mongo: Mongo, news: None) -> None:
    sort = {"keys.published": -1, "_id": -1}
    for wanted, index in PLANS:
        query = {"type": "NewsItem", "channels": "eccp/en", **wanted}
        command = {"find": "published", "filter": query, "sort": sort, "limit": 11, "hint": index}

        plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

        stages = stages_of(plan["queryPlanner"]["winningPlan"])
        assert "IXSCAN" in stages and "SORT" not in stages, stages
        assert plan["executionStats"]["totalDocsExamined"] == 2, wanted
