"""An e-mail address."""

from collections.abc import Iterator

from cms.content.questions.asking import Fault, Submission
from cms.content.questions.line_kind import LineKind
from cms.content.questions.question import Question
from cms.content.rules.email_address import email_fault


class Email(LineKind):
    name = "email"
    label = "E-mail address"
    place = 30
    answered = "An e-mail address: text."
    autocomplete = "email"
    is_own_address = True

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        if fault := email_fault(answer):
            yield Fault(fault)
