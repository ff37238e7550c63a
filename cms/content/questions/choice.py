"""One of the options."""

from collections.abc import Iterator
from typing import Any

from cms.content.questions.asking import Fault, Submission, Wording
from cms.content.questions.option_kind import OptionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import option

MAX_IN_SIGHT = 8
"""More options than that are in a list that opens."""


class Choice(OptionKind):
    name = "choice"
    label = "One of several"
    place = 80
    answered = "One of `options`: its slug."

    def cleaned(self, question: Question, value: Any) -> str | None:
        return option(value, question.slugs) if value != "" else None

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        if answer not in question.slugs:
            yield Fault("NOT_AN_OPTION")

    def texts(self, question: Question, answer: str, wording: Wording) -> list[str]:
        return [question.option_label(str(answer), wording.locale)]

    def is_fieldset(self, question: Question) -> bool:
        return len(question.options) <= MAX_IN_SIGHT
