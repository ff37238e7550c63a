"""Whatever editors do is an `@action`: its right, its audit entry and its transaction are not written by hand."""

import json
from collections.abc import Iterator, Set
from importlib import import_module
from inspect import iscoroutinefunction, signature
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from cms.access.action import Action

ROOT = Path(__file__).parents[2]
ROOMS = ("accounts", "files", "items", "mail", "transfer", "webhooks")
"""Those whose verbs are actions."""
OWN = "one's own account, which a session changes and no right"
HASHES = "hashes the password, and then calls the action"
ASKS_THE_STORE = "asks the object store, and then calls the action"
NO_ACTIONS = {
    "accounts": {
        "add_person": f"{HASHES} store_person",
        "begin_second_factor": OWN,
        "change_password": OWN,
        "change_profile": OWN,
        "confirm_second_factor": OWN,
        "create_token": "asks for a session, makes the secret, and then calls the action store_token",
        "renew_recovery_codes": OWN,
        "set_password_of": f"{HASHES} store_password",
        "turn_off_second_factor": OWN,
    },
    "files": {
        "cancel_upload": f"{ASKS_THE_STORE} remove_ticket",
        "complete_upload": f"{ASKS_THE_STORE} make_file",
        "replace_file": f"{ASKS_THE_STORE} replace_with_upload",
    },
    "items": {
        "announce_presence": "it is forgotten by itself and no change",
        "leave_presence": "as announce_presence",
        "check_release": "calls the action try_release",
        "publish_item": "calls the action publish_with_targets",
        "publish_scheduled_release": "by the clock: calls publish_due_release, or the action fail_release",
        "schedule_release": "calls check_release, and then an action",
    },
    "transfer": {"start_import": f"{ASKS_THE_STORE} import_archive"},
}
"""{room: {verb that is no action: why}}"""
OWN_FILES = {"accounts": {"change_password.py", "change_profile.py", "second_factor.py"}}
"""Of verbs on one's own account."""


def modules(room: str) -> Iterator[ModuleType]:
    package = import_module(f"cms.{room}.actions")
    for found in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{found.name}")


def actions() -> list[Action[Any, ..., Any]]:
    found = (one for room in ROOMS for module in modules(room) for one in vars(module).values())
    return [one for one in found if isinstance(one, Action)]


def others(room: str) -> set[str]:
    """The verbs that are no actions: public coroutines that take services and no transaction."""
    found = [one for module in modules(room) for one in vars(module).values() if iscoroutinefunction(one)]
    own = [one for one in found if one.__module__.startswith(f"cms.{room}.actions.") and one.__name__[0] != "_"]
    return {one.__name__ for one in own if _is_verb(signature(one).parameters.keys())}


def _is_verb(parameters: Set[str]) -> bool:
    return "services" in parameters and "session" not in parameters


@pytest.mark.parametrize("room", ROOMS)
def test_no_action_opens_a_transaction_of_its_own(room: str):
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / f"cms/{room}/actions").glob("*.py")}

    assert len(texts) > 1
    assert {name for name, text in texts.items() if ".transact(" in text} == OWN_FILES.get(room, set())


@pytest.mark.parametrize("room", ROOMS)
def test_no_entry_is_written_by_hand(room: str):
    files = [path for path in (ROOT / f"cms/{room}").rglob("*.py") if "AuditEntry(" in path.read_text("utf-8")]

    assert files == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_verb_is_an_action_or_says_why_not(room: str):
    assert others(room) == NO_ACTIONS.get(room, {}).keys()


def test_every_action_has_a_right_and_an_entry():
    assert len(actions()) > 60
    assert [one.name for one in actions() if not one.right or not one.records] == []


@pytest.mark.parametrize("language", ["en", "cs", "bg"])
def test_every_audited_action_has_a_name(language: str):
    texts = json.loads((ROOT / f"admin_ui/src/audit/messages.{language}.json").read_text("utf-8"))
    names = {name for group in texts["actions"].values() for name, text in group.items() if text}

    assert sorted({one.records for one in actions()} - names) == []
