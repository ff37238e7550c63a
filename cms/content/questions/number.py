"""A whole number, also one with spaces between its digits."""

import re
from collections.abc import Iterator
from typing import Any

from cms.content.questions.asking import Fault, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape

_DIGITS = re.compile(r"-?\d{1,9}")


class Number(QuestionKind):
    name = "number"
    label = "Number"
    place = 60
    answered = "A whole number."

    def cleaned(self, question: Question, value: Any) -> int | None:
        if isinstance(value, str):
            bare = re.sub(r"\s", "", value)
            if not bare:
                return None
            value = int(bare) if _DIGITS.fullmatch(bare) else None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**9:
            raise WrongShape("NOT_A_NUMBER")
        return value

    def faults(self, question: Question, answer: int, submission: Submission) -> Iterator[Fault]:
        if question.min is not None and answer < question.min:
            yield Fault("TOO_SMALL", values={"min": question.min})
        if question.max is not None and answer > question.max:
            yield Fault("TOO_BIG", values={"max": question.max})

    def texts(self, question: Question, answer: int, wording: Wording) -> list[str]:
        return [str(answer)]
