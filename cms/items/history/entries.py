"""An item's data as a flat table: one entry per stored value, and one per list that tells its elements and order."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from cms.content.fields import Embedded, EmbeddedList, EmbeddedOne, Field
from cms.content_types.content_type import ContentType

ValuePath: TypeAlias = tuple[str, str | None]
"""(dotted path with the ids of list elements, locale)."""
Entry: TypeAlias = tuple[Field, Any]
ELEMENT_KEYS = ("id", "kind")


def entries(kind: type[ContentType], data: dict[str, Any]) -> dict[ValuePath, Entry]:
    """{place: (field, value)}; of a list the value is [{id, kind?}, …]."""
    return dict(_part_entries(kind, data, "", None))


def _part_entries(
    part: type[Embedded], data: dict[str, Any], at: str, locale: str | None
) -> Iterator[tuple[ValuePath, Entry]]:
    for name, field in part.fields.items():
        value, where = data.get(name), f"{at}.{name}" if at else name
        if field.localized:
            for one, text in (value or {}).items():
                yield from _value_entries(field, text, where, one)
        elif value is not None:
            yield from _value_entries(field, value, where, locale)


def _value_entries(field: Field, value: Any, at: str, locale: str | None) -> Iterator[tuple[ValuePath, Entry]]:
    if isinstance(field, EmbeddedOne):
        yield from _part_entries(field.part, value, at, locale)
    elif isinstance(field, EmbeddedList):
        yield (at, locale), (field, [{key: one[key] for key in ELEMENT_KEYS if key in one} for one in value])
        for one in value:
            yield from _part_entries(field.part_of(one), one, f"{at}.{one['id']}", locale)
    else:
        yield (at, locale), (field, value)


def assembled(kind: type[ContentType], values: dict[ValuePath, Any]) -> dict[str, Any]:
    """The data of which `values` ({place: value}) are the entries."""
    return _part(kind, values, "", None)


def _part(part: type[Embedded], values: dict[ValuePath, Any], at: str, locale: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, field in part.fields.items():
        where = f"{at}.{name}" if at else name
        if field.localized:
            locales = [one for path, one in values if path == where or path.startswith(f"{where}.")]
            texts = {one: _value(field, values, where, one) for one in dict.fromkeys(locales)}
            value = {one: text for one, text in texts.items() if text is not None} or None
        else:
            value = _value(field, values, where, locale)
        if value is not None:
            made[name] = value
    return made


def _value(field: Field, values: dict[ValuePath, Any], at: str, locale: str | None) -> Any:
    if isinstance(field, EmbeddedOne):
        return _part(field.part, values, at, locale) or None
    value = values.get((at, locale))
    if isinstance(field, EmbeddedList) and value is not None:
        return [{**one, **_part(field.part_of(one), values, f"{at}.{one['id']}", locale)} for one in value]
    return value
