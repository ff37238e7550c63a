"""Whatever editors and reviewers do is an `@action`: right, audit entry and transaction are not written by hand."""

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
from cms.applications.states import APPLICANT, TRANSITIONS
from cms.applications.step_change import StepChange

ROOT = Path(__file__).parents[2]
ROOMS = ("accounts", "applications", "files", "items", "mail", "persisted_queries", "transfer", "webhooks")
"""Those whose verbs are actions."""
OWN = "one's own account, which a session changes and no right"
HASHES = "hashes the password, and then calls the action"
ASKS_THE_STORE = "asks the object store, and then calls the action"
COUNTED = "how often an applicant asks is counted before the transaction, and stays counted where that is refused"
NOBODY = "nobody is known yet who could have a right"
OF_APPLICANTS = {
    "attach_application_file": "applicants wait in a queue of their own; the bytes are looked at in between",
    "copy_applicant_data": "it reads outside a transaction, and only its entry is written",
    "create_application_upload": COUNTED,
    "erase_applicant": "one transaction for each application, and none of them is the applicant's in the end",
    "export_applicant_data": "as copy_applicant_data",
    "open_applicant_session": NOBODY,
    "remove_application_file": "of an applicant, who has no rights but what is his own",
    "request_applicant_link": NOBODY,
    "save_answers": f"{COUNTED}; a draft leaves no entry",
    "start_application": COUNTED,
    "submit_application": f"{COUNTED}; the moment that counts is the one before it waits for others",
    "withdraw_application": "as remove_application_file",
}
"""Applicants are no actors, have no right that could be declared, and half of their verbs need something around the
transaction; a kind of action for them would have more switches than they have lines."""
NO_ACTIONS: dict[str, dict[str, str]] = {
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
    "applications": {
        **OF_APPLICANTS,
        "acceptance_values": "reads what an acceptance is filled in with",
        "close_applicant_session": "it ends an applicant's own session",
        "export_applications": "it reads and lays out outside a transaction, and calls the action keep_export",
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
OWN_TRANSACTIONS = {
    "accounts": {"change_password", "change_profile", "second_factor"},
    "applications": OF_APPLICANTS.keys(),
}
"""Files of verbs on one's own account, and of those of applicants."""


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
    texts = {path.stem: path.read_text("utf-8") for path in (ROOT / f"cms/{room}/actions").glob("*.py")}

    assert len(texts) > 1
    assert {name for name, text in texts.items() if ".transact(" in text} == OWN_TRANSACTIONS.get(room, set())


@pytest.mark.parametrize("room", ROOMS)
def test_no_entry_is_written_by_hand(room: str):
    files = [path for path in (ROOT / f"cms/{room}").rglob("*.py") if "AuditEntry(" in path.read_text("utf-8")]

    assert files == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_verb_is_an_action_or_says_why_not(room: str):
    assert others(room) == NO_ACTIONS.get(room, {}).keys()


def test_steps_of_a_review_are_declared_with_a_right_that_they_take():
    steps = {one.records.removesuffix("_application"): one for one in actions() if issubclass(one.kind, StepChange)}
    rights: dict[str, set[str]] = {}
    for one in TRANSITIONS:
        if one.who != APPLICANT:
            rights.setdefault(one.name, set()).add(one.who)

    assert steps.keys() == rights.keys()
    assert [name for name, one in steps.items() if one.right not in rights[name]] == []


def test_every_action_has_a_right_and_an_entry():
    assert len(actions()) > 60
    assert [one.name for one in actions() if not one.right or not one.records] == []


@pytest.mark.parametrize("language", ["en", "cs", "bg"])
def test_every_audited_action_has_a_name(language: str):
    texts = json.loads((ROOT / f"admin_ui/src/audit/messages.{language}.json").read_text("utf-8"))
    names = {name for group in texts["actions"].values() for name, text in group.items() if text}

    assert sorted({one.records for one in actions()} - names) == []
