"""The cut-off of the call that is applied for, by its id."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.questions.asking import Control, Fault, Offer, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape
from cms.content.rules.deadlines import Deadline, find_deadline

_SLUG = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Cutoff(QuestionKind):
    name = "cutoff"
    label = "A cut-off of the call"
    place = 120
    answered = "A cut-off of the call: its `key` among the call's `cutoffs`."
    chooses_cutoff = True

    def cleaned(self, question: Question, value: Any) -> str | None:
        if value == "":
            return None
        if not isinstance(value, str) or not _SLUG.fullmatch(value):
            raise WrongShape("NOT_AN_OPTION")
        return value

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        if find_deadline(submission.deadlines, answer) is None:
            yield Fault("NOT_A_CUTOFF")

    def texts(self, question: Question, answer: str, wording: Wording) -> list[str]:
        found = find_deadline(wording.deadlines, str(answer))
        return [found.label(wording.locale) if found else str(answer)]

    def is_fieldset(self, question: Question) -> bool:
        return True

    def offers(self, question: Question, answer: Any, control: Control) -> Sequence[Offer]:
        """One that has passed is shown where it was chosen: an application that was sent back keeps it."""
        return [_offer(one, answer, control) for one in control.deadlines if not one.passed or one.id == answer]


def _offer(deadline: Deadline, answer: Any, control: Control) -> Offer:
    words = [deadline.label(control.locale)]
    if deadline.passed:
        words.append(f"({control.say('landing.passed')})")
    elif deadline.tentative:
        words.append(control.say("question.tentative"))
    return Offer(deadline.id, " ".join(words), deadline.id == answer, deadline.passed)
