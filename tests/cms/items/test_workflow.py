"""The workflow of each language: who may do what when, and what a refused step leaves behind."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import RIGHTS, Actor
from cms.items import actions
from cms.items.actions import create_item, publish_item, send_back_item, submit_item
from cms.items.live_change import LIVE_CHANGED
from cms.items.workflow import TRANSITIONS, allowed_transitions
from cms.kernel.errors import Invalid, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent
from tests.services import person

Facts = Callable[..., dict[str, Any]]
Step = Callable[[Services, Actor, str], Awaitable[Item]]

STEPS: dict[str, Step] = {
    "submit": lambda services, actor, id: actions.submit_item(services, actor, id, "en"),
    "withdraw": lambda services, actor, id: actions.withdraw_item(services, actor, id, "en"),
    "send_back": lambda services, actor, id: actions.send_back_item(services, actor, id, "en", "Please add the venue."),
    "publish": lambda services, actor, id: actions.publish_item(services, actor, id, ["en"]),
    "unpublish": lambda services, actor, id: actions.unpublish_item(services, actor, id, ["en"]),
    "archive": lambda services, actor, id: actions.archive_item(services, actor, id, "en"),
    "reopen": lambda services, actor, id: actions.reopen_item(services, actor, id, "en"),
}
WAY_TO: dict[str, list[str]] = {
    "private": [],
    "pending": ["submit"],
    "published": ["publish"],
    "archived": ["archive"],
}

ADMINISTRATOR = person("administrator", everywhere=["administrator"])


@pytest.fixture
async def draft(services: Services, edition_data: Facts) -> Item:
    return await create_item(services, ADMINISTRATOR, type="Edition", site="eccp", data=edition_data())


async def records() -> tuple[int, int]:
    """Entries of the audit, and events of what was done; where something live changes, one tells of that besides."""
    return await AuditEntry.count(), await OutboxEvent.find({"name": {"$ne": LIVE_CHANGED}}).count()


@pytest.mark.parametrize("state", WAY_TO)
@pytest.mark.parametrize("name", TRANSITIONS)
async def test_each_step_begins_only_where_it_may(services: Services, draft: Item, name: str, state: str) -> None:
    item = draft
    for step in WAY_TO[state]:
        item = await STEPS[step](services, ADMINISTRATOR, draft.id)
    allowed = name in allowed_transitions(ADMINISTRATOR, item, "en")
    before = await records()

    if allowed:
        moved = await STEPS[name](services, ADMINISTRATOR, draft.id)
        assert moved.states["en"].state == TRANSITIONS[name].to
        assert await records() == (before[0] + 1, before[1] + 1)
    else:
        with pytest.raises(TransitionNotAllowed):
            await STEPS[name](services, ADMINISTRATOR, draft.id)
        assert await records() == before


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("name", TRANSITIONS)
async def test_each_step_is_open_to_the_roles_of_the_table_and_to_no_other(
    services: Services, draft: Item, name: str, role: str
) -> None:
    transition = TRANSITIONS[name]
    state = next(state for state in ("published", "pending", "private", "archived") if state in transition.from_states)
    for step in WAY_TO[state]:
        await STEPS[step](services, ADMINISTRATOR, draft.id)
    before = await records()

    for roles in ({"eccp": [role]}, {"everywhere": [role]}):
        if transition.right not in RIGHTS[role]:
            with pytest.raises(NotPermitted):
                await STEPS[name](services, person(role, **roles), draft.id)
            assert await records() == before
    with pytest.raises(NotPermitted):
        await STEPS[name](services, person(role, nca=[role]), draft.id)
    if transition.right in RIGHTS[role]:
        moved = await STEPS[name](services, person(role, eccp=[role]), draft.id)
        assert moved.states["en"].state == transition.to


async def test_sending_back_needs_words_that_the_author_can_use(services: Services, draft: Item) -> None:
    await submit_item(services, ADMINISTRATOR, draft.id, "en")

    with pytest.raises(Invalid):
        await send_back_item(services, ADMINISTRATOR, draft.id, "en", "  ")
    await send_back_item(services, ADMINISTRATOR, draft.id, "en", "Please add the venue.")

    entry = await AuditEntry.find_one({"action": "send_back_item"})
    assert entry and entry.details == {"locale": "en", "comment": "Please add the venue."}


async def test_languages_go_their_own_ways(services: Services, draft: Item) -> None:
    await publish_item(services, ADMINISTRATOR, draft.id, ["en"])
    moved = await submit_item(services, ADMINISTRATOR, draft.id, "cs")

    assert {locale: state.state for locale, state in moved.states.items()} == {"en": "published", "cs": "pending"}


async def test_a_published_text_under_review_stays_live(services: Services, draft: Item) -> None:
    await publish_item(services, ADMINISTRATOR, draft.id, ["en"])
    moved = await submit_item(services, ADMINISTRATOR, draft.id, "en")

    live = await services.repository.published.by_id(draft.id)
    assert moved.states["en"].state == "pending" and moved.states["en"].version == 1
    assert live and "en" in live["locales"]


async def test_a_site_is_changed_only_by_who_manages_it(services: Services, sites: None) -> None:
    site = await Item.find_one({"type": "Site", "data.key": "eccp"})
    assert site
    data = {**site.data, "key": "third"}
    editor, manager = person("editor", eccp=["editor"]), person("manager", eccp=["administrator"])
    before = await records()

    refused = [
        create_item(services, editor, type="Site", site="eccp", data=data),
        actions.update_item(services, editor, site.id, 1, {"locales": ["en", "bg"]}),
        actions.publish_item(services, editor, site.id, ["en"]),
        actions.unpublish_item(services, editor, site.id, ["en"]),
        actions.archive_item(services, editor, site.id, "en"),
        actions.delete_item(services, editor, site.id, even_if_used=True),
        actions.share_item(services, editor, site.id, ["nca"]),
        actions.restore_version(services, editor, site.id, 1),
    ]
    for attempt in refused:
        with pytest.raises(NotPermitted):
            await attempt

    assert await records() == before and allowed_transitions(editor, site, "en") == []
    changed = await actions.update_item(services, manager, site.id, 1, {"locales": ["en", "bg"]})
    assert changed.data["locales"] == ["en", "bg"]
