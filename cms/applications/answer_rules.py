"""The rules that an answer of the right shape must keep to be submitted."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from cms.applications.form_version import Question
from cms.applications.words import say
from cms.content.rules.date_label import date_range_label
from cms.content.rules.deadlines import Deadline, find_deadline
from cms.content.rules.email_address import email_fault
from cms.kernel.errors import Problem

NONE = "none"
"""The slug of an option that goes with no other ("None of these")."""
LONGEST = {"text": 500, "long_text": 10_000, "texts": 500, "email": 254, "phone": 40, "url": 2000}
"""In characters, where a question says nothing."""
_PHONE = re.compile(r"\+?[\d\s()/.,-]{5,40}(?:(?:x|ext\.?|kl\.?|вътр\.?)\s*\d{1,8})?", re.IGNORECASE)

Found = Iterator[tuple[str, str, dict[str, object]]]
"""(where in the answer, code, what its message tells)."""


def rule_problems(
    question: Question, answer: Any, deadlines: Sequence[Deadline], chosen: Deadline | None, locale: str
) -> Iterator[Problem]:
    """Of an answer that is there; `chosen` is the cut-off that is applied for."""
    for at, code, values in _broken(question, answer, deadlines, chosen, locale):
        field = f"{question.key}.{at}" if at else question.key
        yield Problem(field, code, say(code, locale, **values))


def _broken(
    question: Question, answer: Any, deadlines: Sequence[Deadline], chosen: Deadline | None, locale: str
) -> Found:
    if question.type == "cutoff":
        if find_deadline(deadlines, answer) is None:
            yield "", "NOT_A_CUTOFF", {}
    elif question.type == "date_ranges":
        yield from _number_of_entries(question, answer)
        yield from _ranges(question, answer, chosen, locale)
    else:
        yield from _RULES[question.type](question, answer)


def _length(question: Question, text: str, at: str = "") -> Found:
    longest = question.max_length or LONGEST.get(question.type, LONGEST["text"])
    if len(text) > longest:
        yield at, "TOO_LONG", {"max": longest, "now": len(text), "over": len(text) - longest}


def _email(question: Question, text: str) -> Found:
    if fault := email_fault(text):
        yield "", fault, {}


def _phone(question: Question, text: str) -> Found:
    if not _PHONE.fullmatch(text):
        yield "", "NOT_A_PHONE", {}


def _url(question: Question, text: str) -> Found:
    try:
        parts = urlsplit(text)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        is_one = False
    if not is_one or len(text) > LONGEST["url"]:
        yield "", "NOT_AN_ADDRESS", {}


def _number(question: Question, number: int) -> Found:
    if question.min is not None and number < question.min:
        yield "", "TOO_SMALL", {"min": question.min}
    if question.max is not None and number > question.max:
        yield "", "TOO_BIG", {"max": question.max}


def _number_of_entries(question: Question, entries: Sequence[Any]) -> Found:
    if question.min is not None and len(entries) < question.min:
        yield "", "TOO_FEW", {"min": question.min}
    if question.max is not None and len(entries) > question.max:
        yield "", "TOO_MANY", {"max": question.max}


def _options(question: Question, slugs: Sequence[str]) -> Found:
    yield from _number_of_entries(question, slugs)
    if NONE in slugs and len(slugs) > 1:
        yield "", "NONE_AND_OTHERS", {}
    if not question.slugs.issuperset(slugs):
        yield "", "NOT_AN_OPTION", {}


def _option(question: Question, slug: str) -> Found:
    if slug not in question.slugs:
        yield "", "NOT_AN_OPTION", {}


def _texts(question: Question, lines: Sequence[str]) -> Found:
    yield from _number_of_entries(question, lines)
    for at, line in enumerate(lines):
        yield from _length(question, line, str(at))


def _group(question: Question, entries: Sequence[Mapping[str, Any]]) -> Found:
    """The first part of each entry, such as a name, must be there."""
    yield from _number_of_entries(question, entries)
    first = question.options[0].slug if question.options else None
    for at, entry in enumerate(entries):
        if first and not entry.get(first):
            yield f"{at}.{first}", "REQUIRED", {}
        for part, value in entry.items():
            if isinstance(value, str):
                yield from _length(question, value, f"{at}.{part}")


def _files(question: Question, files: Sequence[Any]) -> Found:
    most = question.max_files or question.max
    if most is not None and len(files) > most:
        yield "", "TOO_MANY_FILES", {"max": most}
    if question.min is not None and len(files) < question.min:
        yield "", "TOO_FEW", {"min": question.min}


def _ranges(question: Question, ranges: Sequence[Mapping[str, str]], chosen: Deadline | None, locale: str) -> Found:
    for at, one in enumerate(ranges):
        if not one.get("start"):
            yield f"{at}.start", "REQUIRED", {}
            continue
        start = date.fromisoformat(one["start"])
        end = date.fromisoformat(one.get("end") or one["start"])
        if end < start:
            yield f"{at}.end", "END_BEFORE_START", {}
        elif question.max_days and (end - start).days >= question.max_days:
            yield f"{at}.end", "TOO_MANY_DAYS", {"max": question.max_days}
        yield from _lead(question, start, at, chosen, locale)


def _lead(question: Question, start: date, at: int, chosen: Deadline | None, locale: str) -> Found:
    if not question.days_ahead or chosen is None:
        return
    earliest = date.fromisoformat(chosen.wall[:10]) + timedelta(days=question.days_ahead)
    if start < earliest:
        day = date_range_label(earliest.isoformat(), None, locale)
        yield f"{at}.start", "TOO_SOON", {"days": question.days_ahead, "earliest": day}


def _nothing(question: Question, answer: Any) -> Found:
    return iter(())


_RULES: Mapping[str, Callable[[Question, Any], Found]] = {
    "text": _length,
    "long_text": _length,
    "email": _email,
    "phone": _phone,
    "url": _url,
    "number": _number,
    "choice": _option,
    "choices": _options,
    "texts": _texts,
    "group": _group,
    "files": _files,
    "yes_no": _nothing,
    "country": _nothing,
    "consent": _nothing,
}
