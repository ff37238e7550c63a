"""What of an item follows Plone: the fields that nobody has changed here since the last import wrote them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from cms.content.fields import Report
from cms.content.richtext import without_heading_ids
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Invalid, Problem

Place = tuple[str, str | None]
"""A field, and the language of its text."""
Values = Mapping[Place, Any]
"""None for an empty one."""
UNKNOWN = "?"
"""In place of a digest: nobody knows what an import wrote there."""


@dataclass(frozen=True, slots=True)
class Following:
    """`changes`: what follows Plone; `kept`: what is left as it is here, though Plone has something else."""

    changes: dict[Place, Any]
    kept: list[Problem]


def follow(stored: Values, wanted: Values, remembered: Mapping[str, str] | None) -> Following:
    """`remembered`: {key of a place: digest} of what the last import wrote, None where nobody knows."""
    changes: dict[Place, Any] = {}
    kept: list[Problem] = []
    for place, value in wanted.items():
        if digest(stored[place]) == digest(value):
            continue
        if _is_as_written(place, stored, remembered):
            changes[place] = value
        else:
            kept.append(_kept(place, value, remembered))
    return Following(changes, kept)


def _is_as_written(place: Place, stored: Values, remembered: Mapping[str, str] | None) -> bool:
    if remembered is None:
        return stored[place] is None and not _has_text(stored, place[1])
    return remembered.get(key_of(place), digest(None)) == digest(stored[place])


def _has_text(stored: Values, locale: str | None) -> bool:
    """Whether anything stands there in this language: what nobody has begun is nobody's work."""
    return any(value is not None for (_name, language), value in stored.items() if language == locale)


def _kept(place: Place, value: Any, remembered: Mapping[str, str] | None) -> Problem:
    written = (remembered or {}).get(key_of(place), UNKNOWN)
    if written == UNKNOWN:
        code, message = "OTHER_HERE", "It differs from Plone, and nobody knows who changed it: it stays as it is here."
    elif written == digest(value):
        code, message = "CHANGED_HERE", "It was changed here: it stays as it is here."
    else:
        code, message = "CHANGED_ON_BOTH_SIDES", "It was changed here and in Plone: it stays as it is here."
    return Problem(place[0], code, message, place[1])


def memory_of(stored: Values, kept: Sequence[Problem], remembered: Mapping[str, str] | None) -> dict[str, str]:
    """{key: digest} to remember of what is stored now."""
    fields = {key_of(place): digest(value) for place, value in stored.items()}
    left = [key_of((one.field, one.locale)) for one in kept]
    return fields | {key: (remembered or {}).get(key, UNKNOWN) for key in left}


def key_of(place: Place) -> str:
    name, locale = place
    return f"{name}/{locale}" if locale else name


def digest(value: Any) -> str:
    """ "" for nothing; of the same value always the same. Ids of headings are ours, Plone knows nothing of them."""
    if value is None:
        return ""
    return hashlib.sha256(orjson.dumps(without_heading_ids(value), option=orjson.OPT_SORT_KEYS)).hexdigest()


def cleaned(kind: type[ContentType], wanted: Values) -> dict[Place, Any]:
    """As they are stored. Raises Invalid."""
    report = Report()
    data = kind.clean_item(nested(wanted), report)
    if report.problems:
        raise Invalid(report.problems)
    return values_at(data, wanted)


def nested(values: Values) -> dict[str, Any]:
    """As items hold them, without what is empty."""
    data: dict[str, Any] = {}
    for (name, locale), value in values.items():
        if value is not None and locale:
            data.setdefault(name, {})[locale] = value
        elif value is not None:
            data[name] = value
    return data


def values_at(data: Mapping[str, Any], places: Values) -> dict[Place, Any]:
    return {(name, locale): _at(data, name, locale) for name, locale in places}


def _at(data: Mapping[str, Any], name: str, locale: str | None) -> Any:
    value = data.get(name)
    return (value or {}).get(locale) if locale else value
