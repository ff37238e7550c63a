"""An item's data as a flat table: one entry per stored value, and one per list that tells its elements and order."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from cms.content.fields import Embedded, Field
from cms.content_types.content_type import ContentType

ValuePath: TypeAlias = tuple[str, str | None]
"""(dotted path with the ids of list elements, locale)."""
Entry: TypeAlias = tuple[Field, Any]


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
    own = field.own_value(value)
    if own is not None:
        yield (at, locale), (field, own)
    for one in field.inside(value):
        yield from _part_entries(one.part, one.data, one.at(at), locale)


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
    return field.with_parts(
        values.get((at, locale)), lambda one: {**one.data, **_part(one.part, values, one.at(at), locale)}
    )
