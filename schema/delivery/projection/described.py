"""What the API says of types and fields: the words of their declarations, else what editors read as their labels."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Embedded
from cms.content_types import registry
from cms.content_types.declarations import parts_of
from cms.content_types.type_texts import common_texts, texts_of
from schema.delivery.projection.field_resolver import FieldResolver


def type_description(cls: Any, part: type[Embedded]) -> str:
    """`cls`: the delivered class, whose docstring comes first; then that of the declaration."""
    return _line(cls.__doc__ or part.__doc__ or "") or called(part)


def field_description(cls: type, part: type[Embedded], attr: str, resolver: FieldResolver) -> str:
    name = resolver.field_name or attr
    return own_words(cls, part, attr, resolver) or _label(part, "fields", name) or _in_words(attr)


def own_words(cls: type, part: type[Embedded], attr: str, resolver: FieldResolver) -> str:
    """Of the resolver, the declared field, or an interface of the delivered class."""
    declared = part.fields.get(resolver.field_name or attr)
    return _line(resolver.description or (declared.description if declared else "") or _of_interface(cls, attr))


def _of_interface(cls: type, attr: str) -> str:
    definitions = (getattr(base, "__strawberry_definition__", None) for base in cls.__mro__[1:])
    fields = (field for one in definitions if one for field in one.fields)
    return next((field.description or "" for field in fields if field.python_name == attr), "")


def _line(text: str) -> str:
    return " ".join(text.split())


def called(part: type[Embedded]) -> str:
    """In English, as editors read it."""
    if part.__name__ in registry:
        return texts_of(part.__name__, part.__module__).sections.get("singular", {}).get("en", part.__name__)
    return _label(part, "parts", part.__name__) or part.__name__


def _label(part: type[Embedded], section: str, name: str) -> str:
    """In English, from the texts of a content type that it is in; "" where they have none."""
    texts = [*(texts_of(kind.__name__, kind.__module__) for kind in _owners(part)), common_texts()]
    return next((words["en"] for one in texts if "en" in (words := one.words(section, name))), "")


def _owners(part: type[Embedded]) -> Iterator[type[Embedded]]:
    return (kind for kind in registry.values() if part is kind or part in parts_of(kind))


def _in_words(attr: str) -> str:
    """ "page_count" → "Page count"."""
    return attr.strip("_").replace("_", " ").capitalize()
