"""The steps of an application: the table of the content model, and nothing beside it."""

from datetime import UTC, datetime
from itertools import product

import pytest

from cms.applications import states
from cms.applications.words import LOCALES, _messages, say
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import HostApplication

NOW = datetime(2024, 4, 2, tzinfo=UTC)
ALLOWED = {
    ("draft", "submit"): "submitted",
    ("submitted", "return"): "draft",
    ("submitted", "begin_review"): "under_review",
    ("under_review", "shortlist"): "shortlisted",
    ("submitted", "reject"): "rejected",
    ("under_review", "reject"): "rejected",
    ("shortlisted", "reject"): "rejected",
    ("shortlisted", "accept"): "accepted",
    ("draft", "withdraw"): "withdrawn",
    ("submitted", "withdraw"): "withdrawn",
    ("under_review", "withdraw"): "withdrawn",
    ("shortlisted", "withdraw"): "withdrawn",
}
NAMES = sorted({one.name for one in states.TRANSITIONS})


def application(status: str, **more: object) -> HostApplication:
    facts = {
        "call": "c",
        "site": "eccp",
        "call_site": "eccp",
        "form": "f",
        "form_version": 1,
        "applicant": "a",
        "email": "a@b.example",
        "locale": "en",
        "created_at": NOW,
        "modified_at": NOW,
    }
    return HostApplication.model_construct(**{**facts, "status": status, "returns": 0, "erased_at": None, **more})


@pytest.mark.parametrize(("status", "name"), list(product(states.STATUSES, NAMES)))
def test_only_the_steps_of_the_table_can_be_taken(status: str, name: str) -> None:
    wanted = ALLOWED.get((status, name))

    if wanted is None:
        with pytest.raises(TransitionNotAllowed):
            states.require(name, application(status))
    else:
        assert states.require(name, application(status)).to == wanted


def test_an_application_is_sent_back_once() -> None:
    assert states.may("return", application("submitted"))
    assert not states.may("return", application("submitted", returns=1))


def test_what_is_erased_takes_no_step() -> None:
    assert states.possible_steps(application("submitted", erased_at=NOW)) == []


def test_a_refusal_names_what_is_possible() -> None:
    with pytest.raises(TransitionNotAllowed, match=r"Hodnotí se.*shortlist, reject, withdraw"):
        states.require("accept", application("under_review"), "cs")


def test_every_message_is_there_in_every_language_with_the_same_values() -> None:
    import re

    tables = {locale: _messages(locale) for locale in LOCALES}

    assert len({frozenset(one) for one in tables.values()}) == 1
    for key in tables["en"]:
        assert len({frozenset(re.findall(r"{(\w+)}", table[key])) for table in tables.values()}) == 1
        assert len({table[key] for table in tables.values()}) == 3 or key == "receipt.email"
    assert say("status.draft", "bg-BG") == "Чернова"
