"""A list of entries, of any kind: as many as there must be are shown, more are added by a button."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from cms.content.questions.asking import Control, EntryFields
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question


class ListKind(QuestionKind, family=True):
    is_several = True
    blank: ClassVar[Any] = {}
    """An empty entry."""

    @abstractmethod
    def fields_of(self, question: Question, entry: Any, at: str, control: Control) -> EntryFields:
        """`entry`: what is stored, or what was typed; `at`: the path of the entry ("partners.0")."""

    def is_fieldset(self, question: Question) -> bool:
        return True

    def entry_fields(self, question: Question, answer: Any, control: Control) -> Sequence[EntryFields]:
        """Those that were given, and empty ones: as many as there must be, or one more where that was asked for."""
        stored = list(answer) if isinstance(answer, list) else []
        least = max(_least(question), len(stored) + control.is_growing)
        most = question.max or least
        padded = [*stored, *[self.blank] * (min(least, max(most, len(stored))) - len(stored))]
        return [self.fields_of(question, one, f"{question.key}.{at}", control) for at, one in enumerate(padded)]

    def can_add(self, question: Question, entries: int) -> bool:
        return question.max is None or entries < question.max

    def can_remove(self, question: Question, entries: int) -> bool:
        return entries > _least(question)

    def field_id(self, question: Question, path: Sequence[str]) -> str:
        first = self.first_field(question)
        return ".".join([f"f-{question.key}", *path, *first[len(path) :]])

    def first_field(self, question: Question) -> Sequence[str]:
        """The path of the first field of the first entry."""
        return ("0",)


def _least(question: Question) -> int:
    return max(question.min or 0, 1 if question.required else 0)
