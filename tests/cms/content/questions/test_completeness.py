"""A kind of question that leaves something out is refused as soon as it is declared, with what to do."""

from pathlib import Path

import pytest

from cms.content.questions.completeness import IncompleteKind
from cms.content.questions.registry import KINDS
from tests.question_kinds import kind_of_question

COMPLETE = """
from cms.content.questions.line_kind import LineKind


class Colour(LineKind):
    name = "colour"
    label = "Colour"
    place = 15
"""
WITHOUT_ANSWERS = """
from cms.content.questions.kind import QuestionKind


class Colour(QuestionKind):
    name = "colour"
    label = "Colour"
    place = 15
"""


def refusal(folder: Path, source: str, control: str | None = "{{ q.value }}") -> list[str]:
    with pytest.raises(IncompleteKind) as refused, kind_of_question(folder, "colour", source, control):
        pass
    assert "colour" not in KINDS
    return str(refused.value).splitlines()


def test_a_complete_kind_is_known_at_its_place(tmp_path: Path) -> None:
    with kind_of_question(tmp_path, "colour", COMPLETE, "{{ q.value }}"):
        names = list(KINDS)

    assert names[names.index("text") + 1] == "colour"


@pytest.mark.parametrize("said", ["name", "label", "place"])
def test_what_is_not_said_is_named(tmp_path: Path, said: str) -> None:
    source = "\n".join(line for line in COMPLETE.splitlines() if f" {said} = " not in line)

    [told] = refusal(tmp_path, source)

    assert told.startswith(f"{tmp_path}/colour.py: the kind of question Colour has no {said}. Write it into the class,")


def test_each_answer_that_is_not_given_is_named_with_what_it_is(tmp_path: Path) -> None:
    cleaned, faults, texts = refusal(tmp_path, WITHOUT_ANSWERS)

    assert 'Colour does not answer `cleaned` ("What is stored of an answer as pages and GraphQL clients' in cleaned
    assert cleaned.endswith("Write this method, as cms/content/questions/number.py does.")
    assert "`faults`" in faults and "`texts`" in texts


def test_what_a_family_asks_of_its_kinds_is_named_too(tmp_path: Path) -> None:
    source = COMPLETE.replace("line_kind", "list_kind").replace("LineKind", "ListKind")

    assert any("does not answer `fields_of`" in line for line in refusal(tmp_path, source))


def test_a_kind_without_control_is_refused(tmp_path: Path) -> None:
    [told] = refusal(tmp_path, COMPLETE, control=None)

    assert f"Write the template {tmp_path}/colour.html, as cms/content/questions/number.html" in told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'name = "colour"',
            'name = "text"',
            "has the name text of Text. Answers would be mixed up: choose another name.",
        ),
        ("place = 15", "place = 10", "has the place 10 of Text. Choose a number between two others."),
    ],
)
def test_a_kind_in_the_place_of_another_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    (tmp_path / "text.html").write_text("{{ q.value }}", encoding="utf-8")

    assert refusal(tmp_path, COMPLETE.replace(before, after))[0].endswith(told)
    assert type(KINDS["text"]).__module__ == "cms.content.questions.text"
