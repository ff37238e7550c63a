"""Answers as they are read: on the page of review, on that of the status, and beside one of another window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion, Step
from cms.applications.pages.file_view import FileView
from cms.content.questions.asking import Wording
from cms.content.questions.question import Question, text_of
from cms.content.rules.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class AnswerView:
    """`text` or `lines` or `files`; none of them where there is no answer."""

    label: str
    text: str = ""
    lines: tuple[str, ...] = ()
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What answers are read from."""

    form: FormVersion
    answers: Mapping[str, Any]
    files: Mapping[str, Sequence[FileView]]
    deadlines: Sequence[Deadline]
    locale: str


def step_answers(step: Step, given: Answered) -> list[AnswerView]:
    """Of the questions that are asked."""
    return [_view(one, given) for one in step.questions if is_asked(given.form, one, given.answers)]


def _view(question: Question, given: Answered) -> AnswerView:
    label, kind = text_of(question.label, given.locale), question.kind
    if kind.takes_files:
        return AnswerView(label, files=tuple(given.files.get(question.key, ())))
    texts = answer_texts(question, given.answers.get(question.key), given.deadlines, given.locale)
    return AnswerView(label, lines=tuple(texts)) if kind.is_several else AnswerView(label, "".join(texts))


def answer_texts(question: Question, answer: Any, deadlines: Sequence[Deadline], locale: str) -> list[str]:
    """As people read it; none where it was not answered."""
    return [] if answer is None else question.kind.texts(question, answer, Wording(deadlines, locale))
