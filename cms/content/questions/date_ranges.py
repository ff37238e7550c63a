"""A list of ranges of days, each {"start", "end"} in ISO; one without an end is one day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from cms.content.questions.asking import Control, EntryFields, Fault, PostedFields, Submission, Wording
from cms.content.questions.list_kind import ListKind
from cms.content.questions.measures import number_faults
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape, entries
from cms.content.rules.date_label import date_range_label

ENDS = ("start", "end")


class DateRanges(ListKind):
    name = "date_ranges"
    label = "Ranges of days"
    place = 110
    answered = 'Ranges of days: `[{"start": "2026-10-01", "end": "2026-10-02"}]`.'

    def posted(self, question: Question, posted: PostedFields) -> list[dict[str, str]]:
        return posted.entries(question.key)

    def cleaned(self, question: Question, value: Any) -> list[dict[str, str]] | None:
        found = [_range(one, str(at)) for at, one in enumerate(entries(value))]
        return [one for one in found if one] or None

    def faults(
        self, question: Question, answer: Sequence[Mapping[str, str]], submission: Submission
    ) -> Iterator[Fault]:
        yield from number_faults(question, answer)
        for at, one in enumerate(answer):
            yield from _range_faults(question, one, at, submission)

    def texts(self, question: Question, answer: Sequence[Mapping[str, str]], wording: Wording) -> list[str]:
        return [_days(one, wording.locale) for one in answer]

    def fields_of(self, question: Question, entry: Any, at: str, control: Control) -> EntryFields:
        days: Mapping[str, Any] = entry if isinstance(entry, Mapping) else {}
        told = (control.problems.get(one) for one in (at, *(f"{at}.{end}" for end in ENDS)))
        problem = next((one for one in told if one), None)
        return EntryFields(start=days.get("start", ""), end=days.get("end", ""), problem=problem)

    def first_field(self, question: Question) -> Sequence[str]:
        return ("0", "start")


def _range(value: Any, at: str) -> dict[str, str]:
    if not isinstance(value, Mapping) or value.keys() - set(ENDS):
        raise WrongShape("NOT_A_RANGE", at)
    return {name: _day(value[name], f"{at}.{name}") for name in ENDS if value.get(name)}


def _day(value: Any, at: str) -> str:
    try:
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise WrongShape("NOT_A_DAY", at)


def _range_faults(question: Question, days: Mapping[str, str], at: int, submission: Submission) -> Iterator[Fault]:
    if not days.get("start"):
        yield Fault("REQUIRED", f"{at}.start")
        return
    start = date.fromisoformat(days["start"])
    end = date.fromisoformat(days.get("end") or days["start"])
    if end < start:
        yield Fault("END_BEFORE_START", f"{at}.end")
    elif question.max_days and (end - start).days >= question.max_days:
        yield Fault("TOO_MANY_DAYS", f"{at}.end", {"max": question.max_days})
    yield from _lead_faults(question, start, at, submission)


def _lead_faults(question: Question, start: date, at: int, submission: Submission) -> Iterator[Fault]:
    if not question.days_ahead or submission.chosen is None:
        return
    earliest = date.fromisoformat(submission.chosen.wall[:10]) + timedelta(days=question.days_ahead)
    if start < earliest:
        day = date_range_label(earliest.isoformat(), None, submission.locale)
        yield Fault("TOO_SOON", f"{at}.start", {"days": question.days_ahead, "earliest": day})


def _days(days: Mapping[str, str], locale: str) -> str:
    start, end = days.get("start"), days.get("end")
    first = start or end
    return date_range_label(first, end if start else None, locale) if first else ""
