"""A box to be ticked: what stands beside it, with its links, is agreed to."""

from typing import Any

from cms.content.questions.asking import PostedFields
from cms.content.questions.question import Question
from cms.content.questions.shapes import TICKED
from cms.content.questions.truth_kind import TruthKind


class Consent(TruthKind):
    name = "consent"
    label = "Consent"
    place = 160
    answered = "Consent: `true` or `false`."
    missing_code = "CONSENT_REQUIRED"
    has_heading = False
    records_consent = True

    def posted(self, question: Question, posted: PostedFields) -> bool:
        return posted.one(f"a.{question.key}") == TICKED

    def is_empty(self, answer: Any) -> bool:
        return not answer
