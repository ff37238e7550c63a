"""A person's page lists where the person spoke and moderated, page by page, as far as this site shows it."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import unpublish_item, update_item
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from cms.migrations.found_by import FOUND_BY
from cms.opening import MIGRATIONS
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_editor_lists import stages_of
from tests.delivery import Ask
from tests.services import Publish

PARTICIPATIONS = """query ($site: String!, $p: String, $first: Int, $after: String, $last: Int, $before: String) {
  site(key: $site, locale: "en", preview: $p) { person(slug: "jana-novakova") {
    participations(first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { edition { slug } appearances { day { label } session { title } talk { title } speaker {
        capacity capacityLabel role organisationName organisation { name } person { name } } } }
      edges { cursor node { edition { slug } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }"""
IDS = """{ site(key: "eccp", locale: "en") {
  edition(slug: "iasi-2022") { days { id sessions { id children { id talks { id presentations { title } } } } } }
  person(slug: "jana-novakova") { participations { nodes { appearances {
    day { id } session { id } talk { id presentations { title } } } } } } } }"""

Facts = Callable[..., dict[str, Any]]


def words(text: str) -> dict[str, str]:
    return {"en": text}


def session(title: str, **parts: Any) -> dict[str, Any]:
    return {"type": "keynote", "title": words(title), **parts}


def days(year: str, *sessions: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"label": words("Day 1"), "date": f"{year}-05-01", "sessions": list(sessions)}]


def facts(year: str, *sessions: dict[str, Any]) -> dict[str, Any]:
    return {"start": f"{year}-05-01", "end": f"{year}-05-02", "days": days(year, *sessions)}


@pytest.fixture
async def jana(sites: None, publish: Publish) -> Item:
    return await publish("Person", {"name": "Jana Nováková"})


@pytest.fixture
async def editions(jana: Item, publish: Publish, make_edition: Publish, edition_data: Facts) -> dict[str, Item]:
    """Three in which she has a part, the first on one site alone, in the last but one several; and one of somebody
    else's."""
    other = await publish("Person", {"name": "Petr Malý"})
    cluster = await publish("Organisation", {"name": words("Harbour Cluster")})
    pdf = {"mime": "application/pdf", "byte_size": 9, "sha256": "1" * 64}
    file = await publish("FileAsset", {"filename": "slides.pdf"}, facts=pdf)
    slides = await publish("PresentationFile", {"title": words("Slides"), "file": file.id})
    chair = {"person": jana.id, "capacity": "moderator"}
    manager = {"person": jana.id, "capacity": "speaker", "role": words("Manager"), "organisation": cluster.id}
    petr = {"person": other.id, "capacity": "speaker"}
    nested = session(
        "Pitches", talks=[{"title": words("Ports"), "speakers": [petr, manager], "presentations": [slides.id]}]
    )
    first = edition_data(**facts("2021", session("Start", talks=[{"title": words("Old"), "speakers": [manager]}])))
    return {
        "2021": await publish("Edition", first, slugs={"en": "iasi-2021"}),
        "2022": await make_edition(
            "iasi-2022",
            **facts(
                "2022",
                session("Welcome", moderators=[petr, chair], talks=[{"title": words("Other"), "speakers": [petr]}]),
                session("Tracks", children=[nested]),
            ),
        ),
        "2023": await make_edition("iasi-2023", **facts("2023", session("Panel", moderators=[chair]))),
        "2024": await make_edition("iasi-2024", **facts("2024", session("Talks", talks=[{"speakers": [petr]}]))),
    }


@pytest.fixture
def page(ask: Ask) -> Ask:
    async def read(site: str = "eccp", **variables: Any) -> dict[str, Any]:
        return (await ask(PARTICIPATIONS, site=site, **variables))["site"]["person"]["participations"]

    return read


def slugs(found: dict[str, Any]) -> list[str]:
    return [one["edition"]["slug"] for one in found["nodes"]]


async def test_a_person_has_the_talks_given_and_the_sessions_moderated(page: Ask, editions: dict[str, Item]) -> None:
    found = await page()

    assert slugs(found) == ["iasi-2023", "iasi-2022", "iasi-2021"] and found["totalCount"] == 3
    chair = {"capacity": "MODERATOR", "capacityLabel": "Moderator", "role": None, "organisationName": None}
    chair |= {"organisation": None, "person": {"name": "Jana Nováková"}}
    manager = {**chair, "capacity": "SPEAKER", "capacityLabel": "Speaker", "role": "Manager"}
    manager |= {"organisationName": "Harbour Cluster", "organisation": {"name": "Harbour Cluster"}}
    day = {"label": "Day 1"}
    assert found["nodes"][1]["appearances"] == [
        {"day": day, "session": {"title": "Welcome"}, "talk": None, "speaker": chair},
        {"day": day, "session": {"title": "Pitches"}, "talk": {"title": "Ports"}, "speaker": manager},
    ]
    [last] = found["nodes"][0]["appearances"]
    assert (last["session"], last["talk"]) == ({"title": "Panel"}, None)


async def test_its_parts_are_those_of_the_edition_with_the_same_ids(ask: Ask, editions: dict[str, Item]) -> None:
    site = (await ask(IDS))["site"]

    [day] = site["edition"]["days"]
    [nested] = day["sessions"][1]["children"]
    moderated, spoken = site["person"]["participations"]["nodes"][1]["appearances"]
    assert spoken == {"day": {"id": day["id"]}, "session": {"id": nested["id"]}, "talk": nested["talks"][0]}
    assert spoken["talk"]["presentations"] == [{"title": "Slides"}]
    assert moderated == {"day": {"id": day["id"]}, "session": {"id": day["sessions"][0]["id"]}, "talk": None}


async def test_an_edition_has_its_people_once_each_by_capacity(
    ask: Ask, editions: dict[str, Item], jana: Item, services: Services
) -> None:
    query = """query ($c: [SpeakerCapacity!]) { site(key: "eccp", locale: "en") { edition(slug: "iasi-2022") {
      contributors(capacity: $c) { person { name } appearances { session { title } talk { title } } } } } }"""

    async def contributors(*capacity: str) -> dict[str, list[str]]:
        found = (await ask(query, c=list(capacity)))["site"]["edition"]["contributors"]
        return {one["person"]["name"]: [each["session"]["title"] for each in one["appearances"]] for one in found}

    everybody = {"Petr Malý": ["Welcome", "Welcome", "Pitches"], "Jana Nováková": ["Welcome", "Pitches"]}
    assert await contributors() == everybody and list(everybody) == list(await contributors())
    assert await contributors("MODERATOR") == {"Jana Nováková": ["Welcome"]}
    assert await contributors("FACILITATOR") == {}

    await unpublish_item(services, SYSTEM, jana.id, ["en"], even_if_used=True)

    assert list(await contributors()) == ["Petr Malý"]


async def test_they_are_paged_both_ways(page: Ask, editions: dict[str, Item]) -> None:
    first = await page(first=2)
    rest = await page(first=2, after=first["pageInfo"]["endCursor"])
    back = await page(last=1, before=rest["pageInfo"]["startCursor"])

    assert (slugs(first), slugs(rest), slugs(back)) == (["iasi-2023", "iasi-2022"], ["iasi-2021"], ["iasi-2022"])
    assert [edge["node"]["edition"]["slug"] for edge in first["edges"]] == slugs(first)
    assert back["pageInfo"]["hasPreviousPage"] and not rest["pageInfo"]["hasNextPage"]


async def test_a_site_shows_only_what_is_published_there(
    page: Ask, editions: dict[str, Item], services: Services
) -> None:
    assert slugs(await page(site="nca")) == ["iasi-2023", "iasi-2022"]

    await unpublish_item(services, SYSTEM, editions["2023"].id, ["en"])

    assert slugs(await page()) == ["iasi-2022", "iasi-2021"]


async def test_a_preview_shows_what_is_drafted(
    page: Ask, editions: dict[str, Item], jana: Item, services: Services
) -> None:
    speaker = {"person": jana.id, "capacity": "speaker"}
    new = days("2024", session("Added", talks=[{"speakers": [speaker, {"capacity": "speaker"}]}]))
    await update_item(services, SYSTEM, editions["2024"].id, editions["2024"].version, {"days": new})
    await update_item(services, SYSTEM, editions["2023"].id, editions["2023"].version, {"days": []})
    preview = await create_preview(services, SYSTEM, "eccp")

    drafted = await page(p=PreviewTokens.of(services).token(preview))

    assert slugs(drafted) == ["iasi-2024", "iasi-2022", "iasi-2021"]
    assert drafted["nodes"][0]["appearances"][0]["session"] == {"title": "Added"}
    assert slugs(await page()) == ["iasi-2023", "iasi-2022", "iasi-2021"]


async def test_what_was_published_and_drafted_before_is_found_after_the_migration(
    page: Ask, editions: dict[str, Item], mongo: Mongo, services: Services
) -> None:
    for collection in ("published", "drafts"):
        await mongo.db[collection].update_many({}, {"$unset": {"found_by": 1}})
    preview = await create_preview(services, SYSTEM, "eccp")
    token = PreviewTokens.of(services).token(preview)
    assert slugs(await page()) == slugs(await page(p=token)) == []

    assert FOUND_BY in MIGRATIONS
    await FOUND_BY.apply(mongo)

    assert slugs(await page()) == slugs(await page(p=token)) == ["iasi-2023", "iasi-2022", "iasi-2021"]


async def test_they_are_found_by_the_person_and_sorted_by_no_walk(
    mongo: Mongo, jana: Item, editions: dict[str, Item]
) -> None:
    wanted = {"type": "Edition", "channels": "eccp/en", "found_by.people": jana.id}
    sort = {"keys.start": -1, "_id": -1}
    command = {"find": "published", "filter": wanted, "sort": sort, "limit": 11}
    command |= {"hint": "Edition_found_by.people_by_start"}

    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = stages_of(plan["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in stages and "SORT" not in stages, stages
    assert plan["executionStats"]["totalDocsExamined"] == 3
