"""Terms in an item's data, in however deep a part: which are used, and the same data with other ones."""

from collections.abc import Mapping
from typing import Any

from cms.content.fields import Embedded, Field


def used_terms(part: type[Embedded], data: Mapping[str, Any]) -> dict[str, set[str]]:
    """{vocabulary: slugs}."""
    found: dict[str, set[str]] = {}
    for leaf in part.leaves(dict(data), ""):
        for use in leaf.field.value_terms(leaf.value):
            found.setdefault(use.vocabulary, set()).add(use.slug)
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
    own = field.with_terms(value, vocabulary, moved)
    return field.with_parts(own, lambda one: with_terms(one.part, one.data, vocabulary, moved))
