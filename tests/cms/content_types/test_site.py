"""What must not change under a site that is in use."""

import pytest

from cms.access.actor import SYSTEM
from cms.content_types.site import LOCALE_IN_USE
from cms.content_types.site import Site as SiteContent
from cms.items.actions import create_item, delete_item, publish_item, share_item, update_item
from cms.items.publish_checks import WARNINGS
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from tests.services import Publish


async def site(key: str) -> Item:
    found = await Item.find_one({"type": "Site", "data.key": key})
    assert found
    return found


async def test_the_key_is_fixed_once_chosen(services: Services, sites: None, publish: Publish) -> None:
    data = {"key": "third", "name": {"en": "Third"}, "locales": ["en"], "default_locale": "en", "time_zone": "UTC"}
    third = await create_item(services, SYSTEM, type="Site", site="third", data=data)
    renamed = await update_item(services, SYSTEM, third.id, 1, {"key": "fourth"})  # nobody knows it yet
    await create_item(
        services, SYSTEM, type="Page", site="fourth", data={"title": {"en": "Home"}}, slugs={"en": "home"}
    )

    with pytest.raises(Invalid, match="cannot be changed"):
        await update_item(services, SYSTEM, third.id, renamed.version, {"key": "fifth"})
    with pytest.raises(Invalid, match="cannot be changed"):  # live, though nothing is on it
        await update_item(services, SYSTEM, (await site("nca")).id, 1, {"key": "cz"})

    assert (await site("nca")).version == 1


async def test_a_language_with_live_items_goes_only_when_one_insists(
    services: Services, sites: None, make_edition: Publish
) -> None:
    await make_edition("first", locales=["en", "cs"])
    await make_edition("second", locales=["cs"], start="2024-01-10", end="2024-01-11")
    czech = await site("nca")
    changes = {"locales": ["en"], "default_locale": "en", "fallback_order": ["en"]}
    await update_item(services, SYSTEM, czech.id, 1, changes)

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, czech.id, ["en"])
    await publish_item(services, SYSTEM, czech.id, ["en"], even_if_used=True)

    [problem] = refused.value.problems
    assert (problem.field, problem.locale, problem.code) == ("locales", "cs", LOCALE_IN_USE)
    assert problem.message.startswith("2 item(s) are live in cs") and {LOCALE_IN_USE} == WARNINGS


async def test_a_language_without_items_goes_quietly(services: Services, sites: None, make_edition: Publish) -> None:
    await make_edition(locales=["en"])
    czech = await site("nca")
    await update_item(
        services, SYSTEM, czech.id, 1, {"locales": ["en"], "default_locale": "en", "fallback_order": ["en"]}
    )

    assert (await publish_item(services, SYSTEM, czech.id, ["en"])).states["en"].state == "published"


async def test_a_site_with_items_is_not_deleted(services: Services, sites: None, publish: Publish) -> None:
    shown = await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"}, shared=["nca"])
    czech = await site("nca")

    with pytest.raises(Invalid, match=r"1 item\(s\)"):
        await delete_item(services, SYSTEM, czech.id, even_if_used=True)
    await share_item(services, SYSTEM, shown.id, [])
    await delete_item(services, SYSTEM, czech.id)

    with pytest.raises(Invalid, match="delete or unshare"):
        await delete_item(services, SYSTEM, (await site("eccp")).id)


async def test_domains_and_origins_are_what_browsers_send(sites: None) -> None:
    data = (await site("nca")).data
    good = {"domains": ["www.example.org", "localhost:3000"], "allowed_origins": ["https://www.example.org"]}
    bad = {
        "domains": ["https://example.org", "exa mple.org", "-a.org", "a..org", "Example.org"],
        "allowed_origins": ["*", "null", "example.org", "https://example.org/", "https://*.example.org", "https://a@b"],
    }

    assert not list(SiteContent.problems({**data, **good}, "", "en"))
    found = [problem.field for problem in SiteContent.problems({**data, **bad}, "", "en")]
    assert found == [f"domains.{index}" for index in range(5)] + [f"allowed_origins.{index}" for index in range(6)]
