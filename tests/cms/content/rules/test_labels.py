import re

import pytest

from cms.content.rules import labels
from cms.content.rules.call_state import CallState
from cms.content.rules.documents_shown import DRAFT, FINAL
from cms.content.rules.edition_status import EditionStatus
from cms.content.rules.labels import label
from cms.content.rules.registration_state import RegistrationState

CHOICES = {name: choice for name, choice in vars(labels).items() if name.isupper() and name != "WORDS"}


@pytest.mark.parametrize("name", CHOICES)
def test_every_key_is_labelled_in_english_czech_and_bulgarian(name: str) -> None:
    assert CHOICES[name]
    for key, by_locale in CHOICES[name].items():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", key)
        assert set(by_locale) == {"en", "cs", "bg"}
        assert all(text and text == text.strip() for text in by_locale.values())


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("locale", ["en", "cs", "bg"])
def test_no_two_keys_of_a_choice_read_the_same(name: str, locale: str) -> None:
    texts = [by_locale[locale] for by_locale in CHOICES[name].values()]

    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", CHOICES)
def test_bulgarian_labels_are_in_cyrillic(name: str) -> None:
    assert all(re.search("[а-я]", by_locale["bg"]) for by_locale in CHOICES[name].values())


def test_a_site_can_say_differently_what_is_labelled() -> None:
    about = {name: by_locale for name, (by_locale, _choice) in labels.WORDS.items()}

    assert all(set(by_locale) == {"en", "cs", "bg"} for by_locale in about.values())
    assert all(any(choice is known for known in CHOICES.values()) for _about, choice in labels.WORDS.values())
    assert labels.words()["edition_status/past"]["bg"] == "Издание: Проведено"


def test_every_computed_state_has_a_label() -> None:
    assert set(labels.EDITION_STATUS) == set(EditionStatus)
    assert set(labels.REGISTRATION_STATE) == set(RegistrationState)
    assert set(labels.CALL_STATE) == set(CallState)
    assert {DRAFT, FINAL} <= set(labels.DOCUMENT_KINDS)


@pytest.mark.parametrize(
    ("locale", "expected"), [("cs", "Pozvánka"), ("cs-CZ", "Pozvánka"), ("bg", "Покана"), ("de", "Invitation")]
)
def test_a_language_without_labels_reads_english(locale: str, expected: str) -> None:
    assert label(labels.NEWS_KINDS, "invitation", locale) == expected


def test_a_key_nobody_declared_is_its_own_label() -> None:
    assert label(labels.NEWS_KINDS, "obituary", "cs") == "obituary"
