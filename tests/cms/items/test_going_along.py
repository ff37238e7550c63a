"""What something refers to goes live along with it in every way of going live, or stays and is told of."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.files.facts import file_facts
from cms.files.store_bytes import store_bytes
from cms.items.accompanying_targets import LEAVE_TARGETS, REFUSE_TARGETS, TAKE_TARGETS, TOGETHER, TargetsChoice
from cms.items.actions import (
    add_to_release,
    archive_item,
    cancel_release,
    create_item,
    create_release,
    delete_item,
    publish_item,
    publish_override,
    publish_release,
    publish_with_targets,
    schedule_publication,
    schedule_release,
    share_item,
    unpublish_item,
    update_item,
    update_override,
)
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Account, Item, Mail, ReleaseEntry
from tests.cms.files import samples
from tests.services import Clock, person

Facts = Callable[..., dict[str, Any]]
AT, MOMENT = "2024-05-31T18:00", "2024-05-31T16:00:00+00:00"
BEN = person("ben", eccp=["editor"])


async def live(services: Services, *items: Item) -> list[bool]:
    return [await services.repository.published.by_id(item.id) is not None for item in items]


async def when_the_moment_comes(services: Services, clock: Clock) -> None:
    clock.set(MOMENT)
    worker = Worker(services)
    while await worker.step():
        pass


async def told(services: Services) -> list[tuple[str, str, list[str]]]:
    """(to, title, what visitors do not see) of each mail."""
    mails = await Mail.find({"template": "left_behind"}).to_list()
    return [(one.to, one.values["title"], one.values["reason"].replace("– ", "").split("\n")) for one in mails]


@pytest.fixture(autouse=True)
async def ben(services: Services) -> None:
    account = Account(id="ben", email="ben@example.org", name="Ben", password_hash="")
    await services.transact(lambda session: services.repository.accounts.insert(account, session))


@pytest.fixture
async def host(services: Services) -> Item:
    return await create_item(services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Host"}})


@pytest.fixture
async def guest(services: Services) -> Item:
    return await create_item(services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Guest"}})


@pytest.fixture
async def edition(services: Services, edition_data: Facts, host: Item, guest: Item) -> Item:
    partners = [{"organisation": host.id, "role": "host"}, {"organisation": guest.id, "role": "partner"}]
    data = edition_data(partners=partners, list_label={"en": "Iași 2023"})
    return await create_item(services, BEN, type="Edition", site="eccp", data=data, slugs={"en": "iasi"})


async def test_only_what_was_ticked_goes_along_now(services: Services, edition: Item, host: Item, guest: Item) -> None:
    await publish_with_targets(services, SYSTEM, edition.id, ["en"], TargetsChoice(TOGETHER, frozenset({host.id})))

    assert await live(services, edition, host, guest) == [True, True, False]


async def test_what_was_ticked_goes_along_by_the_clock_in_the_version_of_then(
    services: Services, clock: Clock, edition: Item, host: Item, guest: Item
) -> None:
    only_host = TargetsChoice(TOGETHER, frozenset({host.id}))
    await schedule_publication(services, BEN, edition.id, "en", AT, only_host)
    await update_item(services, SYSTEM, host.id, 1, {"name": {"en": "Half a name"}})

    await when_the_moment_comes(services, clock)

    snapshot = await services.repository.published.by_id(host.id)
    assert await live(services, edition, guest) == [True, False]
    assert snapshot and snapshot["data"]["name"]["en"] == "Host"
    assert await told(services) == []


async def test_what_became_unpublished_meanwhile_is_told_to_whoever_planned_it(
    services: Services, clock: Clock, edition: Item, host: Item, guest: Item
) -> None:
    await publish_item(services, SYSTEM, host.id, ["en"])
    await publish_item(services, SYSTEM, guest.id, ["en"])
    await schedule_publication(services, BEN, edition.id, "en", AT, TAKE_TARGETS)
    await unpublish_item(services, SYSTEM, host.id, ["en"], even_if_used=True)
    await delete_item(services, SYSTEM, guest.id, even_if_used=True)

    await when_the_moment_comes(services, clock)

    assert await live(services, edition, host, guest) == [True, False, False]
    assert await told(services) == [("ben@example.org", "Iași 2023", ["Host", "Guest"])]


async def test_what_was_ticked_and_archived_meanwhile_stays_away_and_is_told(
    services: Services, clock: Clock, edition: Item, host: Item, guest: Item
) -> None:
    await schedule_publication(services, BEN, edition.id, "en", AT, TAKE_TARGETS)
    await archive_item(services, SYSTEM, guest.id, "en")

    await when_the_moment_comes(services, clock)

    assert await live(services, edition, host, guest) == [True, True, False]
    [(_to, _title, missing)] = await told(services)
    assert missing == ["Guest"]


async def test_a_schedule_of_before_that_knows_no_targets_is_carried_out_and_told_of(
    services: Services, clock: Clock, edition: Item, host: Item, guest: Item
) -> None:
    await schedule_publication(services, BEN, edition.id, "en", AT)
    stored = Item.get_motor_collection()
    await stored.update_one({"_id": edition.id}, {"$unset": {"states.en.along": 1, "states.en.left": 1}})

    await when_the_moment_comes(services, clock)

    assert await live(services, edition, host, guest) == [True, False, False]
    [(_to, _title, missing)] = await told(services)
    assert missing == ["Host", "Guest"]


async def test_a_new_schedule_and_none_forget_what_was_ticked_before(
    services: Services, edition: Item, host: Item, guest: Item
) -> None:
    await schedule_publication(services, BEN, edition.id, "en", AT, TAKE_TARGETS)
    again = await schedule_publication(services, BEN, edition.id, "en", AT, LEAVE_TARGETS)
    assert (again.states["en"].along, set(again.states["en"].left)) == ([], {host.id, guest.id})

    ended = await schedule_publication(services, BEN, edition.id, "en", None)
    assert (ended.states["en"].along, ended.states["en"].left) == ([], [])


@pytest.mark.parametrize("way", ["schedule", "release", "release now", "release later"])
async def test_a_choice_that_refuses_is_kept_to_in_every_way(services: Services, edition: Item, way: str) -> None:
    release = await create_release(services, BEN, "eccp", "Spring")
    entry = ReleaseEntry(item=edition.id, locales=["en"])
    if way != "release":
        await add_to_release(services, BEN, release.id, [entry])
    work = {
        "schedule": lambda: schedule_publication(services, BEN, edition.id, "en", AT, REFUSE_TARGETS),
        "release": lambda: add_to_release(services, BEN, release.id, [entry], REFUSE_TARGETS),
        "release now": lambda: publish_release(services, BEN, release.id, REFUSE_TARGETS),
        "release later": lambda: schedule_release(services, BEN, release.id, AT, REFUSE_TARGETS),
    }[way]

    with pytest.raises(Invalid) as refused:
        await work()

    assert [one.code for one in refused.value.problems] == ["UNPUBLISHED_TARGET"] * 2


async def test_scheduling_names_what_stops_one_that_goes_along(services: Services, edition: Item, host: Item) -> None:
    await update_item(services, SYSTEM, host.id, 1, {"name": {"en": "x" * 201}})

    with pytest.raises(Invalid) as refused:
        await schedule_publication(services, BEN, edition.id, "en", AT, TAKE_TARGETS)

    assert [(one.item, one.code) for one in refused.value.problems] == [(host.id, "TOO_LONG")]


async def test_ticked_targets_become_entries_of_the_release_and_what_it_holds_is_no_target(
    services: Services, edition: Item, host: Item, guest: Item
) -> None:
    release = await create_release(services, BEN, "eccp", "Spring")
    entry = ReleaseEntry(item=edition.id, locales=["en"])
    only_host = TargetsChoice(TOGETHER, frozenset({host.id}))

    filled = await add_to_release(services, BEN, release.id, [entry], only_host)
    done = await publish_release(services, BEN, release.id, TAKE_TARGETS)

    assert [one.item for one in filled.entries] == [edition.id, host.id]
    assert [one.item for one in done.entries] == [edition.id, host.id, guest.id]
    assert await live(services, edition, host, guest) == [True, True, True]


async def test_a_release_by_the_clock_tells_what_became_unpublished_and_not_what_was_left(
    services: Services, clock: Clock, edition: Item, host: Item, guest: Item
) -> None:
    await publish_item(services, SYSTEM, host.id, ["en"])
    release = await create_release(services, BEN, "eccp", "Spring")
    await add_to_release(services, BEN, release.id, [ReleaseEntry(item=edition.id, locales=["en"])])
    scheduled = await schedule_release(services, BEN, release.id, AT)
    await unpublish_item(services, SYSTEM, host.id, ["en"], even_if_used=True)

    await when_the_moment_comes(services, clock)

    assert scheduled.left == [guest.id]
    assert await live(services, edition, host, guest) == [True, False, False]
    assert await told(services) == [("ben@example.org", "Spring", ["Host"])]


async def test_cancelling_a_release_forgets_what_was_left(services: Services, edition: Item) -> None:
    release = await create_release(services, BEN, "eccp", "Spring")
    await add_to_release(services, BEN, release.id, [ReleaseEntry(item=edition.id, locales=["en"])])
    await schedule_release(services, BEN, release.id, AT)

    assert (await cancel_release(services, BEN, release.id)).left == []


async def test_what_a_site_shows_instead_takes_its_picture_along(services: Services, edition: Item) -> None:
    facts = file_facts(await store_bytes(services.store, samples.image(), "hall.png"))
    data = {"filename": "hall.png", "alt": {"en": "The hall"}}
    picture = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data, facts=facts)
    await publish_with_targets(services, SYSTEM, edition.id, ["en"])
    await share_item(services, SYSTEM, edition.id, ["nca"])
    await update_override(services, SYSTEM, edition.id, "nca", 0, {"image": picture.id})

    with pytest.raises(Invalid) as refused:
        await publish_override(services, SYSTEM, edition.id, "nca", REFUSE_TARGETS)
    await publish_override(services, SYSTEM, edition.id, "nca", TAKE_TARGETS)

    assert [(one.code, one.item) for one in refused.value.problems] == [("UNPUBLISHED_TARGET", picture.id)]
    assert await live(services, picture) == [True]
