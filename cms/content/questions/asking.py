"""What a kind of question is asked with, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from cms.content.rules.deadlines import Deadline


class PostedFields(Protocol):
    """A posted page of the form; the fields of a question are named after its key: `a.<key>`, `a.<key>.0.<part>`."""

    def one(self, name: str) -> str:
        """The first value; "" where the field was not sent."""
        ...

    def many(self, name: str) -> list[str]: ...

    def entries(self, question: str) -> list[dict[str, str]]:
        """{part: value} of each entry of a list; the part is "" where an entry is one text."""
        ...


@dataclass(frozen=True, slots=True)
class Submission:
    """`chosen`: the cut-off that is applied for; `locale`: of the applicant."""

    deadlines: Sequence[Deadline]
    chosen: Deadline | None
    locale: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer cannot be submitted. `at`: where in the answer ("0.start"); `values`: what the message of `code`
    tells (`cms/applications/messages`)."""

    code: str
    at: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormFault:
    """Why a form cannot be published. `setting`: of the question."""

    setting: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Wording:
    """In which language an answer is told; `deadlines`: for the names of cut-offs."""

    deadlines: Sequence[Deadline]
    locale: str


@dataclass(frozen=True, slots=True)
class Part:
    """One field of an entry, as it is read."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Control:
    """What a control in the applicant's page is made from. `say`: a message of `cms/applications/pages/messages` by its
    key; `problems`: {field: message}; `is_growing`: one more empty entry is asked for."""

    deadlines: Sequence[Deadline]
    locale: str
    say: Callable[..., str]
    problems: Mapping[str, str] = field(default_factory=dict)
    is_growing: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen."""

    slug: str
    label: str
    is_chosen: bool = False
    is_passed: bool = False


@dataclass(frozen=True, slots=True)
class PartField:
    """One field of an entry, as it is filled in."""

    key: str
    label: str
    value: Any
    is_tick: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class EntryFields:
    """One entry of a list, as it is filled in."""

    value: str = ""
    start: str = ""
    end: str = ""
    parts: tuple[PartField, ...] = ()
    problem: str | None = None
