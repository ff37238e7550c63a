"""Publishing an item with what it refers to: what would go along, and all of it or nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.accompanying_targets import REFUSE_TARGETS
from cms.items.actions import create_item, delete_item, publish_item, publish_with_targets, update_item
from cms.items.queries.unpublished_targets import seen_targets
from cms.items.unpublished_targets import MAX_TARGETS, going_live, unpublished_targets
from cms.kernel.errors import Invalid, NotPermitted
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent
from storage.mongo import Mongo
from tests.services import person

Facts = Callable[..., dict[str, Any]]
Found = list[tuple[str, tuple[str, ...]]]


async def make(services: Services, type: str, data: dict[str, Any], **options: Any) -> Item:
    return await create_item(services, SYSTEM, type=type, site=options.pop("site", "eccp"), data=data, **options)


async def of(services: Services, item: Item, *locales: str) -> Found:
    return [
        (one.item.id, one.locales) for one in (await unpublished_targets(services, [going_live(item, locales)])).found
    ]


@pytest.fixture
async def speaker(services: Services) -> Item:
    return await make(services, "Person", {"name": "Ana"}, slugs={})


@pytest.fixture
async def host(services: Services) -> Item:
    return await make(services, "Organisation", {"name": {"en": "Host", "cs": "Hostitel"}})


@pytest.fixture
async def edition(services: Services, edition_data: Facts, host: Item) -> Item:
    partners = [{"organisation": host.id, "role": "host"}]
    slugs = {"en": "iasi", "cs": "jasy"}
    return await make(services, "Edition", edition_data(partners=partners), slugs=slugs, shared=["nca"])


async def test_it_finds_what_would_not_be_seen_in_the_languages_asked_for(
    services: Services, edition: Item, host: Item
) -> None:
    assert await of(services, edition, "en") == [(host.id, ("en",))]
    assert await of(services, edition, "en", "cs") == [(host.id, ("en", "cs"))]

    await publish_item(services, SYSTEM, host.id, ["en"])

    assert await of(services, edition, "en") == []
    assert await of(services, edition, "en", "cs") == [(host.id, ("cs",))]


async def test_a_target_without_the_language_goes_along_in_its_own_only_where_nothing_of_it_is_live(
    services: Services, edition: Item, series: Item, edition_data: Facts, host: Item
) -> None:
    english = await make(services, "Organisation", {"name": {"en": "Alone"}})
    partners = [{"organisation": english.id, "role": "host"}]
    edition = await update_item(services, SYSTEM, edition.id, 1, {"partners": partners})

    assert await of(services, edition, "cs") == [(english.id, ("en",))]
    await publish_item(services, SYSTEM, english.id, ["en"])
    assert await of(services, edition, "cs") == []


async def test_it_follows_references_of_targets_and_only_texts_in_the_languages_asked_for(
    services: Services, edition: Item, host: Item, edition_data: Facts, speaker: Item
) -> None:
    presentation = {"title": {"en": "Slides", "cs": "Snímky"}, "edition": edition.id, "speakers": [speaker.id]}
    slides = await make(services, "PresentationFile", presentation)
    talk = {"title": {"en": "Talk"}, "presentations": [slides.id]}
    linked = await make(services, "NewsItem", {"title": {"cs": "Novinka"}}, slugs={"cs": "novinka"})
    days = [{"label": {"en": "Day 1"}, "date": "2023-11-21", "sessions": [session_with(talk)]}]
    text = {"type": "doc", "content": [paragraph_linking_to(linked.id)]}
    edition = await update_item(services, SYSTEM, edition.id, 1, {"days": days, "focus": {"cs": text}})

    english, czech = await of(services, edition, "en"), await of(services, edition, "cs")

    assert dict(english) == {host.id: ("en",), slides.id: ("en",), speaker.id: ("en",)}
    assert english[-1][0] == speaker.id
    assert dict(czech) == {host.id: ("cs",), slides.id: ("cs",), speaker.id: ("cs",), linked.id: ("cs",)}


async def test_deleted_items_and_circles_do_not_disturb(services: Services, sites: None) -> None:
    first = await make(services, "NewsItem", {"title": {"en": "First"}})
    text = {"type": "doc", "content": [paragraph_linking_to(first.id)]}
    second = await make(services, "NewsItem", {"title": {"en": "Second"}, "body": {"en": [text_block(text)]}})
    back = {"type": "doc", "content": [paragraph_linking_to(second.id)]}
    first = await update_item(services, SYSTEM, first.id, 1, {"body": {"en": [text_block(back)]}})

    assert await of(services, first, "en") == [(second.id, ("en",))]
    await delete_item(services, SYSTEM, second.id)
    assert await of(services, first, "en") == []


async def test_refusing_names_each_target_at_its_field_and_publishes_nothing(
    services: Services, edition: Item, host: Item
) -> None:
    with pytest.raises(Invalid) as refused:
        await publish_with_targets(services, SYSTEM, edition.id, ["en"], REFUSE_TARGETS)

    [problem] = refused.value.problems
    assert (problem.code, problem.item) == ("UNPUBLISHED_TARGET", host.id)
    assert problem.field.startswith("partners.") and problem.field.endswith(".organisation")
    assert await services.repository.published.by_id(edition.id) is None


async def test_together_all_of_it_goes_live_each_with_its_own_audit_and_event(
    services: Services, edition: Item, host: Item
) -> None:
    published = await publish_with_targets(services, SYSTEM, edition.id, ["en", "cs"])

    assert [one.id for one in published] == [edition.id, host.id]
    for item in (edition, host):
        live = await services.repository.published.by_id(item.id)
        assert live and set(live["locales"]) == {"en", "cs"}
        assert await AuditEntry.find({"item": item.id, "action": "publish_item"}).count() == 1
        assert await OutboxEvent.find({"item": item.id, "name": "ItemPublished"}).count() == 1


async def test_together_one_problem_of_one_target_stops_all_and_says_whose_it_is(
    services: Services, mongo: Mongo, edition: Item, host: Item
) -> None:
    await update_item(services, SYSTEM, host.id, 1, {"name": {"en": "x" * 201}})
    before = await mongo.db["published"].find().sort("_id", 1).to_list(None)

    with pytest.raises(Invalid) as refused:
        await publish_with_targets(services, SYSTEM, edition.id, ["en"])

    assert [(one.item, one.field, one.code) for one in refused.value.problems] == [(host.id, "name", "TOO_LONG")]
    assert await mongo.db["published"].find().sort("_id", 1).to_list(None) == before


async def test_together_asks_for_the_right_on_every_target(
    services: Services, edition: Item, series: Item, edition_data: Facts
) -> None:
    foreign = await make(services, "Organisation", {"name": {"en": "Theirs"}}, site="nca")
    edition = await update_item(
        services, SYSTEM, edition.id, 1, {"partners": [{"organisation": foreign.id, "role": "host"}]}
    )
    rita = person("rita", eccp=["reviewer"])

    with pytest.raises(Invalid) as refused:
        await publish_with_targets(services, rita, edition.id, ["en"])
    with pytest.raises(NotPermitted):
        await publish_with_targets(services, person("nina", nca=["reviewer"]), edition.id, ["en"])

    [seen] = (await seen_targets(services, rita, [(edition.id, ["en"])])).found
    assert [(one.item, one.code) for one in refused.value.problems] == [(foreign.id, "NOT_PERMITTED")]
    assert (seen.item and seen.item.id, seen.may_publish, seen.problems) == (foreign.id, False, [])
    assert await services.repository.published.by_id(edition.id) is None


async def test_a_target_that_may_not_be_read_is_named_by_its_id_alone(services: Services, sites: None) -> None:
    secret = await make(services, "NewsItem", {"title": {"en": "Secret"}}, site="nca")
    text = {"type": "doc", "content": [paragraph_linking_to(secret.id)]}
    open_one = await make(services, "NewsItem", {"title": {"en": "Open"}, "body": {"en": [text_block(text)]}})

    [seen] = (await seen_targets(services, person("rita", eccp=["reviewer"]), [(open_one.id, ["en"])])).found

    assert (seen.item, seen.may_publish, seen.problems) == (None, False, [])
    assert seen.target.item.id == secret.id


async def test_too_many_are_refused_and_said_to_be_more(
    services: Services, sites: None, monkeypatch: pytest.MonkeyPatch, edition: Item
) -> None:
    monkeypatch.setattr("cms.items.unpublished_targets.MAX_TARGETS", 0)

    targets = await unpublished_targets(services, [going_live(edition, ["en"])])
    with pytest.raises(Invalid) as refused:
        await publish_with_targets(services, SYSTEM, edition.id, ["en"])

    assert (targets.is_complete, targets.found, MAX_TARGETS) == (False, [], 100)
    assert [one.code for one in refused.value.problems] == ["TOO_MANY"]


def session_with(talk: dict[str, Any]) -> dict[str, Any]:
    return {"type": "keynote", "title": {"en": "Welcome"}, "talks": [talk]}


def paragraph_linking_to(id: str) -> dict[str, Any]:
    mark = {"type": "link", "attrs": {"item": id}}
    return {"type": "paragraph", "content": [{"type": "text", "text": "See there", "marks": [mark]}]}


def text_block(document: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "text", "body": document}
