"""An item's page lists what refers to it, page by page, as far as this site shows it."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import update_item
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_editor_lists import stages_of
from tests.delivery import Ask
from tests.services import Publish

EDITIONS = """query ($site: String!, $first: Int, $after: String, $last: Int, $before: String) {
  site(key: $site, locale: "en") { organisation(slug: "harbour-cluster") {
    partnerships(first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { edition { slug } roles roleLabels } edges { cursor node { edition { slug } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }"""


@pytest.fixture
async def organisation(sites: None, publish: Publish) -> Item:
    return await publish("Organisation", {"name": {"en": "Harbour Cluster"}})


@pytest.fixture
async def editions(
    organisation: Item,
    publish: Publish,
    make_edition: Publish,
    edition_data: Callable[..., dict[str, Any]],
    services: Services,
) -> None:
    """Three in which it has roles, the first on one site alone; one of others; and a draft that names it."""
    other = await publish("Organisation", {"name": {"en": "Other"}})
    mine, of_others = {"organisation": organisation.id}, {"organisation": other.id, "role": "host"}
    for year, partners in (
        ("2022", [{**mine, "role": "auspices"}, of_others, {**mine, "role": "host"}]),
        ("2023", [of_others, {**mine, "role": "on_behalf_of"}]),
        ("2024", [of_others]),
    ):
        await make_edition(f"iasi-{year}", start=f"{year}-05-01", end=f"{year}-05-02", partners=partners)
    first = edition_data(start="2021-05-01", end="2021-05-02", partners=[{**mine, "role": "host"}])
    await publish("Edition", first, slugs={"en": "iasi-2021"})
    last = await make_edition("iasi-2025", start="2025-05-01", end="2025-05-02")
    await update_item(services, SYSTEM, last.id, last.version, {"partners": [{**mine, "role": "host"}]})


def slugs(page: dict[str, Any]) -> list[str]:
    return [one["edition"]["slug"] for one in page["nodes"]]


@pytest.fixture
def page(ask: Ask) -> Ask:
    async def read(query: str = EDITIONS, site: str = "eccp", **variables: Any) -> dict[str, Any]:
        return (await ask(query, site=site, **variables))["site"]["organisation"]["partnerships"]

    return read


async def test_an_organisation_has_the_editions_that_it_is_a_partner_of(page: Ask, editions: None) -> None:
    found = await page()

    assert slugs(found) == ["iasi-2023", "iasi-2022", "iasi-2021"]
    assert [one["roles"] for one in found["nodes"]] == [["ON_BEHALF_OF"], ["AUSPICES", "HOST"], ["HOST"]]
    assert found["nodes"][1]["roleLabels"] == ["Under the auspices of", "Host"]
    assert found["totalCount"] == 3


async def test_an_edition_has_its_partners_by_role(ask: Ask, editions: None) -> None:
    query = """query ($r: [PartnerRole!]) { site(key: "eccp", locale: "en") { edition(slug: "iasi-2022") {
      partners(role: $r) { role organisation { name } } } } }"""

    async def partners(*roles: str) -> list[tuple[str, str]]:
        found = (await ask(query, r=list(roles)))["site"]["edition"]["partners"]
        return [(one["role"], one["organisation"]["name"]) for one in found]

    mine, other = "Harbour Cluster", "Other"
    assert await partners() == [("AUSPICES", mine), ("HOST", other), ("HOST", mine)]
    assert await partners("HOST") == [("HOST", other), ("HOST", mine)]
    assert await partners("AUSPICES", "SUPPORTER") == [("AUSPICES", mine)]


async def test_they_are_paged_both_ways(page: Ask, editions: None) -> None:
    first = await page(first=2)
    rest = await page(first=2, after=first["pageInfo"]["endCursor"])
    back = await page(last=1, before=rest["pageInfo"]["startCursor"])

    assert (slugs(first), slugs(rest), slugs(back)) == (["iasi-2023", "iasi-2022"], ["iasi-2021"], ["iasi-2022"])
    assert [edge["node"]["edition"]["slug"] for edge in first["edges"]] == slugs(first)
    assert back["pageInfo"]["hasPreviousPage"] and not rest["pageInfo"]["hasNextPage"]


async def test_a_site_shows_only_editions_of_its_own(page: Ask, editions: None) -> None:
    assert slugs(await page(site="nca")) == ["iasi-2023", "iasi-2022"]


async def test_they_are_found_by_their_partner_and_sorted_by_no_walk(
    mongo: Mongo, organisation: Item, editions: None
) -> None:
    wanted = {"type": "Edition", "channels": "eccp/en", "data.partners.organisation": organisation.id}
    sort = {"keys.start": -1, "_id": -1}
    command = {"find": "published", "filter": wanted, "sort": sort, "limit": 11}
    command |= {"hint": "Edition_data.partners.organisation_by_start"}

    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = stages_of(plan["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in stages and "SORT" not in stages, stages
    assert plan["executionStats"]["totalDocsExamined"] == 3
