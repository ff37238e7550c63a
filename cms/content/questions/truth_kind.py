"""Yes or no, of any kind; stored as a boolean."""

from collections.abc import Iterator, Mapping
from typing import Any

from cms.content.questions.asking import Fault, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import truth

WORDS: Mapping[str, tuple[str, str]] = {"en": ("Yes", "No"), "cs": ("Ano", "Ne"), "bg": ("Да", "Не")}


class TruthKind(QuestionKind, family=True):
    def condition_values(self, question: Mapping[str, Any]) -> set[str] | None:
        return {"yes", "no"}

    def compared(self, answer: Any) -> set[str]:
        return {"yes" if answer else "no"} if isinstance(answer, bool) else super().compared(answer)

    def cleaned(self, question: Question, value: Any) -> bool | None:
        return truth(value)

    def faults(self, question: Question, answer: bool, submission: Submission) -> Iterator[Fault]:
        return iter(())

    def texts(self, question: Question, answer: bool, wording: Wording) -> list[str]:
        return [truth_label(answer, wording.locale)]


def truth_label(value: object, locale: str) -> str:
    """Other languages than ours read English."""
    yes, no = WORDS.get(locale.partition("-")[0], WORDS["en"])
    return yes if value else no
