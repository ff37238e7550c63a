"""`route` as the one way in: a site's software sends whatever path a visitor asks for, of any language, old or new."""

from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import add_redirect, publish_item, unpublish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.services import Publish

ROUTE = """query ($site: String!, $l: Locale, $p: String!) { site(key: $site, locale: $l) { route(path: $p) { __typename
  ... on Redirect { to permanent } ... on NewsItem { title url } ... on Page { title url }
} } }"""


@pytest.fixture
async def harbour(publish: Publish) -> Item:
    """News in three languages, each with a slug of its own, on a site whose default language is Bulgarian."""
    site = {
        "key": "bg-clusters",
        "name": {"bg": "Български клъстери"},
        "locales": ["bg", "en", "cs"],
        "default_locale": "bg",
        "time_zone": "Europe/Sofia",
    }
    await publish("Site", site, ["bg"], site="bg-clusters")
    title = {"bg": "Пристанище", "en": "Harbour", "cs": "Přístav"}
    data = {"kind": "news", "title": title, "published_at": "2024-03"}
    slugs = {"bg": "pristanishte", "en": "harbour", "cs": "pristav"}
    return await publish("NewsItem", data, ["bg", "en", "cs"], slugs=slugs, site="bg-clusters")


async def route(visitor: httpx.AsyncClient, path: str, locale: str | None = None) -> dict[str, Any] | None:
    variables = {"site": "bg-clusters", "p": path, "l": locale}
    answer = (await visitor.post("/graphql", json={"query": ROUTE, "variables": variables})).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["route"]


async def title(visitor: httpx.AsyncClient, path: str, locale: str | None = None) -> str | None:
    return ((await route(visitor, path, locale)) or {}).get("title")


def redirect(to: str, *, permanent: bool = False) -> dict[str, Any]:
    return {"__typename": "Redirect", "to": to, "permanent": permanent}


async def test_the_language_in_the_path_is_read_where_none_was_asked_for(
    visitor: httpx.AsyncClient, harbour: Item
) -> None:
    english = await route(visitor, "/en/news/harbour")

    assert english and (english["title"], english["url"]) == ("Harbour", "/en/news/harbour")
    assert await title(visitor, "/cs/news/pristav/") == "Přístav"
    assert await title(visitor, "/news/pristanishte") == await title(visitor, "/bg/news/pristanishte") == "Пристанище"


async def test_a_language_that_was_asked_for_counts_before_that_of_the_path(
    visitor: httpx.AsyncClient, harbour: Item
) -> None:
    assert await route(visitor, "/en/news/harbour", "cs") == redirect("/cs/news/pristav")
    assert await route(visitor, "/en/news/harbour", "bg") == redirect("/news/pristanishte")
    assert await title(visitor, "/news/harbour", "en") == "Harbour"


async def test_every_slug_of_every_language_leads_to_the_one_that_is_read(
    visitor: httpx.AsyncClient, harbour: Item
) -> None:
    for foreign in ("/news/pristav", "/news/pristanishte", "/en/news/pristav"):
        assert await route(visitor, foreign, "en") == redirect("/en/news/harbour"), foreign
    assert await route(visitor, "/news/harbour") == redirect("/news/pristanishte")
    assert await route(visitor, "/cs/news/harbour") == redirect("/cs/news/pristav")
    assert await route(visitor, "/news/nowhere") is None


async def test_a_move_is_permanent_within_a_language_and_not_across(
    services: Services, visitor: httpx.AsyncClient, harbour: Item
) -> None:
    await update_item(services, SYSTEM, harbour.id, 1, {}, slugs={"en": "quay"})
    await publish_item(services, SYSTEM, harbour.id, ["en"])

    assert await route(visitor, "/en/news/harbour") == redirect("/en/news/quay", permanent=True)
    assert await route(visitor, "/news/harbour", "en") == redirect("/en/news/quay", permanent=True)
    assert await route(visitor, "/en/news/harbour", "cs") == redirect("/cs/news/pristav")
    assert await route(visitor, "/news/harbour", "cs") == redirect("/cs/news/pristav")
    assert await route(visitor, "/news/harbour") == redirect("/news/pristanishte")


async def test_a_text_that_is_not_in_the_language_read_is_found_in_its_own(
    services: Services, visitor: httpx.AsyncClient, harbour: Item
) -> None:
    await unpublish_item(services, SYSTEM, harbour.id, ["bg", "cs"])

    assert await route(visitor, "/news/harbour") == redirect("/en/news/harbour")
    assert await route(visitor, "/cs/news/harbour") == redirect("/en/news/harbour")
    assert await route(visitor, "/news/harbour", "cs") is None, "a site that asks for Czech does not show it"


async def test_a_move_to_a_text_of_another_language_is_not_permanent(
    services: Services, visitor: httpx.AsyncClient, harbour: Item
) -> None:
    """English visitors read the Bulgarian text for now: their address may have an English one tomorrow."""
    await unpublish_item(services, SYSTEM, harbour.id, ["en"])

    assert await route(visitor, "/en/news/harbour") == redirect("/en/news/pristanishte")


async def test_old_addresses_with_a_query_lead_on_in_every_language(
    services: Services, visitor: httpx.AsyncClient, harbour: Item
) -> None:
    await add_redirect(services, SYSTEM, "bg-clusters", "/en/index.php?id=12", harbour.id)

    assert await route(visitor, "/en/index.php?id=12") == redirect("/en/news/harbour", permanent=True)
    assert await route(visitor, "/index.php?id=12", "cs") == redirect("/cs/news/pristav")
    assert await route(visitor, "/index.php?id=13") is None
