"""A question as the templates show it: what was answered (or typed, if it could not be kept), and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from cms.applications.application_files import most_bytes
from cms.applications.conditions import is_asked, is_required
from cms.applications.form_version import FormVersion
from cms.applications.pages.answer_marks import mark_of
from cms.applications.pages.autocomplete import autocomplete_of
from cms.applications.pages.file_view import FileView, file_size
from cms.applications.pages.hints import hint_of
from cms.applications.pages.linked_text import linked
from cms.applications.pages.rendering import control_template
from cms.applications.pages.texts import say
from cms.content.questions.asking import Control, EntryFields, Offer
from cms.content.questions.question import Condition, Question, text_of
from cms.content.rules.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Given:
    """What a page of the form is made from. `answers`: as they are `stored`, with what was just posted laid over them;
    `problems`: {field: message}; `theirs`: {question key: what another window says}; `files`: {question key: files};
    `growing`: the list that gets another empty entry."""

    form: FormVersion
    answers: Mapping[str, Any]
    stored: Mapping[str, Any]
    files: Mapping[str, Sequence[FileView]]
    deadlines: Sequence[Deadline]
    locale: str
    problems: Mapping[str, str]
    theirs: Mapping[str, str]
    growing: str = ""
    revision: int = 0
    privacy_url: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`template`: of the control (`cms.applications.pages.rendering`); `is_group`: several fields with one heading;
    `has_heading`: above the control; `is_hidden`: its condition does not hold (a script may show it);
    `mark`, `revision`: of what is stored; `is_typed`: something else is shown."""

    key: str
    template: str
    label: str
    linked_label: Markup
    hint: str
    autocomplete: str
    required: bool
    is_group: bool
    has_heading: bool
    is_hidden: bool
    mark: str
    revision: int
    is_typed: bool
    condition: Condition | None
    value: Any
    options: tuple[Offer, ...]
    entries: tuple[EntryFields, ...]
    can_add: bool
    can_remove: bool
    files: tuple[FileView, ...]
    max_length: int | None
    max_files: int
    max_bytes: int
    max_size: str
    accept: tuple[str, ...]
    problem: str | None
    theirs: str | None
    described_by: str


def question_view(question: Question, given: Given) -> QuestionView:
    answer, key, kind = given.answers.get(question.key), question.key, question.kind
    control = _control(question, given)
    hint, problem = hint_of(question, control), given.problems.get(key)
    entries = kind.entry_fields(question, answer, control)
    max_bytes = most_bytes(question)
    return QuestionView(
        key=key,
        template=control_template(kind),
        label=text_of(question.label, given.locale),
        linked_label=linked(text_of(question.linked_label or question.label, given.locale), given.privacy_url),
        hint=hint,
        autocomplete=autocomplete_of(given.form, question),
        required=_must_be_answered(question, given),
        is_group=kind.is_fieldset(question),
        has_heading=kind.has_heading,
        is_hidden=not is_asked(given.form, question, given.answers),
        mark=mark_of(given.stored.get(key)),
        revision=given.revision,
        is_typed=not kind.takes_files and answer != given.stored.get(key),
        condition=question.show_if,
        value=answer,
        options=tuple(kind.offers(question, answer, control)),
        entries=tuple(entries),
        can_add=kind.can_add(question, len(entries)),
        can_remove=kind.can_remove(question, len(entries)),
        files=tuple(given.files.get(key, ())),
        max_length=question.max_length,
        max_files=question.max_files or question.max or 1,
        max_bytes=max_bytes,
        max_size=file_size(max_bytes, given.locale),
        accept=question.accept,
        problem=problem,
        theirs=given.theirs.get(key),
        described_by=" ".join([*([f"h-{key}"] if hint else []), *([f"e-{key}"] if problem else [])]),
    )


def _control(question: Question, given: Given) -> Control:
    words = partial(say, locale=given.locale)
    return Control(given.deadlines, given.locale, words, given.problems, given.growing == question.key)


def _must_be_answered(question: Question, given: Given) -> bool:
    """A hidden one is marked as it will be once it is shown."""
    if is_asked(given.form, question, given.answers):
        return is_required(given.form, question, given.answers)
    return question.required
