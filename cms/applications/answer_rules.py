"""The rules that an answer of the right shape must keep to be submitted: those of the kind of its question."""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.applications.words import say
from cms.content.questions.asking import Submission
from cms.content.questions.question import Question
from cms.content.rules.deadlines import Deadline
from cms.kernel.errors import Problem


def rule_problems(
    question: Question, answer: Any, deadlines: Sequence[Deadline], chosen: Deadline | None, locale: str
) -> Iterator[Problem]:
    """Of an answer that is there; `chosen` is the cut-off that is applied for."""
    for one in question.kind.faults(question, answer, Submission(deadlines, chosen, locale)):
        field = f"{question.key}.{one.at}" if one.at else question.key
        yield Problem(field, one.code, say(one.code, locale, **one.values))
