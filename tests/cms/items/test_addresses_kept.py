"""An address that was public leads to whom it led to, until a person says otherwise."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import (
    create_item,
    delete_item,
    publish_item,
    restore_item,
    restore_version,
    share_item,
    unpublish_item,
    update_item,
)
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from tests.cms.items.test_redirects import route
from tests.delivery import Ask
from tests.services import Publish

NEWS: dict[str, Any] = {"kind": "news", "published_at": "2024-03"}


async def moved(services: Services, item: Item, slug: str) -> Item:
    changed = await update_item(services, SYSTEM, item.id, item.version, {}, {"en": slug})
    return await publish_item(services, SYSTEM, changed.id, ["en"])


@pytest.fixture
async def harbour(publish: Publish, services: Services, sites: None) -> Item:
    """News that was at /news/harbour and is at /news/quay now."""
    made = await publish("NewsItem", {**NEWS, "title": {"en": "Harbour"}}, slugs={"en": "harbour"}, shared=["nca"])
    return await moved(services, made, "quay")


async def news(services: Services, site: str = "eccp", **options: Any) -> Item:
    return await create_item(
        services, SYSTEM, type="NewsItem", site=site, data={**NEWS, "title": {"en": "Harbour"}}, **options
    )


async def test_a_made_up_address_never_takes_one_that_redirects(services: Services, ask: Ask, harbour: Item) -> None:
    made = await news(services)
    await publish_item(services, SYSTEM, made.id, ["en"])

    assert made.slugs == {"en": "harbour-2"}
    assert await route(ask, "/news/harbour") == ("Redirect", "/news/quay")


async def test_nor_one_that_is_live_while_its_item_is_about_to_move(services: Services, harbour: Item) -> None:
    await update_item(services, SYSTEM, harbour.id, harbour.version, {}, {"en": "pier"})
    data = {**NEWS, "title": {"en": "Quay"}}

    made = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data)

    assert made.slugs == {"en": "quay-2"}


async def test_a_person_is_asked_before_an_address_that_redirects_is_taken(
    services: Services, ask: Ask, harbour: Item
) -> None:
    other = await news(services)

    for attempt in (
        lambda: news(services, slugs={"en": "harbour"}),
        lambda: update_item(services, SYSTEM, other.id, other.version, {}, {"en": "harbour"}),
    ):
        with pytest.raises(Invalid) as refused:
            await attempt()
        assert [(one.field, one.code) for one in refused.value.problems] == [("slugs", "LEADS_ELSEWHERE")]

    await update_item(services, SYSTEM, other.id, other.version, {}, {"en": "harbour"}, take_redirects=True)
    await publish_item(services, SYSTEM, other.id, ["en"])
    assert await route(ask, "/news/harbour") == ("NewsItem", "Harbour")


async def test_an_item_takes_its_own_old_address_back_without_a_question(
    services: Services, ask: Ask, harbour: Item
) -> None:
    await moved(services, harbour, "harbour")

    assert await route(ask, "/news/harbour") == ("NewsItem", "Harbour")
    assert await route(ask, "/news/quay") == ("Redirect", "/news/harbour")


async def test_what_comes_back_leaves_the_address_to_whom_it_leads_now(services: Services, harbour: Item) -> None:
    old = await news(services, slugs={"en": "harbour"}, take_redirects=True)
    await delete_item(services, SYSTEM, old.id)

    assert (await restore_item(services, SYSTEM, old.id)).slugs == {"en": "harbour-2"}
    assert (await restore_version(services, SYSTEM, old.id, 1)).slugs == {"en": "harbour-2"}


async def test_sharing_takes_no_address_that_leads_elsewhere_on_the_other_site(
    services: Services, harbour: Item
) -> None:
    await unpublish_item(services, SYSTEM, harbour.id, ["en"])
    await share_item(services, SYSTEM, harbour.id, [])
    made = await create_item(
        services, SYSTEM, type="NewsItem", site="eccp", data={**NEWS, "title": {"en": "Other"}}, slugs={"en": "other"}
    )
    at_home = await publish_item(services, SYSTEM, made.id, ["en"])
    third = await news(services, "nca", slugs={"en": "somewhere"})
    third = await publish_item(services, SYSTEM, third.id, ["en"])
    changed = await update_item(services, SYSTEM, third.id, third.version, {}, {"en": "elsewhere"})
    await publish_item(services, SYSTEM, changed.id, ["en"])
    at_home = await update_item(services, SYSTEM, at_home.id, at_home.version, {}, {"en": "somewhere"})

    with pytest.raises(Invalid) as refused:
        await share_item(services, SYSTEM, at_home.id, ["nca"])

    assert {one.code for one in refused.value.problems} == {"LEADS_ELSEWHERE"}


async def test_an_edition_is_proposed_an_address_with_its_year(
    services: Services, edition_data: Callable[..., dict[str, Any]]
) -> None:
    dated, undated = edition_data(), edition_data(start=None, end=None)

    first = await create_item(services, SYSTEM, type="Edition", site="eccp", data=dated)
    second = await create_item(services, SYSTEM, type="Edition", site="eccp", data=dated)
    third = await create_item(services, SYSTEM, type="Edition", site="eccp", data=undated)

    assert first.slugs == {"en": "iasi-2023", "cs": "jasy-2023"}
    assert second.slugs == {"en": "iasi-2023-2", "cs": "jasy-2023-2"}
    assert third.slugs == {"en": "iasi", "cs": "jasy"}
