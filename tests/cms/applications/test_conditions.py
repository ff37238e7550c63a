"""Questions that are asked only sometimes."""

from hypothesis import given
from hypothesis import strategies as st

from cms.applications.conditions import asked_questions, is_asked, is_required
from tests.cms.applications.forms import demo_form, form_with, question

FORM = form_with(
    question("event", "yes_no"),
    question("kind", "choice", show_if={"question": "event", "values": ["yes"]}, options=[{"slug": "fair"}]),
    question("which", required=True, show_if={"question": "kind", "values": ["fair"]}),
)


def test_a_question_is_asked_when_the_other_is_answered_so() -> None:
    answers = {"event": True, "kind": "fair"}

    assert [one.key for one in asked_questions(FORM, answers)] == ["event", "kind", "which"]


def test_what_hangs_on_a_question_that_is_not_asked_is_not_asked() -> None:
    answers = {"event": False, "kind": "fair"}  # answered before, and hidden now

    assert [one.key for one in asked_questions(FORM, answers)] == ["event"]
    assert not is_required(FORM, FORM.questions["which"], answers)


def test_a_circle_of_conditions_asks_nothing_and_ends() -> None:
    form = form_with(
        question("a", show_if={"question": "b", "values": ["x"]}),
        question("b", show_if={"question": "a", "values": ["x"]}),
    )

    assert asked_questions(form, {"a": "x", "b": "x"}) == []


def test_authorities_need_no_letter_and_everybody_else_does() -> None:
    form = demo_form()
    letter = form.questions["support_letter"]

    assert is_required(form, letter, {"type": "cluster"})
    assert is_required(form, letter, {})
    assert not is_required(form, letter, {"type": "regional_authority"})
    assert is_asked(form, letter, {"type": "regional_authority"})


KEYS = [f"q{number}" for number in range(6)]


@given(
    st.lists(st.sampled_from([None, *KEYS]), min_size=6, max_size=6),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["yes", "no"])),
)
def test_any_net_of_conditions_has_an_answer_that_does_not_depend_on_order(
    conditions: list[str | None], answers: dict[str, str]
) -> None:
    made = [
        question(key, show_if={"question": on, "values": ["yes"]} if on else None)
        for key, on in zip(KEYS, conditions, strict=True)
    ]

    asked = {one.key for one in asked_questions(form_with(*made), answers)}
    again = {one.key for one in asked_questions(form_with(*reversed(made)), answers)}

    assert asked == again
    for one, on in zip(KEYS, conditions, strict=True):
        assert (one in asked) == (on is None or (on in asked and answers.get(on) == "yes" and on != one))
