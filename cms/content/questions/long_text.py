"""Several lines in words of one's own."""

from typing import Any

from cms.content.questions.line_kind import LineKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import LONGEST_TEXT, plain_text


class LongText(LineKind):
    name = "long_text"
    label = "Several lines"
    place = 20
    answered = "Plain text of several lines."
    longest = 10_000
    names_application = True

    def cleaned(self, question: Question, value: Any) -> str | None:
        return plain_text(value, LONGEST_TEXT)
