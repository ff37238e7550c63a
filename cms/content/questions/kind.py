"""What a kind of question says of itself: everything that forms, answers, pages and exports ask."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from cms.content.questions.asking import (
    Control,
    EntryFields,
    Fault,
    FormFault,
    Offer,
    Part,
    PostedFields,
    Submission,
    Wording,
)
from cms.content.questions.completeness import check_complete, template_of
from cms.content.questions.question import Question
from cms.content.questions.registry import KINDS

Data = Mapping[str, Any]
"""A question of a draft form, of which anything may be missing."""


class QuestionKind(ABC):
    """A subclass is a kind of question and known from then on, or with `family=True` what several kinds have in common.
    Its control is the template `<name>.html` beside the module of the class."""

    name: ClassVar[str]
    """As forms store it and the schema calls it."""
    label: ClassVar[str]
    """In English, for the schema; the admin interface has its own words."""
    place: ClassVar[int]
    """Among the kinds that are offered."""
    answered: ClassVar[str] = ""
    """What the API says of the kind: what an answer is in JSON. Without it the label says all."""

    longest: ClassVar[int] = 500
    """Characters of a text, where the question says nothing."""
    autocomplete: ClassVar[str] = ""
    """The token of HTML with which browsers fill in an answer about whoever answers."""
    missing_code: ClassVar[str] = "REQUIRED"
    has_heading: ClassVar[bool] = True
    """Above the control; without it the control says what is asked."""
    is_several: ClassVar[bool] = False
    """Read as a list, even of one text."""
    is_written: ClassVar[bool] = False
    """In words of one's own, which are given back where they cannot be stored."""
    names_application: ClassVar[bool] = False
    """The first answer is what an application is called."""
    is_own_address: ClassVar[bool] = False
    """The first question of the kind is answered with the applicant's address until another is given."""
    chooses_cutoff: ClassVar[bool] = False
    records_consent: ClassVar[bool] = False
    """When it was given, and to which privacy notice, is kept."""
    takes_files: ClassVar[bool] = False
    """Answered by uploads, each by a ticket."""

    def __init_subclass__(cls, *, family: bool = False) -> None:
        super().__init_subclass__()
        if not family:
            check_complete(cls, KINDS)
            KINDS.add(cls())

    @property
    def template(self) -> Path:
        """Of the control."""
        return template_of(type(self))

    def form_faults(self, question: Data) -> Iterator[FormFault]:
        """What is wrong with the settings of a question of this kind."""
        return iter(())

    def condition_values(self, question: Data) -> set[str] | None:
        """With which a condition on a question may be met; None where they are not known."""
        return None

    def compared(self, answer: Any) -> set[str]:
        """What conditions compare an answer as."""
        if isinstance(answer, list):
            return {one for one in answer if isinstance(one, str)}
        return {str(answer)} if isinstance(answer, (str, int)) else set()

    def posted(self, question: Question, posted: PostedFields) -> Any:
        """The answer in a posted page, in the shape that `cleaned` takes; a wrong one stays as typed."""
        return posted.one(f"a.{question.key}")

    @abstractmethod
    def cleaned(self, question: Question, value: Any) -> Any:
        """What is stored of an answer as pages and GraphQL clients send it; None of an empty one. Raises WrongShape."""

    @abstractmethod
    def faults(self, question: Question, answer: Any, submission: Submission) -> Iterator[Fault]:
        """What stops the submission of an answer that is there."""

    @abstractmethod
    def texts(self, question: Question, answer: Any, wording: Wording) -> list[str]:
        """What is stored, as people read it on the page, in the review and in exports."""

    def is_empty(self, answer: Any) -> bool:
        return answer in (None, "", [])

    def entries(self, question: Question, answer: Any, wording: Wording) -> Sequence[Sequence[Part]]:
        """What is stored, part by part, for those who review and export; `texts` are read where there are none."""
        return ()

    def is_fieldset(self, question: Question) -> bool:
        """Whether the control has several fields under one heading."""
        return False

    def hint(self, question: Question, control: Control) -> str:
        """What is said below the question after its help."""
        return ""

    def offers(self, question: Question, answer: Any, control: Control) -> Sequence[Offer]:
        return ()

    def entry_fields(self, question: Question, answer: Any, control: Control) -> Sequence[EntryFields]:
        """Of a list, with its empty entries."""
        return ()

    def can_add(self, question: Question, entries: int) -> bool:
        return False

    def can_remove(self, question: Question, entries: int) -> bool:
        return False

    def field_id(self, question: Question, path: Sequence[str]) -> str:
        """The id of the field on the page that a problem at `path` in the answer is about; of the first of several."""
        return f"f-{question.key}"
