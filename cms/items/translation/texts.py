"""The texts of an item that are translated one by one: each localized field, with the ids of the parts it lies in.

A body of blocks is one text: each language tells its own story in blocks of its own.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from cms.content.fields import Embedded, EmbeddedList, EmbeddedOne, Field
from cms.content.richtext import without_heading_ids
from cms.content_types.content_type import ContentType

NO_TEXT = ""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """`values`: {locale: what is stored in it}."""

    field: Field
    values: Mapping[str, Any]


def texts(kind: type[ContentType], data: dict[str, Any]) -> dict[str, LocalizedText]:
    """{dotted path with element ids: text}, in the order of the fields."""
    return dict(_texts(kind, data, ""))


def has_texts(part: type[Embedded], seen: Collection[type[Embedded]] = ()) -> bool:
    """Whether anything in such a part is written per language."""
    return part not in seen and any(
        field.localized or (isinstance(field, EmbeddedOne | EmbeddedList) and has_texts(field.part, (*seen, part)))
        for field in part.fields.values()
    )


def text_hash(value: Any) -> str:
    """Equal for equal texts; "" for none. An id that a heading is given makes no other text of it."""
    if Field.is_empty(value):
        return NO_TEXT
    plain = without_heading_ids(value)
    return hashlib.sha256(orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)).hexdigest()[:24]


def with_text(data: dict[str, Any], at: str, locale: str, value: Any) -> dict[str, Any]:
    """The same data with this text in it. The part that it lies in must be there."""
    return _with(data, at.split("."), locale, value)


def _texts(part: type[Embedded], data: dict[str, Any], at: str) -> Iterator[tuple[str, LocalizedText]]:
    for name, field in part.fields.items():
        value, where = data.get(name), f"{at}.{name}" if at else name
        if value is None:
            continue
        if field.localized:
            yield where, LocalizedText(field, value)
        elif isinstance(field, EmbeddedOne):
            yield from _texts(field.part, value, where)
        elif isinstance(field, EmbeddedList):
            for element in value:
                yield from _texts(field.part_of(element), element, f"{where}.{element['id']}")


def _with(value: Any, path: list[str], locale: str, text: Any) -> Any:
    if not path:
        return {**(value or {}), locale: text}
    first, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_with(one, rest, locale, text) if one["id"] == first else one for one in value]
    return {**value, first: _with(value.get(first), rest, locale, text)}
