"""What changed between two versions of an item, field by field and for texts word by word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cms.content_types.content_type import ContentType
from cms.items.history.entries import Entry, ValuePath, assembled, entries
from cms.items.history.words import Words, changed_words


@dataclass(frozen=True, slots=True)
class Difference:
    """`before` and `after` are None where there was nothing. For a list itself they are its elements as
    [{id, kind?}, …]. `words` is empty where the field holds no text."""

    at: str
    locale: str | None
    before: Any
    after: Any
    words: Words


def differences(kind: type[ContentType], before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """In the order of the fields, what was taken out last."""
    old, new = entries(kind, before), entries(kind, after)
    places = [*new, *(place for place in old if place not in new)]
    return [_difference(place, old.get(place), new.get(place)) for place in places if old.get(place) != new.get(place)]


def address_differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    """One at `slugs` for each language in which the item has another address. Both are {locale: slug}."""
    changed = (locale for locale in sorted({*before, *after}) if before.get(locale) != after.get(locale))
    return [Difference("slugs", locale, before.get(locale), after.get(locale), []) for locale in changed]


def applied(kind: type[ContentType], before: dict[str, Any], changes: Iterable[Difference]) -> dict[str, Any]:
    """`after`, made from `before` and the differences of both."""
    values: dict[ValuePath, Any] = {place: value for place, (_field, value) in entries(kind, before).items()}
    values |= {(change.at, change.locale): change.after for change in changes}
    return assembled(kind, {place: value for place, value in values.items() if value is not None})


def _difference(place: ValuePath, before: Entry | None, after: Entry | None) -> Difference:
    old, new = before and before[1], after and after[1]
    known = after or before
    return Difference(*place, old, new, changed_words(known[0], old, new) if known else [])
