"""A list of lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.questions.asking import Control, EntryFields, Fault, PostedFields, Submission, Wording
from cms.content.questions.list_kind import ListKind
from cms.content.questions.measures import length_faults, number_faults
from cms.content.questions.question import Question
from cms.content.questions.shapes import entries, line


class TextsKind(ListKind):
    name = "texts"
    label = "List of texts"
    place = 140
    answered = "A list of plain texts."
    is_written = True
    blank = ""

    def posted(self, question: Question, posted: PostedFields) -> list[str]:
        return [entry.get("", "") for entry in posted.entries(question.key)]

    def cleaned(self, question: Question, value: Any) -> list[str] | None:
        found = [line(one, str(at)) for at, one in enumerate(entries(value))]
        return [one for one in found if one] or None

    def faults(self, question: Question, answer: Sequence[str], submission: Submission) -> Iterator[Fault]:
        yield from number_faults(question, answer)
        for at, text in enumerate(answer):
            yield from length_faults(question, text, self.longest, str(at))

    def texts(self, question: Question, answer: Sequence[str], wording: Wording) -> list[str]:
        return [str(one) for one in answer]

    def fields_of(self, question: Question, entry: Any, at: str, control: Control) -> EntryFields:
        return EntryFields(value=str(entry), problem=control.problems.get(at))
