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
    remove_from_release,
    rename_release,
    schedule_release,
    update_item,
)
from cms.items.reactions.failed_release import tell_of_failed_release
from cms.items.release_plan import MOST_ENTRIES
from cms.kernel.desk import Desk
from cms.kernel.errors import Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.worker import Worker
from storage.documents import Account, AuditEntry, Item, Mail, OutboxEvent, Release, ReleaseEntry
from storage.mongo import Mongo
from tests.cms.items.test_four_eyes import set_four_eyes
from tests.desk import Clock, Publish, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["editor"])
MOMENT = "2024-05-31T16:00:00+00:00"
AT = "2024-05-31T18:00"


async def news(desk: Desk, slug: str, actor: Actor = SYSTEM, **changes: Any) -> Item:
    data = {"title": {"en": slug}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}, **changes}
    return await create_item(desk, actor, type="NewsItem", site="eccp", data=data, slugs={"en": slug})


def coming(*items: Item, locales: Sequence[str] = ("en",)) -> list[ReleaseEntry]:
    return [ReleaseEntry(item=item.id, locales=list(locales)) for item in items]


def going(*items: Item, **options: Any) -> list[ReleaseEntry]:
    return [ReleaseEntry(item=item.id, locales=["en"], action="unpublish", **options) for item in items]


async def release_of(desk: Desk, *entries: ReleaseEntry, actor: Actor = SYSTEM) -> Release:
    release = await create_release(desk, actor, "eccp", "Spring")
    return await add_to_release(desk, actor, release.id, entries)


async def live(desk: Desk) -> dict[str, str]:
    """{title: in English} of the news that visitors see."""
    found = await desk.repository.published.find({"type": "NewsItem"}, limit=300)
    return {one["_id"]: one["data"]["title"]["en"] for one in found}


async def work(desk: Desk) -> None:
    worker = Worker(desk)
    while await worker.step():
        pass


async def stored(desk: Desk, id: str) -> Release:
    found = await desk.repository.releases.get(id)
    assert found
    return found


async def test_all_go_live_and_away_at_once_each_with_its_own_audit_and_event(desk: Desk, sites: None) -> None:
    first, second, old = [await news(desk, slug) for slug in ("first", "second", "old")]
    await publish_item(desk, SYSTEM, old.id, ["en"])
    release = await release_of(desk, *coming(first, second), *going(old))

    published = await publish_release(desk, BEN, release.id)

    assert await live(desk) == {first.id: "first", second.id: "second"}
    assert (published.state, published.published_by) == ("published", "ben")
    assert [entry.version for entry in published.entries] == [1, 1, None]
    for item, event in ((first, "ItemPublished"), (second, "ItemPublished"), (old, "ItemUnpublished")):
        happened = await OutboxEvent.find({"item": item.id, "name": event}).sort("-_id").to_list()
        assert happened[0].payload["release"] == release.id
        assert await AuditEntry.find({"item": item.id, "by": "ben"}).count() == 1


async def test_one_problem_stops_all_and_every_problem_names_its_item(desk: Desk, mongo: Mongo, sites: None) -> None:
    good, bare, worse = (
        await news(desk, "good"),
        await news(desk, "bare", published_at=None),
        await news(desk, "x", kind=None),
    )
    release = await release_of(desk, *coming(good, bare, worse))
    before = {name: await mongo.db[name].find().to_list(None) for name in ("items", "published", "outbox", "releases")}

    with pytest.raises(Invalid) as refused:
        await publish_release(desk, SYSTEM, release.id)
    checked = await check_release(desk, SYSTEM, release.id)

    found = {(one.item, one.field, one.code) for one in refused.value.problems}
    assert found == {(bare.id, "published_at", "REQUIRED"), (worse.id, "kind", "REQUIRED")}
    assert list(refused.value.problems) == checked
    for name, documents in before.items():
        assert await mongo.db[name].find().to_list(None) == documents, name


async def test_what_needs_another_item_of_the_release_goes_live_after_it_whatever_the_order(
    desk: Desk, sites: None
) -> None:
    terms = [{"slug": "expo", "label": {"en": "Expo"}}]
    item = await news(desk, "tagged", tags=["expo"])
    data = {"key": "tags", "title": {"en": "Tags"}, "terms": terms}
    vocabulary = await create_item(desk, SYSTEM, type="Vocabulary", site="eccp", data=data)
    release = await release_of(desk, *coming(item, vocabulary))

    assert await check_release(desk, SYSTEM, release.id) == []
    assert await live(desk) == {}
    await publish_release(desk, SYSTEM, release.id)
    assert await live(desk) == {item.id: "tagged"}


async def test_what_something_live_refers_to_stays_unless_that_goes_too(
    desk: Desk, publish: Publish, make_edition: Publish
) -> None:
    host = await publish("Organisation", {"name": {"en": "Host"}})
    edition = await make_edition(partners=[{"organisation": host.id, "role": "host"}])
    alone = await release_of(desk, *going(host))
    both = await release_of(desk, *going(host, edition))
    forced = await release_of(desk, *going(host, even_if_used=True))

    [problem] = await check_release(desk, SYSTEM, alone.id)
    assert (problem.code, problem.item) == ("STILL_USED", host.id)
    assert await check_release(desk, SYSTEM, forced.id) == []
    await publish_release(desk, SYSTEM, both.id)
    assert await desk.repository.published.find_one({"_id": {"$in": [host.id, edition.id]}}) is None


async def test_scheduled_it_is_published_at_the_second_as_it_was_then(desk: Desk, clock: Clock, sites: None) -> None:
    first, second = await news(desk, "first"), await news(desk, "second")
    release = await release_of(desk, *coming(first, second))
    scheduled = await schedule_release(desk, BEN, release.id, AT)
    await update_item(desk, SYSTEM, first.id, 1, {"title": {"en": "Half a thought"}})
    assert scheduled.scheduled_for and scheduled.scheduled_for.isoformat() == MOMENT

    clock.set("2024-05-31T15:59:59+00:00")
    await work(desk)
    assert await live(desk) == {}
    clock.set(MOMENT)
    await work(desk)

    assert await live(desk) == {first.id: "first", second.id: "second"}
    done, item = await stored(desk, release.id), await desk.repository.items.get(first.id)
    assert (done.state, done.published_by) == ("published", "ben")
    assert item and item.data["title"] == {"en": "Half a thought"} and item.states["en"].planned is None


async def test_one_that_cannot_be_published_when_its_moment_comes_has_failed_and_says_why(
    desk: Desk, clock: Clock, sites: None
) -> None:
    good, gone = await news(desk, "good"), await news(desk, "gone")
    release = await release_of(desk, *coming(good, gone))
    await schedule_release(desk, SYSTEM, release.id, AT)
    await delete_item(desk, SYSTEM, gone.id)

    clock.set(MOMENT)
    await work(desk)

    failed, item = await stored(desk, release.id), await desk.repository.items.get(good.id)
    assert await live(desk) == {}
    assert (failed.state, [(one.item, one.code) for one in failed.problems]) == ("failed", [(gone.id, "NOT_FOUND")])
    assert item and item.states["en"].planned is None
    assert {event.state async for event in OutboxEvent.find({"name": "ReleaseDue"})} == {"done"}
    await remove_from_release(desk, SYSTEM, release.id, [gone.id])
    assert (await publish_release(desk, SYSTEM, release.id)).problems == []
    assert await live(desk) == {good.id: "good"}


async def test_what_was_published_by_hand_meanwhile_is_newer_and_stays(desk: Desk, clock: Clock, sites: None) -> None:
    first, second = await news(desk, "first"), await news(desk, "second")
    release = await release_of(desk, *coming(first, second))
    await schedule_release(desk, SYSTEM, release.id, AT)
    await update_item(desk, SYSTEM, first.id, 1, {"title": {"en": "Newer"}})
    await publish_item(desk, SYSTEM, first.id, ["en"])

    clock.set(MOMENT)
    await work(desk)

    assert await live(desk) == {first.id: "Newer", second.id: "second"}


async def test_a_cancelled_one_is_a_draft_again_and_nothing_happens_at_its_moment(
    desk: Desk, clock: Clock, sites: None
) -> None:
    item = await news(desk, "first")
    release = await release_of(desk, *coming(item))
    await schedule_release(desk, SYSTEM, release.id, AT)
    planned = await desk.repository.items.get(item.id)
    cancelled = await cancel_release(desk, SYSTEM, release.id)

    clock.set(MOMENT)
    await work(desk)

    kept = await desk.repository.items.get(item.id)
    assert planned and planned.states["en"].planned and planned.states["en"].planned.release == release.id
    assert kept and kept.states["en"].planned is None
    assert (cancelled.state, cancelled.entries[0].version, await live(desk)) == ("draft", None, {})


async def test_a_scheduled_or_published_one_is_not_changed(desk: Desk, sites: None) -> None:
    item, other = await news(desk, "first"), await news(desk, "other")
    release = await release_of(desk, *coming(item))
    changes: list[Callable[[], Any]] = [
        lambda: add_to_release(desk, SYSTEM, release.id, coming(other)),
        lambda: remove_from_release(desk, SYSTEM, release.id, [item.id]),
        lambda: publish_release(desk, SYSTEM, release.id),
        lambda: schedule_release(desk, SYSTEM, release.id, AT),
    ]
    with pytest.raises(TransitionNotAllowed):
        await cancel_release(desk, SYSTEM, release.id)

    await schedule_release(desk, SYSTEM, release.id, AT)
    for change in (*changes, lambda: delete_release(desk, SYSTEM, release.id)):
        with pytest.raises(TransitionNotAllowed):
            await change()
    await cancel_release(desk, SYSTEM, release.id)
    await publish_release(desk, SYSTEM, release.id)
    for change in changes:
        with pytest.raises(TransitionNotAllowed):
            await change()
    assert (await rename_release(desk, SYSTEM, release.id, "  Summer  2024 ")).name == "Summer 2024"
    await delete_release(desk, SYSTEM, release.id)
    assert await desk.repository.releases.get(release.id) is None
    assert await live(desk) == {item.id: "first"}


async def test_adding_again_replaces_and_both_ways_or_too_many_or_none_are_refused(
    desk: Desk, sites: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, other = await news(desk, "first"), await news(desk, "other")
    release = await release_of(desk, *coming(item))
    replaced = await add_to_release(desk, SYSTEM, release.id, coming(item, locales=["en", "cs"]))
    assert [entry.locales for entry in replaced.entries] == [["en", "cs"]]

    async def refused(work: Any) -> list[str]:
        with pytest.raises(Invalid) as error:
            await work
        return [one.code for one in error.value.problems]

    empty = await create_release(desk, SYSTEM, "eccp", "Empty")
    assert await refused(add_to_release(desk, SYSTEM, release.id, going(item))) == ["BOTH_WAYS"]
    assert await refused(add_to_release(desk, SYSTEM, release.id, coming(item, locales=[]))) == ["NOT_A_LOCALE"]
    assert await refused(add_to_release(desk, SYSTEM, release.id, coming(item, locales=["EN!"]))) == ["NOT_A_LOCALE"]
    assert await refused(publish_release(desk, SYSTEM, empty.id)) == ["EMPTY"]
    assert await refused(schedule_release(desk, SYSTEM, empty.id, AT)) == ["EMPTY"]
    assert await refused(create_release(desk, SYSTEM, "eccp", " ")) == ["WRONG_LENGTH"]
    assert await refused(create_release(desk, SYSTEM, "nowhere", "Name")) == ["UNKNOWN_SITE"]
    monkeypatch.setattr("cms.items.release_plan.MOST_ENTRIES", 1)
    assert await refused(add_to_release(desk, SYSTEM, release.id, coming(other))) == ["TOO_MANY"]
    assert MOST_ENTRIES > 1


@pytest.mark.parametrize("at", ["2024-04-01T09:00", "soon", "2025-03-30T02:30"])
async def test_moments_that_are_past_or_do_not_exist_are_refused(desk: Desk, sites: None, at: str) -> None:
    release = await release_of(desk, *coming(await news(desk, "first")))

    with pytest.raises(Invalid):
        await schedule_release(desk, SYSTEM, release.id, at)

    assert (await stored(desk, release.id)).state == "draft"


async def test_it_needs_the_right_on_its_site_and_on_every_item(desk: Desk, sites: None) -> None:
    ours = await news(desk, "ours")
    data = {"title": {"en": "Theirs"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    theirs = await create_item(desk, SYSTEM, type="NewsItem", site="nca", data=data)
    release = await release_of(desk, *coming(ours, theirs))
    neighbour, reader = person("nina", nca=["editor"]), person("cara", eccp=["contributor"])

    with pytest.raises(Invalid) as refused:
        await publish_release(desk, ANA, release.id)
    assert {(one.item, one.code) for one in refused.value.problems} == {(theirs.id, "NOT_PERMITTED")}
    with pytest.raises(NotFound):
        await add_to_release(desk, ANA, release.id, coming(theirs))
    with pytest.raises(NotFound):
        await publish_release(desk, neighbour, release.id)
    for denied in (
        create_release(desk, reader, "eccp", "Mine"),
        publish_release(desk, reader, release.id),
        check_release(desk, reader, release.id),
        add_to_release(desk, reader, release.id, coming(ours)),
    ):
        with pytest.raises(NotPermitted):
            await denied
    assert await live(desk) == {}


async def test_four_eyes_hold_for_each_item_now_and_by_the_clock(desk: Desk, sites: None) -> None:
    await set_four_eyes(desk, True)
    own, others = await news(desk, "own", ANA), await news(desk, "others", BEN)
    release = await release_of(desk, *coming(own, others), actor=ANA)

    for work in (publish_release(desk, ANA, release.id), schedule_release(desk, ANA, release.id, AT)):
        with pytest.raises(Invalid) as refused:
            await work
        assert [(one.item, one.code) for one in refused.value.problems] == [(own.id, "SECOND_PERSON_NEEDED")]
    await publish_release(desk, person("carl", eccp=["reviewer"]), release.id)

    assert await live(desk) == {own.id: "own", others.id: "others"}


async def test_whoever_scheduled_one_that_failed_is_told_once(desk: Desk, clock: Clock, sites: None) -> None:
    ben = Account(id="ben", email="ben@example.org", name="Ben", password_hash="")
    await desk.transact(lambda session: desk.repository.accounts.insert(ben, session))
    gone = await news(desk, "gone")
    release = await release_of(desk, *coming(gone))
    await schedule_release(desk, BEN, release.id, AT)
    await delete_item(desk, SYSTEM, gone.id)

    clock.set(MOMENT)
    await work(desk)
    event = await OutboxEvent.find_one({"name": "ReleaseFailed"})
    assert event
    await tell_of_failed_release(desk, event)

    [mail] = await Mail.find({"template": "release_failed"}).to_list()
    assert (mail.to, mail.values["title"]) == ("ben@example.org", "Spring")
    assert mail.values["link"] == f"/admin/releases/{release.id}" and "deleted" in mail.values["reason"]


async def test_a_new_site_goes_live_with_its_first_page(desk: Desk, sites: None) -> None:
    data = {"title": {"en": "Welcome"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    settings = {
        "key": "new",
        "name": {"en": "New"},
        "locales": ["en"],
        "default_locale": "en",
        "time_zone": "Europe/Sofia",
    }
    site = await create_item(desk, SYSTEM, type="Site", site="new", data=settings)
    page = await create_item(desk, SYSTEM, type="NewsItem", site="new", data=data)
    alone, both = await release_of(desk, *coming(page)), await release_of(desk, *coming(page, site))

    [problem] = await check_release(desk, SYSTEM, alone.id)
    await publish_release(desk, SYSTEM, both.id)

    assert (problem.code, problem.item) == ("UNKNOWN_SITE", page.id)
    assert await live(desk) == {page.id: "Welcome"}
