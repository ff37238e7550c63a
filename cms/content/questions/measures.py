"""What must hold of answers of more than one kind."""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.questions.asking import Fault
from cms.content.questions.question import Question


def length_faults(question: Question, text: str, longest: int, at: str = "") -> Iterator[Fault]:
    """`longest`: in characters, where the question says nothing."""
    most = question.max_length or longest
    if len(text) > most:
        yield Fault("TOO_LONG", at, {"max": most, "now": len(text), "over": len(text) - most})


def number_faults(question: Question, entries: Sequence[Any]) -> Iterator[Fault]:
    """Of entries, or of choices."""
    if question.min is not None and len(entries) < question.min:
        yield Fault("TOO_FEW", values={"min": question.min})
    if question.max is not None and len(entries) > question.max:
        yield Fault("TOO_MANY", values={"max": question.max})
