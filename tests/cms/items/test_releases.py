"""Releases: many items go live at one moment, all of them or none."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    add_to_release,
    cancel_release,
    check_release,
    create_item,
    create_release,
    delete_item,
    delete_release,
    publish_item,
    publish_release,
    rename_release,
    schedule_release,
    update_item,
)
from cms.items.actions.remove_from_release import remove_from_release
from cms.items.reactions.failed_release import tell_of_failed_release
from cms.items.release_plan import MAX_ENTRIES
from cms.kernel.errors import Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from cms.worker import Worker
from storage.conditions import equal
from storage.documents import Account, AuditEntry, Item, Mail, OutboxEvent, Release, ReleaseEntry
from storage.mongo import Mongo
from tests.cms.items.test_four_eyes import set_four_eyes
from tests.services import Clock, Publish, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["editor"])
MOMENT = "2024-05-31T16:00:00+00:00"
AT = "2024-05-31T18:00"


async def news(services: Services, slug: str, actor: Actor = SYSTEM, **changes: Any) -> Item:
    data = {"title": {"en": slug}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}, **changes}
    return await create_item(services, actor, type="NewsItem", site="eccp", data=data, slugs={"en": slug})


def coming(*items: Item, locales: Sequence[str] = ("en",)) -> list[ReleaseEntry]:
    return [ReleaseEntry(item=item.id, locales=list(locales)) for item in items]


def going(*items: Item, **options: Any) -> list[ReleaseEntry]:
    return [ReleaseEntry(item=item.id, locales=["en"], action="unpublish", **options) for item in items]


async def release_of(services: Services, *entries: ReleaseEntry, actor: Actor = SYSTEM) -> Release:
    release = await create_release(services, actor, "eccp", "Spring")
    return await add_to_release(services, actor, release.id, entries)


async def live(services: Services) -> dict[str, str]:
    """{title: in English} of the news that visitors see."""
    found = await services.repository.published.find(equal({"type": "NewsItem"}), limit=300)
    return {one["_id"]: one["data"]["title"]["en"] for one in found}


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def stored(services: Services, id: str) -> Release:
    found = await services.repository.releases.get(id)
    assert found
    return found


async def test_all_go_live_and_away_at_once_each_with_its_own_audit_and_event(services: Services, sites: None) -> None:
    first, second, old = [await news(services, slug) for slug in ("first", "second", "old")]
    await publish_item(services, SYSTEM, old.id, ["en"])
    release = await release_of(services, *coming(first, second), *going(old))

    published = await publish_release(services, BEN, release.id)

    assert await live(services) == {first.id: "first", second.id: "second"}
    assert (published.state, published.published_by) == ("published", "ben")
    assert [entry.version for entry in published.entries] == [1, 1, None]
    for item, event in ((first, "ItemPublished"), (second, "ItemPublished"), (old, "ItemUnpublished")):
        happened = await OutboxEvent.find({"item": item.id, "name": event}).sort("-_id").to_list()
        assert happened[0].payload["release"] == release.id
        assert await AuditEntry.find({"item": item.id, "by": "ben"}).count() == 1


async def test_one_problem_stops_all_and_every_problem_names_its_item(
    services: Services, mongo: Mongo, sites: None
) -> None:
    good, bare, worse = (
        await news(services, "good"),
        await news(services, "bare", published_at=None),
        await news(services, "x", kind=None),
    )
    release = await release_of(services, *coming(good, bare, worse))
    before = {name: await mongo.db[name].find().to_list(None) for name in ("items", "published", "outbox", "releases")}

    with pytest.raises(Invalid) as refused:
        await publish_release(services, SYSTEM, release.id)
    checked = await check_release(services, SYSTEM, release.id)

    found = {(one.item, one.field, one.code) for one in refused.value.problems}
    assert found == {(bare.id, "published_at", "REQUIRED"), (worse.id, "kind", "REQUIRED")}
    assert list(refused.value.problems) == checked
    for name, documents in before.items():
        assert await mongo.db[name].find().to_list(None) == documents, name


async def test_what_needs_another_item_of_the_release_goes_live_after_it_whatever_the_order(
    services: Services, sites: None
) -> None:
    terms = [{"slug": "expo", "label": {"en": "Expo"}}]
    item = await news(services, "tagged", tags=["expo"])
    data = {"key": "tags", "title": {"en": "Tags"}, "terms": terms}
    vocabulary = await create_item(services, SYSTEM, type="Vocabulary", site="eccp", data=data)
    release = await release_of(services, *coming(item, vocabulary))

    assert await check_release(services, SYSTEM, release.id) == []
    assert await live(services) == {}
    await publish_release(services, SYSTEM, release.id)
    assert await live(services) == {item.id: "tagged"}


async def test_what_something_live_refers_to_stays_unless_that_goes_too(
    services: Services, publish: Publish, make_edition: Publish
) -> None:
    host = await publish("Organisation", {"name": {"en": "Host"}})
    edition = await make_edition(partners=[{"organisation": host.id, "role": "host"}])
    alone = await release_of(services, *going(host))
    both = await release_of(services, *going(host, edition))
    forced = await release_of(services, *going(host, even_if_used=True))

    [problem] = await check_release(services, SYSTEM, alone.id)
    assert (problem.code, problem.item) == ("STILL_USED", host.id)
    assert await check_release(services, SYSTEM, forced.id) == []
    await publish_release(services, SYSTEM, both.id)
    assert await services.repository.published.by_ids([host.id, edition.id]) == []


async def test_scheduled_it_is_published_at_the_second_as_it_was_then(
    services: Services, clock: Clock, sites: None
) -> None:
    first, second = await news(services, "first"), await news(services, "second")
    release = await release_of(services, *coming(first, second))
    scheduled = await schedule_release(services, BEN, release.id, AT)
    await update_item(services, SYSTEM, first.id, 1, {"title": {"en": "Half a thought"}})
    assert scheduled.scheduled_for and scheduled.scheduled_for.isoformat() == MOMENT

    clock.set("2024-05-31T15:59:59+00:00")
    await work(services)
    assert await live(services) == {}
    clock.set(MOMENT)
    await work(services)

    assert await live(services) == {first.id: "first", second.id: "second"}
    done, item = await stored(services, release.id), await services.repository.items.get(first.id)
    assert (done.state, done.published_by) == ("published", "ben")
    assert item and item.data["title"] == {"en": "Half a thought"} and item.states["en"].planned is None


async def test_one_that_cannot_be_published_when_its_moment_comes_has_failed_and_says_why(
    services: Services, clock: Clock, sites: None
) -> None:
    good, gone = await news(services, "good"), await news(services, "gone")
    release = await release_of(services, *coming(good, gone))
    await schedule_release(services, SYSTEM, release.id, AT)
    await delete_item(services, SYSTEM, gone.id)

    clock.set(MOMENT)
    await work(services)

    failed, item = await stored(services, release.id), await services.repository.items.get(good.id)
    assert await live(services) == {}
    assert (failed.state, [(one.item, one.code) for one in failed.problems]) == ("failed", [(gone.id, "NOT_FOUND")])
    assert item and item.states["en"].planned is None
    assert {event.state async for event in OutboxEvent.find({"name": "ReleaseDue"})} == {"done"}
    await remove_from_release(services, SYSTEM, release.id, [gone.id])
    assert (await publish_release(services, SYSTEM, release.id)).problems == []
    assert await live(services) == {good.id: "good"}


async def test_what_was_published_by_hand_meanwhile_is_newer_and_stays(
    services: Services, clock: Clock, sites: None
) -> None:
    first, second = await news(services, "first"), await news(services, "second")
    release = await release_of(services, *coming(first, second))
    await schedule_release(services, SYSTEM, release.id, AT)
    await update_item(services, SYSTEM, first.id, 1, {"title": {"en": "Newer"}})
    await publish_item(services, SYSTEM, first.id, ["en"])

    clock.set(MOMENT)
    await work(services)

    assert await live(services) == {first.id: "Newer", second.id: "second"}


async def test_a_cancelled_one_is_a_draft_again_and_nothing_happens_at_its_moment(
    services: Services, clock: Clock, sites: None
) -> None:
    item = await news(services, "first")
    release = await release_of(services, *coming(item))
    await schedule_release(services, SYSTEM, release.id, AT)
    planned = await services.repository.items.get(item.id)
    cancelled = await cancel_release(services, SYSTEM, release.id)

    clock.set(MOMENT)
    await work(services)

    kept = await services.repository.items.get(item.id)
    assert planned and planned.states["en"].planned and planned.states["en"].planned.release == release.id
    assert kept and kept.states["en"].planned is None
    assert (cancelled.state, cancelled.entries[0].version, await live(services)) == ("draft", None, {})


async def test_a_scheduled_or_published_one_is_not_changed(services: Services, sites: None) -> None:
    item, other = await news(services, "first"), await news(services, "other")
    release = await release_of(services, *coming(item))
    changes: list[Callable[[], Any]] = [
        lambda: add_to_release(services, SYSTEM, release.id, coming(other)),
        lambda: remove_from_release(services, SYSTEM, release.id, [item.id]),
        lambda: publish_release(services, SYSTEM, release.id),
        lambda: schedule_release(services, SYSTEM, release.id, AT),
    ]
    with pytest.raises(TransitionNotAllowed):
        await cancel_release(services, SYSTEM, release.id)

    await schedule_release(services, SYSTEM, release.id, AT)
    for change in (*changes, lambda: delete_release(services, SYSTEM, release.id)):
        with pytest.raises(TransitionNotAllowed):
            await change()
    await cancel_release(services, SYSTEM, release.id)
    await publish_release(services, SYSTEM, release.id)
    for change in changes:
        with pytest.raises(TransitionNotAllowed):
            await change()
    assert (await rename_release(services, SYSTEM, release.id, "  Summer  2024 ")).name == "Summer 2024"
    await delete_release(services, SYSTEM, release.id)
    assert await services.repository.releases.get(release.id) is None
    assert await live(services) == {item.id: "first"}


async def test_adding_again_replaces_and_both_ways_or_too_many_or_none_are_refused(
    services: Services, sites: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, other = await news(services, "first"), await news(services, "other")
    release = await release_of(services, *coming(item))
    replaced = await add_to_release(services, SYSTEM, release.id, coming(item, locales=["en", "cs"]))
    assert [entry.locales for entry in replaced.entries] == [["en", "cs"]]

    async def refused(work: Any) -> list[str]:
        with pytest.raises(Invalid) as error:
            await work
        return [one.code for one in error.value.problems]

    empty = await create_release(services, SYSTEM, "eccp", "Empty")
    assert await refused(add_to_release(services, SYSTEM, release.id, going(item))) == ["BOTH_WAYS"]
    assert await refused(add_to_release(services, SYSTEM, release.id, coming(item, locales=[]))) == ["NOT_A_LOCALE"]
    assert await refused(add_to_release(services, SYSTEM, release.id, coming(item, locales=["EN!"]))) == [
        "NOT_A_LOCALE"
    ]
    assert await refused(publish_release(services, SYSTEM, empty.id)) == ["EMPTY"]
    assert await refused(schedule_release(services, SYSTEM, empty.id, AT)) == ["EMPTY"]
    assert await refused(create_release(services, SYSTEM, "eccp", " ")) == ["WRONG_LENGTH"]
    assert await refused(create_release(services, SYSTEM, "nowhere", "Name")) == ["UNKNOWN_SITE"]
    monkeypatch.setattr("cms.items.release_plan.MAX_ENTRIES", 1)
    assert await refused(add_to_release(services, SYSTEM, release.id, coming(other))) == ["TOO_MANY"]
    assert MAX_ENTRIES > 1


@pytest.mark.parametrize("at", ["2024-04-01T09:00", "soon", "2025-03-30T02:30"])
async def test_moments_that_are_past_or_do_not_exist_are_refused(services: Services, sites: None, at: str) -> None:
    release = await release_of(services, *coming(await news(services, "first")))

    with pytest.raises(Invalid):
        await schedule_release(services, SYSTEM, release.id, at)

    assert (await stored(services, release.id)).state == "draft"


async def test_it_needs_the_right_on_its_site_and_on_every_item(services: Services, sites: None) -> None:
    ours = await news(services, "ours")
    data = {"title": {"en": "Theirs"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    theirs = await create_item(services, SYSTEM, type="NewsItem", site="nca", data=data)
    release = await release_of(services, *coming(ours, theirs))
    neighbour, reader = person("nina", nca=["editor"]), person("cara", eccp=["contributor"])

    with pytest.raises(Invalid) as refused:
        await publish_release(services, ANA, release.id)
    assert {(one.item, one.code) for one in refused.value.problems} == {(theirs.id, "NOT_PERMITTED")}
    with pytest.raises(NotFound):
        await add_to_release(services, ANA, release.id, coming(theirs))
    with pytest.raises(NotFound):
        await publish_release(services, neighbour, release.id)
    for denied in (
        create_release(services, reader, "eccp", "Mine"),
        publish_release(services, reader, release.id),
        check_release(services, reader, release.id),
        add_to_release(services, reader, release.id, coming(ours)),
    ):
        with pytest.raises(NotPermitted):
            await denied
    assert await live(services) == {}


async def test_four_eyes_hold_for_each_item_now_and_by_the_clock(services: Services, sites: None) -> None:
    await set_four_eyes(services, True)
    own, others = await news(services, "own", ANA), await news(services, "others", BEN)
    release = await release_of(services, *coming(own, others), actor=ANA)

    for work in (publish_release(services, ANA, release.id), schedule_release(services, ANA, release.id, AT)):
        with pytest.raises(Invalid) as refused:
            await work
        assert [(one.item, one.code) for one in refused.value.problems] == [(own.id, "SECOND_PERSON_NEEDED")]
    await publish_release(services, person("carl", eccp=["reviewer"]), release.id)

    assert await live(services) == {own.id: "own", others.id: "others"}


async def test_whoever_scheduled_one_that_failed_is_told_once(services: Services, clock: Clock, sites: None) -> None:
    ben = Account(id="ben", email="ben@example.org", name="Ben", password_hash="")
    await services.transact(lambda session: services.repository.accounts.insert(ben, session))
    gone = await news(services, "gone")
    release = await release_of(services, *coming(gone))
    await schedule_release(services, BEN, release.id, AT)
    await delete_item(services, SYSTEM, gone.id)

    clock.set(MOMENT)
    await work(services)
    event = await OutboxEvent.find_one({"name": "ReleaseFailed"})
    assert event
    await tell_of_failed_release(services, event)

    [mail] = await Mail.find({"template": "release_failed"}).to_list()
    assert (mail.to, mail.values["title"]) == ("ben@example.org", "Spring")
    assert mail.values["link"] == f"/admin/releases/{release.id}" and "deleted" in mail.values["reason"]


async def test_a_new_site_goes_live_with_its_first_page(services: Services, sites: None) -> None:
    data = {"title": {"en": "Welcome"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    settings = {
        "key": "new",
        "name": {"en": "New"},
        "locales": ["en"],
        "default_locale": "en",
        "time_zone": "Europe/Sofia",
    }
    site = await create_item(services, SYSTEM, type="Site", site="new", data=settings)
    page = await create_item(services, SYSTEM, type="NewsItem", site="new", data=data)
    alone, both = await release_of(services, *coming(page)), await release_of(services, *coming(page, site))

    [problem] = await check_release(services, SYSTEM, alone.id)
    await publish_release(services, SYSTEM, both.id)

    assert (problem.code, problem.item) == ("UNKNOWN_SITE", page.id)
    assert await live(services) == {page.id: "Welcome"}
