"""A question as the templates show it: what was answered (or typed, if it could not be kept), and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from cms.applications.application_files import most_bytes
from cms.applications.conditions import is_asked, is_required
from cms.applications.form_version import Condition, FormVersion, Question, text_of
from cms.applications.pages.answer_marks import mark_of
from cms.applications.pages.autocomplete import autocomplete_of
from cms.applications.pages.file_view import FileView, file_size
from cms.applications.pages.hints import hint_of
from cms.applications.pages.linked_text import linked
from cms.applications.pages.options import Option, options_of
from cms.applications.pages.posted_answers import TICKED
from cms.content.rules.deadlines import Deadline

LISTS = ("texts", "date_ranges", "group")
IN_FIELDSETS = ("choice", "choices", "cutoff", "yes_no", "files", *LISTS)


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
class Part:
    """One field of an entry of a group."""

    key: str
    label: str
    value: Any
    is_tick: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    value: str = ""
    start: str = ""
    end: str = ""
    parts: tuple[Part, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`is_group`: several fields with one heading; `is_hidden`: its condition does not hold (a script may show it);
    `mark`, `revision`: of what is stored; `is_typed`: something else is shown."""

    key: str
    type: str
    label: str
    linked_label: Markup
    hint: str
    autocomplete: str
    required: bool
    is_group: bool
    is_hidden: bool
    mark: str
    revision: int
    is_typed: bool
    condition: Condition | None
    value: Any
    options: tuple[Option, ...]
    entries: tuple[Entry, ...]
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
    answer, key = given.answers.get(question.key), question.key
    hint, problem = hint_of(question, given.locale), given.problems.get(key)
    entries = _entries(question, answer, given)
    max_bytes = most_bytes(question)
    return QuestionView(
        key=key,
        type=question.type,
        label=text_of(question.label, given.locale),
        linked_label=linked(text_of(question.linked_label or question.label, given.locale), given.privacy_url),
        hint=hint,
        autocomplete=autocomplete_of(given.form, question),
        required=_must_be_answered(question, given),
        is_group=question.type in IN_FIELDSETS and not _is_select(question, given),
        is_hidden=not is_asked(given.form, question, given.answers),
        mark=mark_of(given.stored.get(key)),
        revision=given.revision,
        is_typed=question.type != "files" and answer != given.stored.get(key),
        condition=question.show_if,
        value=answer,
        options=options_of(question, answer, given.deadlines, given.locale),
        entries=entries,
        can_add=question.type in LISTS and (question.max is None or len(entries) < question.max),
        can_remove=len(entries) > _least(question),
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


def _must_be_answered(question: Question, given: Given) -> bool:
    """A hidden one is marked as it will be once it is shown."""
    if is_asked(given.form, question, given.answers):
        return is_required(given.form, question, given.answers)
    return question.required


def _is_select(question: Question, given: Given) -> bool:
    return question.type == "choice" and len(question.options) > 8


def _entries(question: Question, answer: Any, given: Given) -> tuple[Entry, ...]:
    """Those that were given, and empty ones: as many as there must be, or one more where that was asked for."""
    if question.type not in LISTS:
        return ()
    stored = list(answer) if isinstance(answer, list) else []
    least = max(_least(question), len(stored) + (given.growing == question.key))
    most = question.max or least
    blank = "" if question.type == "texts" else {}
    padded = [*stored, *[blank] * (min(least, max(most, len(stored))) - len(stored))]
    return tuple(_entry(question, one, f"{question.key}.{at}", given) for at, one in enumerate(padded))


def _least(question: Question) -> int:
    return max(question.min or 0, 1 if question.required else 0)


def _entry(question: Question, value: Any, at: str, given: Given) -> Entry:
    if question.type == "texts":
        return Entry(value=str(value), problem=_problem(at, given))
    known: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    if question.type == "group":
        return Entry(parts=tuple(_part(one, known, at, given) for one in question.options), problem=_problem(at, given))
    inside = next(
        (_problem(f"{at}.{name}", given) for name in ("start", "end") if f"{at}.{name}" in given.problems), None
    )
    return Entry(start=known.get("start", ""), end=known.get("end", ""), problem=_problem(at, given) or inside)


def _part(part: Any, entry: Mapping[str, Any], at: str, given: Given) -> Part:
    value, label = entry.get(part.slug), text_of(part.label, given.locale)
    return Part(
        part.slug,
        label,
        value in (True, TICKED) if part.is_tick else value,
        part.is_tick,
        _problem(f"{at}.{part.slug}", given),
    )


def _problem(field: str, given: Given) -> str | None:
    return given.problems.get(field)
