"""Answers of any shape: what is kept has the shape of its question, and nothing else comes through."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.applications.answer_rules import rule_problems
from cms.applications.answers import clean_answers, size_problems
from cms.applications.missing import problems_at_submit
from cms.applications.reading import Reader
from cms.applications.receipt_pdf import printable
from tests.cms.applications.forms import demo_form, form_with, question
from tests.services import Clock

FORM = demo_form()
CALL = {"cutoffs": [{"id": "may", "at": "2024-05-31T18:00"}], "time_zone": "Europe/Brussels"}
TEXT = st.text(st.characters(), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from([*FORM.questions, "unknown"])


@given(st.dictionaries(KEYS, JSON, max_size=12))
def test_whatever_is_sent_is_kept_or_told_and_can_be_stored(sent: dict[str, Any]) -> None:
    cleaned, problems = clean_answers(FORM, sent)

    told = {one.field.partition(".")[0] for one in problems}
    assert cleaned.keys() | told == sent.keys()
    assert not cleaned.keys() & told
    orjson.dumps(cleaned)  # no lone surrogates, no NaN


@given(st.dictionaries(KEYS, JSON, max_size=12))
def test_cleaning_what_is_clean_changes_nothing(sent: dict[str, Any]) -> None:
    cleaned, _problems = clean_answers(FORM, sent)
    kept = {key: one for key, one in cleaned.items() if one is not None}

    assert clean_answers(FORM, kept) == (kept, [])


@given(st.dictionaries(KEYS, JSON, max_size=12))
def test_what_is_kept_never_breaks_the_check_at_submission(sent: dict[str, Any]) -> None:
    cleaned, _problems = clean_answers(FORM, sent)
    kept = {key: one for key, one in cleaned.items() if one is not None}

    problems = problems_at_submit(FORM, kept, [], CALL, Clock().now)

    assert {one.field.partition(".")[0] for one in problems} <= FORM.questions.keys()


@given(TEXT)
def test_texts_come_through_as_they_were_written(text: str) -> None:
    cleaned, problems = clean_answers(FORM, {"description": f"a{text}z"})

    assert problems == []
    assert not any(ord(letter) < 32 for letter in cleaned["description"] if letter not in "\n\t")


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם, مرحبا بالعالم",
        "Клъстерите на България",
        "👩🏽‍🔬🇨🇿 emoji",
        "<script>alert(1)</script> & <b>bold</b>",
        "=HYPERLINK('x')",
        "e\u0301",
    ],
)
def test_any_script_emoji_and_markup_is_plain_text(text: str) -> None:
    cleaned, problems = clean_answers(FORM, {"description": text})

    assert problems == []
    assert cleaned["description"] in (text, "\u00e9")


def test_control_characters_go_and_lines_stay() -> None:
    cleaned, _problems = clean_answers(FORM, {"description": "a\x00b\r\nc\ud800d", "organisation": "one\ntwo"})

    assert cleaned == {"description": "ab\ncd", "organisation": "one two"}


def test_twenty_thousand_pasted_characters_are_kept_and_their_number_is_told() -> None:
    pasted = "x" * 20_000

    cleaned, problems = clean_answers(FORM, {"description": pasted})
    told = problems_at_submit(FORM, cleaned, [], CALL, Clock().now)

    assert cleaned["description"] == pasted and problems == []
    [too_long] = [one for one in told if one.field == "description"]
    assert (too_long.code, too_long.message) == (
        "TOO_LONG",
        "Shorten this by 18500 characters: it has 20000, at most 1500 are allowed.",
    )


def test_a_text_beyond_all_bounds_is_refused_and_the_others_are_kept() -> None:
    cleaned, problems = clean_answers(FORM, {"description": "x" * 60_000, "city": "Ostrava"})

    assert cleaned == {"city": "Ostrava"}
    assert [(one.field, one.code) for one in problems] == [("description", "TOO_LONG_TO_KEEP")]


def test_all_answers_together_have_a_limit() -> None:
    assert size_problems({"a": "x" * 1000}) == []
    assert [one.code for one in size_problems({str(n): "x" * 50_000 for n in range(9)})] == ["ANSWERS_TOO_LARGE"]


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("number", "1 250", 1250),
        ("number", 12.0, 12),
        ("number", "", None),
        ("yes_no", "yes", True),
        ("yes_no", "no", False),
        ("consent", True, True),
        ("url", "www.example.org/a?b=c", "https://www.example.org/a?b=c"),
        ("url", "https://example.org", "https://example.org"),
        ("texts", ["a", "", " b "], ["a", "b"]),
        ("date_ranges", [{"start": "2024-10-01", "end": ""}], [{"start": "2024-10-01"}]),
        ("country", "", None),
    ],
)
def test_what_people_and_browsers_send_is_understood(kind: str, sent: Any, kept: Any) -> None:
    assert clean_answers(form_with(question("one", kind)), {"one": sent}) == ({"one": kept}, [])


@pytest.mark.parametrize(
    ("kind", "sent", "code"),
    [
        ("number", True, "NOT_A_NUMBER"),
        ("number", "twelve", "NOT_A_NUMBER"),
        ("number", 10**12, "NOT_A_NUMBER"),
        ("yes_no", "maybe", "NOT_YES_OR_NO"),
        ("text", 5, "NOT_TEXT"),
        ("choice", "nobody", "NOT_AN_OPTION"),
        ("country", "ZZ", "NOT_AN_OPTION"),
        ("choices", {"a": 1}, "NOT_A_LIST"),
        ("texts", ["x"] * 51, "NOT_A_LIST"),
        ("date_ranges", [{"start": "2024-02-30"}], "NOT_A_DAY"),
        ("date_ranges", ["2024-02-20"], "NOT_A_RANGE"),
        ("files", ["id"], "FILES_BY_TICKET"),
    ],
)
def test_a_wrong_shape_is_told(kind: str, sent: Any, code: str) -> None:
    cleaned, problems = clean_answers(form_with(question("one", kind)), {"one": sent})

    assert cleaned == {} and [one.code for one in problems] == [code]


@pytest.mark.parametrize("locale", ["en", "cs", "bg", "de"])
def test_every_problem_is_told_in_the_language_of_the_applicant(locale: str) -> None:
    _cleaned, problems = clean_answers(FORM, {"capacity": "many"}, locale)

    words = {"cs": "Napište celé číslo číslicemi.", "bg": "Напишете цяло число с цифри."}
    assert problems[0].message == words.get(locale, "Write a whole number in digits.")


@pytest.mark.parametrize(
    ("entry", "at"),
    [({"name": True}, "partners.0.name"), ({"name": "A", "confirmed": "<b>x"}, "partners.0.confirmed")],
)
def test_a_part_of_an_entry_is_written_or_ticked_as_the_form_says(entry: dict[str, Any], at: str) -> None:
    cleaned, problems = clean_answers(FORM, {"partners": [entry]})

    assert cleaned == {} and [one.field for one in problems] == [at]
    assert clean_answers(FORM, {"partners": [{"name": "A", "confirmed": "yes"}]})[0] == {
        "partners": [{"name": "A", "confirmed": True}]
    }


def test_nothing_turns_around_what_stands_beside_an_answer() -> None:
    cleaned, _problems = clean_answers(FORM, {"city": "\u202eavartsO\u202c \u2066x\u2069", "theme": "שלום\u200f!"})

    assert cleaned == {"city": "avartsO x", "theme": "שלום\u200f!"}


def test_a_sign_that_the_receipt_cannot_print_is_named() -> None:
    assert printable("Klastr 🏭 Zlín 👩🏽") == "Klastr [factory] Zlín [woman]"


def test_none_of_these_beside_others_is_refused() -> None:
    options = [{"slug": slug, "label": {"en": slug}} for slug in ("lift", "none")]
    asked = form_with(question("access", "choices", options=options)).questions["access"]

    assert [one.code for one in rule_problems(asked, ["lift", "none"], (), None, "en")] == ["NONE_AND_OTHERS"]
    assert list(rule_problems(asked, ["none"], (), None, "en")) == []


@pytest.mark.parametrize(
    ("days", "read"),
    [({"start": "2024-10-01"}, "1 October 2024"), ({"end": "2024-10-02"}, "2 October 2024"), ({}, None)],
)
def test_a_range_of_days_is_read_before_it_is_complete(days: dict[str, str], read: str | None) -> None:
    form = form_with(question("when", "date_ranges"))
    kept, _problems = clean_answers(form, {"when": [days]})

    answered = Reader(form, CALL, "en", Clock().now).answered(form.questions["when"], kept, [])

    assert list(answered.texts) == ([read] if read else [])
