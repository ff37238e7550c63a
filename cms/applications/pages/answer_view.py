"""Answers as they are read: on the page of review, on that of the status, and beside one of another window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion, Question, Step, text_of
from cms.applications.pages.file_view import FileView
from cms.applications.pages.texts import say
from cms.content.rules.country import country_name
from cms.content.rules.date_label import date_range_label
from cms.content.rules.deadlines import Deadline, find_deadline


@dataclass(frozen=True, slots=True)
class AnswerView:
    """`text` or `lines` or `files`; none of them where there is no answer."""

    label: str
    text: str = ""
    lines: tuple[str, ...] = ()
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What answers are read from."""

    form: FormVersion
    answers: Mapping[str, Any]
    files: Mapping[str, Sequence[FileView]]
    deadlines: Sequence[Deadline]
    locale: str


def step_answers(step: Step, given: Answered) -> list[AnswerView]:
    """Of the questions that are asked."""
    return [_view(one, given) for one in step.questions if is_asked(given.form, one, given.answers)]


def _view(question: Question, given: Answered) -> AnswerView:
    label = text_of(question.label, given.locale)
    if question.type == "files":
        return AnswerView(label, files=tuple(given.files.get(question.key, ())))
    words = answer_words(question, given.answers.get(question.key), given.deadlines, given.locale)
    return AnswerView(label, lines=tuple(words)) if isinstance(words, list) else AnswerView(label, words)


def answer_words(question: Question, answer: Any, deadlines: Sequence[Deadline], locale: str) -> str | list[str]:
    """As people read it; "" for none."""
    if answer is None:
        return ""
    match question.type:
        case "choice":
            return question.option_label(str(answer), locale)
        case "choices":
            return [question.option_label(str(one), locale) for one in answer]
        case "country":
            return country_name(str(answer), locale)
        case "yes_no" | "consent":
            return say("question.yes" if answer else "question.no", locale)
        case "cutoff":
            found = find_deadline(deadlines, str(answer))
            return found.label(locale) if found else str(answer)
        case "date_ranges":
            return [_days(one, locale) for one in answer]
        case "texts":
            return [str(one) for one in answer]
        case "group":
            return [_entry(question, one, locale) for one in answer]
        case _:
            return str(answer)


def _days(days: Mapping[str, str], locale: str) -> str:
    start, end = days.get("start"), days.get("end")
    first = start or end
    return date_range_label(first, end if start else None, locale) if first else ""


def _entry(question: Question, entry: Mapping[str, Any], locale: str) -> str:
    """ "Region Zlín, authority, co-organiser (Confirmed)"."""
    texts = [str(entry[one.slug]) for one in question.options if isinstance(entry.get(one.slug), str)]
    ticked = [text_of(one.label, locale) for one in question.options if entry.get(one.slug) is True]
    return ", ".join(texts) + (f" ({', '.join(ticked)})" if ticked else "")
