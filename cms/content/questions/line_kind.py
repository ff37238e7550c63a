"""One line of text, of any kind."""

from collections.abc import Iterator
from typing import Any

from cms.content.questions.asking import Fault, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.measures import length_faults
from cms.content.questions.question import Question
from cms.content.questions.shapes import line


class LineKind(QuestionKind, family=True):
    is_written = True

    def cleaned(self, question: Question, value: Any) -> str | None:
        return line(value)

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        return length_faults(question, answer, self.longest)

    def texts(self, question: Question, answer: str, wording: Wording) -> list[str]:
        return [str(answer)]
