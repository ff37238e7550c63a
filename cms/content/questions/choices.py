"""Several of the options."""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.questions.asking import Control, Fault, PostedFields, Submission, Wording
from cms.content.questions.measures import number_faults
from cms.content.questions.option_kind import OptionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape, option

NONE = "none"
"""The slug of an option that goes with no other ("None of these")."""
MAX_CHOICES = 300


class Choices(OptionKind):
    name = "choices"
    label = "Several of several"
    place = 90
    answered = "Several of `options`: a list of their slugs."
    is_several = True

    def posted(self, question: Question, posted: PostedFields) -> list[str]:
        return posted.many(f"a.{question.key}")

    def cleaned(self, question: Question, value: Any) -> list[str] | None:
        slugs = [value] if isinstance(value, str) else value
        if not isinstance(slugs, list) or len(slugs) > MAX_CHOICES:
            raise WrongShape("NOT_A_LIST", max=MAX_CHOICES)
        return list(dict.fromkeys(option(one, question.slugs) for one in slugs if one != "")) or None

    def faults(self, question: Question, answer: Sequence[str], submission: Submission) -> Iterator[Fault]:
        yield from number_faults(question, answer)
        if NONE in answer and len(answer) > 1:
            yield Fault("NONE_AND_OTHERS")
        if not question.slugs.issuperset(answer):
            yield Fault("NOT_AN_OPTION")

    def texts(self, question: Question, answer: Sequence[str], wording: Wording) -> list[str]:
        return [question.option_label(str(one), wording.locale) for one in answer]

    def is_fieldset(self, question: Question) -> bool:
        return True

    def hint(self, question: Question, control: Control) -> str:
        """ "Choose up to 3.", before anybody has chosen too many."""
        least, most = question.min or 0, question.max
        if most is None:
            return control.say("question.choose_least", count=least) if least > 1 else ""
        if least > 1:
            return control.say("question.choose_between", least=least, most=most)
        return control.say("question.choose_most", count=most)
