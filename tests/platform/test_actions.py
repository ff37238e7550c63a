"""Whatever editors do is an `@action`: its right, its audit entry and its transaction are not written by hand."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from cms.access.action import Action
from cms.items import actions as item_actions

ROOT = Path(__file__).parents[2]
ROOMS = ("items", "mail", "webhooks")
"""Those whose verbs are actions throughout."""
NO_ACTIONS = {
    "announce_presence": "it is forgotten by itself and no change",
    "leave_presence": "as announce_presence",
    "check_release": "calls the action try_release",
    "publish_item": "calls the action publish_with_targets",
    "schedule_release": "calls check_release, and then an action",
}


def modules(room: str) -> Iterator[ModuleType]:
    package = import_module(f"cms.{room}.actions")
    for found in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{found.name}")


def actions() -> list[Action[Any, ..., Any]]:
    found = (one for room in ROOMS for module in modules(room) for one in vars(module).values())
    return [one for one in found if isinstance(one, Action)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_action_opens_a_transaction_of_its_own(room: str):
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / f"cms/{room}/actions").glob("*.py")}

    assert len(texts) > 1
    assert [name for name, text in texts.items() if ".transact(" in text or "AuditEntry(" in text] == []


def test_every_verb_on_items_is_an_action():
    verbs = {name: getattr(item_actions, name) for name in item_actions.__all__}

    assert {name for name, verb in verbs.items() if not isinstance(verb, Action)} == NO_ACTIONS.keys()


def test_every_action_has_a_right_and_an_entry():
    assert len(actions()) > 50
    assert [one.name for one in actions() if not one.right or not one.records] == []


@pytest.mark.parametrize("language", ["en", "cs", "bg"])
def test_every_audited_action_has_a_name(language: str):
    texts = json.loads((ROOT / f"admin_ui/src/audit/messages.{language}.json").read_text("utf-8"))
    names = {name for group in texts["actions"].values() for name, text in group.items() if text}

    assert sorted({one.records for one in actions()} - names) == []
