"""The demo's own texts."""

from collections.abc import Iterator
from typing import Any

import pytest

from cms.content.rules.labels import APPLICANT_TYPES
from cms.demo.data import editions, read, read_folder

FOLDERS = ("vocabularies", "editions", "news", "pages", "menus", "calls", "form")
FILES = ("organisations", "sites", "series", "iasi_presentations")
LOCALES = {"en", "cs", "bg"}


def everything() -> dict[str, Any]:
    texts = {f"{folder}/{name}": text for folder in FOLDERS for name, text in read_folder(f"texts/{folder}").items()}
    return texts | {name: read(f"texts/{name}.json") for name in FILES}


def localized(value: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every {locale: …} below `value`, with its place."""
    if isinstance(value, dict):
        if value and value.keys() <= LOCALES:
            yield at, value
        for name, one in value.items():
            yield from localized(one, f"{at}.{name}")
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from localized(one, f"{at}.{index}")


@pytest.mark.parametrize("name", everything())
def test_no_text_is_empty_in_a_language_that_it_claims(name: str) -> None:
    home = {"slugs"}  # a home page has the empty slug

    for at, texts in localized(everything()[name], name):
        if at.rpartition(".")[2] not in home:
            assert all(texts.values()), f"{at}: {texts}"


def test_an_edition_has_all_its_texts_in_each_of_its_languages() -> None:
    for slug, (_facts, text) in editions().items():
        locales = set(text["lead_before"])
        for at, texts in localized(text, slug):
            if at.rpartition(".")[2] not in ("theme", "summary"):
                assert set(texts) >= locales - {"en"}, f"{at} lacks {locales - set(texts)}"


def test_burgas_is_there_in_three_languages_and_prague_in_two() -> None:
    texts = {slug: set(text["lead_before"]) for slug, (_facts, text) in editions().items()}

    assert texts["burgas-2023"] == {"en", "cs", "bg"}
    assert texts["prague-2023"] == {"en", "cs"}
    assert all("en" in locales for locales in texts.values())


@pytest.mark.parametrize("locale", ["cs", "bg"])
def test_texts_are_written_in_the_letters_of_their_language(locale: str) -> None:
    special = set("ěščřžýáíéúůďťňó") if locale == "cs" else set("абвгдежзийклмнопрстуфхцчшщъьюя")
    names = {"city", "title", "name", "label", "slugs", "venue", "day_label", "funding", "theme", "image"}

    for name, texts in everything().items():
        for at, one in localized(texts, name):
            prose = one.get(locale)
            if isinstance(prose, str) and len(prose) > 60 and at.rpartition(".")[2] not in names:
                assert special & set(prose.lower()), f"{at}: {prose}"


def test_words_for_a_picture_are_a_sentence_and_no_file_name() -> None:
    for name, texts in everything().items():
        for at, one in localized(texts, name):
            if at.endswith(".alt"):
                for alt in one.values():
                    assert alt.endswith(".") and " " in alt and alt[0].isupper(), f"{at}: {alt}"


def test_the_form_has_eight_steps_and_no_question_twice() -> None:
    steps = [step for name, step in read_folder("texts/form").items() if name.startswith("step-")]
    keys = [question["key"] for step in steps for question in step["questions"]]

    assert [step["key"] for step in steps] == [
        "applicant",
        "contact",
        "partners",
        "event",
        "region",
        "logistics",
        "commitment",
        "consent",
    ]
    assert len(keys) == len(set(keys))


LIMITS = {
    "description": {"max_length": 1500},
    "support_letter": {"min": 1, "max": 3, "max_bytes": 10 * 1024 * 1024, "accept": ["application/pdf"]},
    "partners": {"min": 0, "max": 8},
    "preferred_dates": {"min": 1, "max": 3},
    "theme": {"max_length": 150},
    "rationale": {"max_length": 3000},
    "objectives": {"min": 1, "max": 5},
    "sectors": {"min": 1, "max": 8},
    "transition": {"max_length": 1500},
    "cluster_landscape": {"max_length": 2000},
    "policy_link": {"max_length": 1500},
    "expected_impact": {"max_length": 1500},
    "capacity": {"min": 50, "max": 1000},
}
REQUIRED = {
    "organisation",
    "type",
    "type_other",
    "country",
    "region",
    "description",
    "contact_name",
    "contact_position",
    "contact_email",
    "regional_authority",
    "support_letter",
    "city",
    "cutoff",
    "preferred_dates",
    "larger_event_name",
    "theme",
    "rationale",
    "objectives",
    "sectors",
    "transition",
    "cluster_landscape",
    "policy_link",
    "expected_impact",
    "capacity",
    "rooms",
    "accessibility",
    "participants",
    "host_provides",
    "privacy",
    "accuracy",
    "representation",
    "publish_if_selected",
}


def questions() -> dict[str, dict[str, Any]]:
    steps = read_folder("texts/form")
    return {one["key"]: one for step in steps.values() for one in step.get("questions", [])}


@pytest.mark.parametrize("key", LIMITS)
def test_a_question_has_the_limits_of_the_call(key: str) -> None:
    assert questions()[key] | LIMITS[key] == questions()[key]


def test_exactly_the_agreed_questions_must_be_answered() -> None:
    assert {key for key, question in questions().items() if question.get("required")} == REQUIRED


def test_every_kind_of_applicant_has_a_term() -> None:
    terms = {term["slug"] for term in read("texts/vocabularies/applicant-types.json")["terms"]}

    assert terms >= set(APPLICANT_TYPES)
    for call in read_folder("texts/calls").values():
        assert terms >= set(call["eligible"])


def test_the_criteria_of_a_call_are_weighted_to_a_hundred() -> None:
    for call in read_folder("texts/calls").values():
        assert sum(criterion["weight"] for criterion in call["criteria"]) == 100
        assert [criterion["max"] for criterion in call["criteria"]] == [5] * 6
