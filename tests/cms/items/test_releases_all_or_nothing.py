"""A fault at any write leaves either all of a release, of a publication together, or of a preview, or nothing of it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import (
    add_to_release,
    cancel_release,
    create_item,
    create_preview,
    create_release,
    delete_item,
    delete_release,
    publish_item,
    publish_release,
    publish_with_targets,
    rename_release,
    revoke_preview,
    schedule_release,
)
from cms.items.actions.publish_release import publish_scheduled_release
from cms.items.actions.remove_from_release import remove_from_release
from cms.kernel.services import Services
from storage.documents import Item, Preview, Release
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.cms.items.test_releases import AT, coming, going, news, release_of

Facts = Callable[..., dict[str, Any]]
Act = Callable[[Services, Release, Item], Awaitable[Any]]


@pytest.fixture
async def item(services: Services, edition_data: Facts) -> Item:
    """An edition with a host, neither of them published."""
    host = await create_item(services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Host"}})
    data = edition_data(partners=[{"organisation": host.id, "role": "host"}])
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=data, slugs={"en": "iasi"})


@pytest.fixture
async def release(services: Services, item: Item) -> Release:
    """Of three items, one of which goes away."""
    other, live = await news(services, "other"), await news(services, "live")
    await publish_item(services, SYSTEM, live.id, ["en"])
    return await release_of(services, *coming(item, other), *going(live))


ACTS: dict[str, Act] = {
    "create": lambda services, release, item: create_release(services, SYSTEM, "eccp", "Another"),
    "rename": lambda services, release, item: rename_release(services, SYSTEM, release.id, "Summer"),
    "add": lambda services, release, item: add_to_release(
        services, SYSTEM, release.id, coming(item, locales=["en", "cs"])
    ),
    "remove": lambda services, release, item: remove_from_release(services, SYSTEM, release.id, [item.id]),
    "publish": lambda services, release, item: publish_release(services, SYSTEM, release.id),
    "schedule": lambda services, release, item: schedule_release(services, SYSTEM, release.id, AT),
    "delete": lambda services, release, item: delete_release(services, SYSTEM, release.id),
    "publish together": lambda services, release, item: publish_with_targets(services, SYSTEM, item.id, ["en"]),
}


@pytest.mark.parametrize("name", ACTS)
async def test_what_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, services: Services, mongo: Mongo, release: Release, item: Item
) -> None:
    assert await stopped_after_each_write(services, mongo, lambda stopped: ACTS[name](stopped, release, item)) >= 2


def by_the_clock(release: Release, due: datetime) -> Callable[[Services], Awaitable[None]]:
    return lambda stopped: publish_scheduled_release(stopped, release.id, due)


async def test_a_schedule_is_taken_back_or_carried_out_whole(
    services: Services, mongo: Mongo, release: Release
) -> None:
    scheduled = await schedule_release(services, SYSTEM, release.id, AT)
    due = scheduled.scheduled_for
    assert due

    assert (
        await stopped_after_each_write(services, mongo, lambda stopped: cancel_release(stopped, SYSTEM, release.id))
        >= 5
    )
    await schedule_release(services, SYSTEM, release.id, AT)
    assert (
        await stopped_after_each_write(
            services, mongo, lambda stopped: publish_scheduled_release(stopped, release.id, due)
        )
        >= 5
    )


async def test_a_failure_is_noted_whole(services: Services, mongo: Mongo, release: Release, item: Item) -> None:
    scheduled = await schedule_release(services, SYSTEM, release.id, AT)
    await delete_item(services, SYSTEM, item.id)
    due = scheduled.scheduled_for
    assert due

    assert (
        await stopped_after_each_write(
            services, mongo, lambda stopped: publish_scheduled_release(stopped, release.id, due)
        )
        >= 5
    )

    failed = await services.repository.releases.get(release.id)
    assert failed and failed.state == "failed"


async def test_a_preview_is_there_or_not(services: Services, mongo: Mongo, item: Item) -> None:
    assert (
        await stopped_after_each_write(
            services, mongo, lambda stopped: create_preview(stopped, SYSTEM, "eccp", item=item.id)
        )
        >= 2
    )
    [made] = await Preview.find_all().to_list()
    assert (
        await stopped_after_each_write(services, mongo, lambda stopped: revoke_preview(stopped, SYSTEM, made.id)) >= 2
    )
