"""A telephone number, in any way of writing it."""

import re
from collections.abc import Iterator

from cms.content.questions.asking import Fault, Submission
from cms.content.questions.line_kind import LineKind
from cms.content.questions.question import Question

_PHONE = re.compile(r"\+?[\d\s()/.,-]{5,40}(?:(?:x|ext\.?|kl\.?|вътр\.?)\s*\d{1,8})?", re.IGNORECASE)


class Phone(LineKind):
    name = "phone"
    label = "Telephone number"
    place = 40
    answered = "A telephone number: text."
    autocomplete = "tel"

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        if not _PHONE.fullmatch(answer):
            yield Fault("NOT_A_PHONE")
