"""On a site that asks for four eyes, nobody publishes what is last by their own hand."""

from collections.abc import Awaitable, Callable

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    create_item,
    publish_item,
    publish_with_targets,
    restore_version,
    schedule_publication,
    share_item,
    submit_item,
    update_item,
)
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.worker import Worker
from storage.conditions import equal
from storage.documents import Item
from tests.services import Clock, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["administrator"])
NEWS = {"title": {"en": "News"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
AT = "2024-05-31T18:00"
Publishing = Callable[[Services, Actor, str], Awaitable[object]]

WAYS: dict[str, Publishing] = {
    "publish": lambda services, actor, id: publish_item(services, actor, id, ["en"]),
    "together": lambda services, actor, id: publish_with_targets(services, actor, id, ["en"]),
    "schedule": lambda services, actor, id: schedule_publication(services, actor, id, "en", AT),
}


async def set_four_eyes(services: Services, on: bool) -> None:
    found = await services.repository.items.newest(equal({"type": "Site", "site": "eccp"}), None)  # pyright: ignore[reportArgumentType]
    assert found
    await update_item(services, SYSTEM, found.id, found.version, {"four_eyes": on})
    await publish_item(services, SYSTEM, found.id, ["en"])


@pytest.fixture
async def strict(services: Services, sites: None) -> None:
    await set_four_eyes(services, True)


async def news(services: Services, actor: Actor = ANA) -> Item:
    return await create_item(services, actor, type="NewsItem", site="eccp", data=NEWS)


async def refused(work: Awaitable[object]) -> list[tuple[str, str | None]]:
    with pytest.raises(Invalid) as error:
        await work
    return [(one.code, one.locale) for one in error.value.problems]


@pytest.mark.parametrize("way", WAYS)
async def test_whoever_changed_the_draft_last_may_not_publish_it_whatever_their_role(
    services: Services, strict: None, way: str
) -> None:
    item = await news(services)
    theirs = await news_by_ben(services)

    assert await refused(WAYS[way](services, ANA, item.id)) == [("SECOND_PERSON_NEEDED", None)]
    assert await refused(WAYS[way](services, BEN, theirs.id)) == [("SECOND_PERSON_NEEDED", None)]
    assert await services.repository.published.by_id(item.id) is None
    await WAYS[way](services, BEN, item.id)
    await WAYS[way](services, ANA, theirs.id)


async def news_by_ben(services: Services) -> Item:
    return await create_item(services, BEN, type="NewsItem", site="eccp", data=NEWS, slugs={"en": "of-ben"})


async def test_whoever_asked_for_review_may_not_publish_it_in_that_language(services: Services, strict: None) -> None:
    item = await news(services)
    await submit_item(services, BEN, item.id, "en")

    assert await refused(publish_item(services, BEN, item.id, ["en"])) == [("SECOND_PERSON_NEEDED", "en")]
    assert await refused(publish_item(services, ANA, item.id, ["en"])) == [("SECOND_PERSON_NEEDED", None)]
    carl = person("carl", eccp=["reviewer"])
    assert (await publish_item(services, carl, item.id, ["en"])).states["en"].state == "published"


async def test_sharing_is_no_change_of_the_draft_and_restoring_is(services: Services, strict: None) -> None:
    item = await news(services)
    await share_item(services, BEN, item.id, ["nca"])

    assert await refused(publish_item(services, ANA, item.id, ["en"])) == [("SECOND_PERSON_NEEDED", None)]
    await restore_version(services, BEN, item.id, 1)
    assert await refused(publish_item(services, BEN, item.id, ["en"])) == [("SECOND_PERSON_NEEDED", None)]
    await publish_item(services, ANA, item.id, ["en"])


async def test_a_target_of_ones_own_stops_publishing_together(services: Services, strict: None) -> None:
    target = await create_item(services, ANA, type="Person", site="eccp", data={"name": "Speaker"})
    slides = {"title": {"en": "Slides"}, "speakers": [target.id]}
    item = await create_item(services, BEN, type="PresentationFile", site="eccp", data=slides)

    with pytest.raises(Invalid) as error:
        await publish_with_targets(services, ANA, item.id, ["en"])

    codes = {(one.item, one.code) for one in error.value.problems}
    assert (target.id, "SECOND_PERSON_NEEDED") in codes and (None, "SECOND_PERSON_NEEDED") not in codes


async def test_the_clock_publishes_what_a_second_person_scheduled(
    services: Services, clock: Clock, strict: None
) -> None:
    item = await news(services)
    await schedule_publication(services, BEN, item.id, "en", AT)
    await update_item(services, BEN, item.id, 1, {"title": {"en": "Changed since"}})

    clock.set("2024-05-31T16:00:00+00:00")
    worker = Worker(services)
    while await worker.step():
        pass

    live = await services.repository.published.by_id(item.id)
    assert live and live["data"]["title"] == {"en": "News"}


async def test_the_settings_that_are_live_count_at_once_and_sites_differ(services: Services, strict: None) -> None:
    item = await news(services)
    elsewhere = person("ana", nca=["editor"])
    czech = await create_item(services, elsewhere, type="NewsItem", site="nca", data=NEWS)

    await publish_item(services, elsewhere, czech.id, ["en"])
    await refused(publish_item(services, ANA, item.id, ["en"]))
    await set_four_eyes(services, False)

    assert (await publish_item(services, ANA, item.id, ["en"])).states["en"].state == "published"
