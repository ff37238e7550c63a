"""Files, each uploaded by a ticket; they are kept beside the answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.questions.asking import Fault, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape


class Files(QuestionKind):
    name = "files"
    label = "Files"
    place = 130
    answered = "Files: none in `answers`, each is uploaded by `createApplicationUpload`."
    missing_code = "FILE_REQUIRED"
    takes_files = True

    def cleaned(self, question: Question, value: Any) -> None:
        raise WrongShape("FILES_BY_TICKET")

    def faults(self, question: Question, answer: Sequence[Any], submission: Submission) -> Iterator[Fault]:
        """`answer`: the files that were uploaded."""
        most = question.max_files or question.max
        if most is not None and len(answer) > most:
            yield Fault("TOO_MANY_FILES", values={"max": most})
        if question.min is not None and len(answer) < question.min:
            yield Fault("TOO_FEW", values={"min": question.min})

    def texts(self, question: Question, answer: Any, wording: Wording) -> list[str]:
        return []

    def is_fieldset(self, question: Question) -> bool:
        return True
