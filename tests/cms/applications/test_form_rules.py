"""A form that a call may ask: every answer has its own place, every condition can be met."""

import json
from pathlib import Path
from typing import Any

from cms.content.rules.form_rules import form_problems

DEMO = Path(__file__).parents[3] / "cms/demo/texts/form"


def question(key: str, type: str = "text", **settings: Any) -> dict[str, Any]:
    return {"id": f"id-{key}", "key": key, "type": type, **settings}


def found(*questions: dict[str, Any], more: tuple[dict[str, Any], ...] = ()) -> list[tuple[str, str]]:
    steps = [{"id": "s1", "key": "one", "questions": list(questions)}]
    steps += [{"id": "s2", "key": "two", "questions": list(more)}] if more else []
    return [(one.field, one.code) for one in form_problems(steps)]


KIND = question("kind", "choice", options=[{"id": "a", "slug": "cluster"}, {"id": "b", "slug": "other"}])


def test_the_demo_s_form_can_be_asked() -> None:
    steps = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(DEMO.glob("step-*.json"))]
    assert [str(one) for one in form_problems(steps)] == []


def test_two_questions_cannot_share_a_key_also_in_different_steps() -> None:
    twin = question("city") | {"id": "twin"}
    assert found(question("city"), more=(twin,)) == [("steps.s2.questions.twin.key", "REPEATED")]


def test_a_condition_on_an_answer_that_is_there_is_fine() -> None:
    assert found(KIND, question("which", show_if={"question": "kind", "values": ["other"]})) == []
    ticked = question("larger", "yes_no")
    assert found(ticked, question("name", show_if={"question": "larger", "values": ["yes"]})) == []


def test_conditions_that_can_never_hold_are_named_at_their_question() -> None:
    where = "steps.s1.questions.id-which.show_if"
    assert found(question("which", show_if={"question": "gone", "values": ["x"]})) == [(where, "UNKNOWN_QUESTION")]
    later = question("which", show_if={"question": "kind", "values": ["other"]})
    assert found(later, KIND) == [(where, "ASKED_LATER")]
    assert found(KIND, question("which", show_if={"question": "kind", "values": ["press"]})) == [
        (where, "UNKNOWN_OPTION")
    ]
    assert found(KIND, question("which", show_if={"question": "kind", "values": []})) == [(where, "NO_VALUES")]


def test_terms_of_a_vocabulary_are_not_doubted() -> None:
    sectors = question("sectors", "choices", vocabulary="sectors")
    assert found(sectors, question("which", show_if={"question": "sectors", "values": ["energy"]})) == []


def test_choices_need_options_and_entries_need_parts() -> None:
    assert found(question("kind", "choice")) == [("steps.s1.questions.id-kind.options", "NO_OPTIONS")]
    assert found(question("partners", "group")) == [("steps.s1.questions.id-partners.options", "NO_PARTS")]
    twice = [{"id": "a", "slug": "x"}, {"id": "b", "slug": "x"}]
    assert found(question("kind", "choice", options=twice)) == [
        ("steps.s1.questions.id-kind.options.b.slug", "REPEATED")
    ]


def test_the_most_is_not_less_than_the_least() -> None:
    assert found(question("capacity", "number", min=10, max=5)) == [
        ("steps.s1.questions.id-capacity.max", "BELOW_LEAST")
    ]
