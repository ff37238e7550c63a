"""What every item says of itself: when it changed, and where it is found."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import (
    publish_item,
    publish_override,
    share_item,
    unpublish_item,
    update_item,
    update_override,
    withdraw_override,
)
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from storage.documents import Item
from tests.delivery import Ask
from tests.services import Clock, Publish

DATA = {"kind": "news", "title": {"en": "The harbour"}, "published_at": "2024-01-01"}
MOMENTS = """query ($site: String!, $l: Locale, $p: String) { site(key: $site, locale: $l, preview: $p) {
  news { nodes { modifiedAt firstPublishedAt } } } }"""
ADDRESSES = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) { route(path: "/news/harbour") {
  ... on Addressable { title url absoluteUrl canonicalUrl alternates { locale absoluteUrl } } } } }"""

DAYS = [f"2024-03-0{day}T12:00:00+00:00" for day in range(1, 8)]


@pytest.fixture
async def harbour(clock: Clock, publish: Publish, sites: None) -> Item:
    clock.set(DAYS[0])
    return await publish("NewsItem", DATA, slugs={"en": "harbour"})


@pytest.fixture
def moments(ask: Ask) -> Any:
    async def asked(site: str = "eccp", locale: str = "en", preview: str | None = None) -> tuple[str, str]:
        [found] = (await ask(MOMENTS, site=site, l=locale, p=preview))["site"]["news"]["nodes"]
        return found["modifiedAt"], found["firstPublishedAt"]

    return asked


async def test_the_first_publication_stays_and_each_change_moves_the_last(
    clock: Clock, services: Services, harbour: Item, moments: Any
) -> None:
    assert await moments() == (DAYS[0], DAYS[0])

    clock.set(DAYS[1])
    changed = await update_item(services, SYSTEM, harbour.id, harbour.version, {"lead": {"en": "Cranes"}})
    assert await moments() == (DAYS[0], DAYS[0])
    clock.set(DAYS[2])
    await publish_item(services, SYSTEM, changed.id, ["en"])
    assert await moments() == (DAYS[2], DAYS[0])


async def test_the_first_publication_outlives_a_withdrawal(
    clock: Clock, services: Services, harbour: Item, moments: Any
) -> None:
    clock.set(DAYS[1])
    await unpublish_item(services, SYSTEM, harbour.id, ["en"])
    clock.set(DAYS[2])
    await publish_item(services, SYSTEM, harbour.id, ["en"])

    assert await moments() == (DAYS[2], DAYS[0])


async def test_each_language_has_a_first_publication_of_its_own(
    clock: Clock, services: Services, publish: Publish, sites: None, moments: Any
) -> None:
    clock.set(DAYS[0])
    item = await publish("NewsItem", {**DATA, "title": {"en": "The harbour", "cs": "Přístav"}}, site="nca")
    clock.set(DAYS[1])
    await publish_item(services, SYSTEM, item.id, ["cs"])

    assert (await moments("nca", "en"), await moments("nca", "cs")) == ((DAYS[1], DAYS[0]), (DAYS[1], DAYS[1]))


async def test_sharing_changes_nothing_that_visitors_see(
    clock: Clock, services: Services, harbour: Item, moments: Any
) -> None:
    clock.set(DAYS[1])
    await share_item(services, SYSTEM, harbour.id, ["nca"])

    assert await moments("nca") == await moments() == (DAYS[0], DAYS[0])


async def test_other_words_of_a_site_do(clock: Clock, services: Services, harbour: Item, moments: Any) -> None:
    await share_item(services, SYSTEM, harbour.id, ["nca"])
    clock.set(DAYS[1])
    await update_override(services, SYSTEM, harbour.id, "nca", 0, {"title": {"en": "Our harbour"}})
    assert await moments("nca") == (DAYS[0], DAYS[0])
    await publish_override(services, SYSTEM, harbour.id, "nca")
    assert await moments("nca") == (DAYS[1], DAYS[0])
    clock.set(DAYS[2])
    await withdraw_override(services, SYSTEM, harbour.id, "nca")
    assert await moments("nca") == (DAYS[2], DAYS[0])


async def test_a_preview_shows_the_moments_as_if_it_were_published_now(
    clock: Clock, services: Services, harbour: Item, moments: Any
) -> None:
    clock.set(DAYS[1])
    await update_item(services, SYSTEM, harbour.id, harbour.version, {"lead": {"en": "Cranes"}})
    token = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "eccp"))

    assert await moments(preview=token) == (DAYS[1], DAYS[0])


async def test_what_an_earlier_release_published_has_the_moments_that_are_known(
    clock: Clock, services: Services, harbour: Item, moments: Any
) -> None:
    known = services.repository.mongo.db
    await known["published"].update_one(
        {"_id": harbour.id}, {"$unset": {"modified_at": "", "locales.en.first_published_at": ""}}
    )
    await known["items"].update_one({"_id": harbour.id}, {"$unset": {"first_published": ""}})
    assert await moments() == (DAYS[0], DAYS[0])

    clock.set(DAYS[1])
    await publish_item(services, SYSTEM, harbour.id, ["en"])
    assert await moments() == (DAYS[1], DAYS[0])


async def test_search_engines_are_led_to_the_site_that_owns_the_item(
    ask: Ask, services: Services, publish: Publish, sites: None
) -> None:
    text = {**DATA, "title": {"en": "The harbour", "cs": "Přístav"}}
    item = await publish("NewsItem", text, ["en", "cs"], slugs={"en": "harbour", "cs": "harbour"}, shared=["nca"])
    assert item.site == "eccp"
    for site, domains in (("eccp", ["europe.example"]), ("nca", ["www.nca.example:8443", "nca.example"])):
        await with_domains(services, site, domains)

    own = (await ask(ADDRESSES, site="eccp", l="en"))["site"]["route"]
    shared = (await ask(ADDRESSES, site="nca", l="en"))["site"]["route"]
    czech = (await ask(ADDRESSES, site="nca", l="cs"))["site"]["route"]

    assert own["canonicalUrl"] == own["absoluteUrl"] == "https://europe.example/news/harbour"
    assert shared["absoluteUrl"] == "https://www.nca.example:8443/en/news/harbour"
    assert shared["canonicalUrl"] == own["canonicalUrl"]
    # the owner's site is not offered in Czech
    assert czech["canonicalUrl"] == czech["absoluteUrl"] == "https://www.nca.example:8443/news/harbour"
    assert {one["locale"]: one["absoluteUrl"] for one in czech["alternates"]} == {
        "cs": czech["absoluteUrl"],
        "en": shared["absoluteUrl"],
    }


async def test_what_answers_in_another_language_is_kept_at_that_ones_address(
    ask: Ask, services: Services, publish: Publish, sites: None
) -> None:
    await publish("NewsItem", DATA, slugs={"en": "harbour"}, site="nca")
    await with_domains(services, "nca", ["nca.example"])

    found = (await ask(ADDRESSES, site="nca", l="cs"))["site"]["route"]

    assert found["absoluteUrl"] == "https://nca.example/news/harbour"
    assert found["canonicalUrl"] == "https://nca.example/en/news/harbour"


async def test_a_site_without_a_domain_has_no_whole_addresses(ask: Ask, harbour: Item) -> None:
    found = (await ask(ADDRESSES, site="eccp", l="en"))["site"]["route"]

    assert (found["url"], found["absoluteUrl"], found["canonicalUrl"]) == ("/news/harbour", None, None)


async def with_domains(services: Services, key: str, domains: list[str]) -> None:
    [site] = [one for one in await services.repository.items.of_sites("Site", None) if one.data["key"] == key]
    changed = await update_item(services, SYSTEM, site.id, site.version, {"domains": domains})
    await publish_item(services, SYSTEM, changed.id, list(site.states))
