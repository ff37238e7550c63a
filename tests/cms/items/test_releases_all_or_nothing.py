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
    remove_from_release,
    rename_release,
    revoke_preview,
    schedule_release,
)
from cms.items.actions.publish_release import publish_scheduled_release
from cms.kernel.desk import Desk
from storage.documents import Item, Preview, Release
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.cms.items.test_releases import AT, coming, going, news, release_of

Facts = Callable[..., dict[str, Any]]
Act = Callable[[Desk, Release, Item], Awaitable[Any]]


@pytest.fixture
async def item(desk: Desk, edition_data: Facts) -> Item:
    """An edition with a host, neither of them published."""
    host = await create_item(desk, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Host"}})
    data = edition_data(partners=[{"organisation": host.id, "role": "host"}])
    return await create_item(desk, SYSTEM, type="Edition", site="eccp", data=data, slugs={"en": "iasi"})


@pytest.fixture
async def release(desk: Desk, item: Item) -> Release:
    """Of three items, one of which goes away."""
    other, live = await news(desk, "other"), await news(desk, "live")
    await publish_item(desk, SYSTEM, live.id, ["en"])
    return await release_of(desk, *coming(item, other), *going(live))


ACTS: dict[str, Act] = {
    "create": lambda desk, release, item: create_release(desk, SYSTEM, "eccp", "Another"),
    "rename": lambda desk, release, item: rename_release(desk, SYSTEM, release.id, "Summer"),
    "add": lambda desk, release, item: add_to_release(desk, SYSTEM, release.id, coming(item, locales=["en", "cs"])),
    "remove": lambda desk, release, item: remove_from_release(desk, SYSTEM, release.id, [item.id]),
    "publish": lambda desk, release, item: publish_release(desk, SYSTEM, release.id),
    "schedule": lambda desk, release, item: schedule_release(desk, SYSTEM, release.id, AT),
    "delete": lambda desk, release, item: delete_release(desk, SYSTEM, release.id),
    "publish together": lambda desk, release, item: publish_with_targets(desk, SYSTEM, item.id, ["en"]),
}


@pytest.mark.parametrize("name", ACTS)
async def test_what_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, desk: Desk, mongo: Mongo, release: Release, item: Item
) -> None:
    assert await stopped_after_each_write(desk, mongo, lambda stopped: ACTS[name](stopped, release, item)) >= 2


def by_the_clock(release: Release, due: datetime) -> Callable[[Desk], Awaitable[None]]:
    return lambda stopped: publish_scheduled_release(stopped, release.id, due)


async def test_a_schedule_is_taken_back_or_carried_out_whole(desk: Desk, mongo: Mongo, release: Release) -> None:
    scheduled = await schedule_release(desk, SYSTEM, release.id, AT)
    due = scheduled.scheduled_for
    assert due

    assert await stopped_after_each_write(desk, mongo, lambda stopped: cancel_release(stopped, SYSTEM, release.id)) >= 5
    await schedule_release(desk, SYSTEM, release.id, AT)
    assert (
        await stopped_after_each_write(desk, mongo, lambda stopped: publish_scheduled_release(stopped, release.id, due))
        >= 5
    )


async def test_a_failure_is_noted_whole(desk: Desk, mongo: Mongo, release: Release, item: Item) -> None:
    scheduled = await schedule_release(desk, SYSTEM, release.id, AT)
    await delete_item(desk, SYSTEM, item.id)
    due = scheduled.scheduled_for
    assert due

    assert (
        await stopped_after_each_write(desk, mongo, lambda stopped: publish_scheduled_release(stopped, release.id, due))
        >= 5
    )

    failed = await desk.repository.releases.get(release.id)
    assert failed and failed.state == "failed"


async def test_a_preview_is_there_or_not(desk: Desk, mongo: Mongo, item: Item) -> None:
    assert (
        await stopped_after_each_write(
            desk, mongo, lambda stopped: create_preview(stopped, SYSTEM, "eccp", item=item.id)
        )
        >= 2
    )
    [made] = await Preview.find_all().to_list()
    assert await stopped_after_each_write(desk, mongo, lambda stopped: revoke_preview(stopped, SYSTEM, made.id)) >= 2
