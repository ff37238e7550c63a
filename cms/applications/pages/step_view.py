"""A step of the form as its template shows it, and the list of all of them beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cms.applications.form_version import Step
from cms.applications.pages.draft import Draft
from cms.applications.pages.question_view import Given, QuestionView, question_view
from cms.applications.pages.visit import Visit
from cms.content.questions.question import text_of
from cms.kernel.errors import Problem


@dataclass(frozen=True, slots=True)
class StepLine:
    """`missing`: how many of its answers are missing or wrong."""

    number: int
    title: str
    url: str
    missing: int


@dataclass(frozen=True, slots=True)
class StepView:
    number: int
    title: str
    url: str
    has_files: bool
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a step shows besides what is stored: `typed` answers that could not be kept, `problems` with any of them,
    what another window says, and the list that gets an empty entry."""

    typed: Mapping[str, Any] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    theirs: Mapping[str, str] = field(default_factory=dict)
    growing: str = ""


def step_lines(draft: Draft, visit: Visit) -> list[StepLine]:
    steps = enumerate(draft.form.steps, 1)
    missing = Counter(draft.form.step_of(one.field.partition(".")[0]) for one in draft.missing(visit))
    return [
        StepLine(number, text_of(one.title, draft.locale), draft.step_url(one), missing[one.key])
        for number, one in steps
    ]


def step_view(draft: Draft, number: int, step: Step, shown: Shown) -> StepView:
    given = given_for(draft, shown)
    views = tuple(question_view(one, given) for one in step.questions)
    has_files = any(one.kind.takes_files for one in step.questions)
    return StepView(number, text_of(step.title, draft.locale), draft.step_url(step), has_files, views)


def given_for(draft: Draft, shown: Shown) -> Given:
    messages: dict[str, str] = {}
    for problem in shown.problems:
        messages.setdefault(problem.field, problem.message)
        messages.setdefault(_question_of(problem.field, draft), problem.message)
    stored = draft.application.answers
    answers = {**stored, **shown.typed}
    return Given(
        draft.form,
        answers,
        stored,
        draft.files,
        draft.deadlines,
        draft.locale,
        messages,
        shown.theirs,
        shown.growing,
        draft.application.revision,
        draft.privacy_url,
    )


def _question_of(field: str, draft: Draft) -> str:
    """A problem inside an entry is said at the entry alone."""
    key, _dot, rest = field.partition(".")
    return field if rest and key in draft.form.questions else key
