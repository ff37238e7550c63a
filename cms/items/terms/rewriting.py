"""Terms in an item's data, in however deep a part: which are used, and the same data with other ones."""

from collections.abc import Mapping
from typing import Any

from cms.content.fields import Embedded, EmbeddedList, EmbeddedOne, Field, Terms


def used_terms(part: type[Embedded], data: Mapping[str, Any]) -> dict[str, set[str]]:
    """{vocabulary: slugs}."""
    found: dict[str, set[str]] = {}
    for leaf in part.leaves(dict(data), ""):
        if isinstance(leaf.field, Terms):
            slugs = [leaf.value] if leaf.field.single else leaf.value
            found.setdefault(leaf.field.vocabulary, set()).update(slugs)
    return found


def with_terms(
    part: type[Embedded], data: Mapping[str, Any], vocabulary: str, moved: Mapping[str, str]
) -> dict[str, Any]:
    """The same data with the terms `moved` ({old: new}) of one vocabulary; a list has each term once."""
    return {name: _moved(part.fields.get(name), value, vocabulary, moved) for name, value in data.items()}


def _moved(field: Field | None, value: Any, vocabulary: str, moved: Mapping[str, str]) -> Any:
    if field is None or value is None:
        return value
    if field.localized:
        return {locale: _value(field, one, vocabulary, moved) for locale, one in value.items()}
    return _value(field, value, vocabulary, moved)


def _value(field: Field, value: Any, vocabulary: str, moved: Mapping[str, str]) -> Any:
    if isinstance(field, Terms) and field.vocabulary == vocabulary:
        if field.single:
            return moved.get(value, value)
        return list(dict.fromkeys(moved.get(slug, slug) for slug in value))
    if isinstance(field, EmbeddedList):
        return [with_terms(field.part_of(one), one, vocabulary, moved) for one in value]
    if isinstance(field, EmbeddedOne):
        return with_terms(field.part, value, vocabulary, moved)
    return value
