"""From paths of a site to items, and to where they have moved."""

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, update_item
from cms.kernel.services import Services
from tests.delivery import Ask
from tests.services import Publish

ROUTE = """query ($l: Locale!, $p: String!) { site(key: "nca", locale: $l) { route(path: $p) { __typename
  ... on Redirect { to permanent } ... on Edition { slug } ... on Page { title breadcrumb { label url } } } } }"""


async def route(ask: Ask, locale: str, path: str) -> dict | None:
    return (await ask(ROUTE, l=locale, p=path))["site"]["route"]


async def test_paths_lead_to_items_with_or_without_language(ask: Ask, make_edition: Publish) -> None:
    await make_edition()
    found = {"__typename": "Edition", "slug": "iasi-2023"}

    assert await route(ask, "cs", "/editions/iasi-2023") == found
    assert await route(ask, "cs", "/cs/editions/iasi-2023/") == found
    assert await route(ask, "cs", "/editions/iasi-2023?utm=1#top") == found
    assert await route(ask, "en", "/en/editions/iasi-2023") == found


async def test_an_address_of_another_language_redirects_to_this_ones(ask: Ask, make_edition: Publish) -> None:
    await make_edition()

    moved = {"__typename": "Redirect", "to": "/en/editions/iasi-2023", "permanent": False}
    assert await route(ask, "en", "/cs/editions/iasi-2023") == moved


async def test_an_old_address_redirects_however_often_the_item_moved(
    ask: Ask, services: Services, make_edition: Publish
) -> None:
    made = await make_edition("first")
    for version, slug in enumerate(["second", "third"], start=1):
        await update_item(services, SYSTEM, made.id, version, {}, slugs={"en": slug})
        await publish_item(services, SYSTEM, made.id, ["en"])

    for old in ("first", "second"):
        moved = {"__typename": "Redirect", "to": "/en/editions/third", "permanent": True}
        assert await route(ask, "en", f"/editions/{old}") == moved


async def test_breadcrumbs_lead_down_from_the_home_page(ask: Ask, publish: Publish, sites: None) -> None:
    for slug, title in {"": "Home", "about": "About us", "about/board": "Board"}.items():
        data = {"title": {"en": title, "cs": f"{title} (cs)"}}
        await publish("Page", data, ["en", "cs"], slugs={"en": slug, "cs": slug}, site="nca")

    shown = await route(ask, "en", "/about/board")

    assert shown == {
        "__typename": "Page",
        "title": "Board",
        "breadcrumb": [{"label": "Home", "url": "/en"}, {"label": "About us", "url": "/en/about"}],
    }
