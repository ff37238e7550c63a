"""What the draft edition of an accepted application holds: facts about the event, nothing about people."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.content.fields import Report
from cms.content_types import registry

Answers = Mapping[str, Any]
HOST, SUPPORTER, ORGANISER = "host", "supporter", "organiser"


def edition_data(
    answers: Answers, locale: str, *, series: str | None, time_zone: str, dates: int = 0
) -> dict[str, Any]:
    """Of an `Edition`, as far as the answers tell it; the texts are in the applicant's language. `dates`: which of the
    preferred ones was chosen. The chosen ones stay tentative."""
    start, end = _days(answers, dates)
    facts = {
        "series": series,
        "city": _text(answers, "city", locale, 120),
        "region": _text(answers, "region", locale, 160),
        "country": answers.get("country"),
        "start": start,
        "end": end,
        "tentative": start is not None,
        "time_zone": time_zone,
        "theme": _text(answers, "theme", locale, 300),
        "sectors": list(answers.get("sectors") or ()),
    }
    return {name: value for name, value in facts.items() if value not in (None, {}, [])}


def host_data(answers: Answers, locale: str) -> dict[str, Any] | None:
    """The applicant as an `Organisation`; None where it has no name."""
    name = _text(answers, "organisation", locale, 200)
    facts = {"name": name, "country": answers.get("country"), "url": answers.get("website")}
    return {key: value for key, value in facts.items() if value} if name else None


def supporter_data(answers: Answers, locale: str) -> dict[str, Any] | None:
    """The authority of the region as an `Organisation`."""
    name = _text(answers, "regional_authority", locale, 200)
    facts = {"name": name, "country": answers.get("country")}
    return {key: value for key, value in facts.items() if value} if name else None


def partners(organisations: Sequence[tuple[str, str | None]]) -> list[dict[str, str]]:
    """(role, id of an organisation) of those that are known, each organisation once in each role."""
    known = dict.fromkeys((role, id) for role, id in organisations if id)
    return [{"role": role, "organisation": id} for role, id in known]


def cleaned(type: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what the type would refuse: an applicant's answer must never stand in the way of a decision."""
    kind = registry[type]
    return {name: value for name, value in data.items() if name in kind.fields and _is_fine(kind, name, value)}


def _is_fine(kind: Any, name: str, value: Any) -> bool:
    report = Report()
    kind.fields[name].clean(value, name, report)
    return not report.problems


def _text(answers: Answers, key: str, locale: str, longest: int) -> dict[str, str]:
    text = answers.get(key)
    return {locale: " ".join(text.split())[:longest]} if isinstance(text, str) and text.strip() else {}


def _days(answers: Answers, dates: int) -> tuple[str | None, str | None]:
    ranges = answers.get("preferred_dates") or []
    chosen = ranges[dates] if 0 <= dates < len(ranges) else {}
    return chosen.get("start"), chosen.get("end")
