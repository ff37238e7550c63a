"""The texts of an item that are translated one by one: each localized field, with the ids of the parts it lies in.

A body of blocks is one text: each language tells its own story in blocks of its own.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from cms.content.fields import Embedded, Field
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
        field.localized or any(has_texts(inner, (*seen, part)) for inner in field.parts().values())
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
            continue
        for one in field.inside(value):
            yield from _texts(one.part, one.data, one.at(where))


def _with(value: Any, path: list[str], locale: str, text: Any) -> Any:
    if not path:
        return {**(value or {}), locale: text}
    first, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_with(one, rest, locale, text) if one["id"] == first else one for one in value]
    return {**value, first: _with(value.get(first), rest, locale, text)}
