"""Calls as their editors look after them: deadlines by the clock with their history, and who asks which form."""

from typing import Any

import pytest

from cms.access.actor import Actor
from cms.items.actions import create_item, publish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask
from tests.services import Clock, Publish

LIVE = """query ($id: ID!) { liveCall(id: $id) {
  state formVersion deadlines { id label(locale: "en") tentative passed }
  moves { deadline fromLabel(locale: "en") toLabel(locale: "cs") since } } }"""
USES = """query ($id: ID!) { formUses(form: $id) {
  liveVersion calls { call { id } version applications } } }"""


@pytest.fixture
def call_data(series: Item, form: Item) -> dict[str, Any]:
    rich = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Apply."}]}]}
    return {
        "title": {"en": "Call for hosts"},
        "body": {"en": rich},
        "series": series.id,
        "opens": "2024-03-01T09:00",
        "cutoffs": [
            {"id": "may", "at": "2024-05-31T18:00"},
            {"id": "dec", "at": "2024-12-20T18:00", "tentative": True},
        ],
        "time_zone": "Europe/Brussels",
        "form": form.id,
    }


@pytest.fixture
async def call(publish: Publish, call_data: dict[str, Any]) -> Item:
    return await publish("CallForHosts", call_data, ["en"])


async def test_deadlines_follow_the_clock_to_the_second_and_print_the_zone_of_their_day(
    ask: Ask, editor: Actor, call: Item, clock: Clock
) -> None:
    clock.set("2024-05-31T15:59:59+00:00")
    before = (await ask(editor, LIVE, id=call.id))["liveCall"]
    clock.set("2024-05-31T16:00:00+00:00")
    after = (await ask(editor, LIVE, id=call.id))["liveCall"]

    assert [one["label"] for one in before["deadlines"]] == [
        "31 May 2024, 18:00\u00a0CEST",
        "20 December 2024, 18:00\u00a0CET",
    ]
    assert [one["passed"] for one in before["deadlines"]] == [False, False]
    assert [one["passed"] for one in after["deadlines"]] == [True, False]
    assert (before["state"], after["state"]) == ("OPEN", "OPEN")


async def test_an_extension_keeps_the_date_before(
    services: Services, ask: Ask, editor: Actor, call: Item, call_data: dict[str, Any], clock: Clock
) -> None:
    clock.set("2024-05-01T08:00:00+00:00")
    later = [{**call_data["cutoffs"][0], "at": "2024-06-14T18:00"}, call_data["cutoffs"][1]]
    await update_item(services, editor, call.id, call.version, changes={"cutoffs": later})
    await publish_item(services, editor, call.id, ["en"])

    moves = (await ask(editor, LIVE, id=call.id))["liveCall"]["moves"]

    assert [(one["deadline"], one["fromLabel"], one["toLabel"]) for one in moves] == [
        ("may", "31 May 2024, 18:00\u00a0CEST", "14. června 2024 v\u00a018:00\u00a0CEST")
    ]


async def test_a_call_stays_with_its_version_of_the_form_until_it_is_published_again(
    services: Services, ask: Ask, editor: Actor, call: Item, form: Item
) -> None:
    pinned = (await ask(editor, USES, id=form.id))["formUses"]
    changed = await update_item(
        services, editor, form.id, form.version, changes={"title": {**form.data["title"], "en": "Changed"}}
    )
    await publish_item(services, editor, form.id, ["en"])
    after = (await ask(editor, USES, id=form.id))["formUses"]
    await publish_item(services, editor, call.id, ["en"])
    again = (await ask(editor, USES, id=form.id))["formUses"]

    [use] = pinned["calls"]
    assert (use["call"]["id"], use["version"], use["applications"]) == (call.id, pinned["liveVersion"], 0)
    assert (after["liveVersion"], after["calls"][0]["version"]) == (changed.version, use["version"])
    assert again["calls"][0]["version"] == changed.version


async def test_what_is_not_live_has_no_standing_and_other_items_are_no_calls(
    services: Services, ask: Ask, editor: Actor, form: Item, call_data: dict[str, Any], publish: Publish
) -> None:
    draft = await create_item(services, editor, type="CallForHosts", site="nca", data=call_data)
    assert (await ask(editor, LIVE, id=draft.id))["liveCall"] is None
    [use] = (await ask(editor, USES, id=form.id))["formUses"]["calls"]
    assert (use["call"]["id"], use["version"]) == (draft.id, None)
