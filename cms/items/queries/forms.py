"""The form description: what an admin form shows for each content type, derived from its declaration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cms.content.fields import Blocks, Choice, Embedded, EmbeddedList, EmbeddedOne, Field, Reference, Terms, TextList
from cms.content_types.content_type import ContentType, registry
from cms.content_types.overriding import override_part

LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "max_length": "max_length",
    "min_items": "min_items",
    "max_items": "max_items",
    "depth": "max_depth",
}
SWITCHES = ("many", "multiline", "images", "single", "relative", "date_only", "machine")


@dataclass(frozen=True, slots=True)
class FieldForm:
    """`kind` is the field kind by name. `limits`: {name: number}; `switches`: what is on; `parts`: {block kind, or ""
    where there is but one: name of the part}."""

    name: str
    kind: str
    required: bool
    localized: bool
    fallback: bool
    group: str
    help: str
    options: Mapping[str, Mapping[str, str]]
    limits: Mapping[str, float]
    switches: tuple[str, ...]
    parts: Mapping[str, str]
    target: str | None
    vocabulary: str | None


@dataclass(frozen=True, slots=True)
class TypeForm:
    """`parts`: {name: fields} of everything nested, which may contain itself. `overridable`: what a site may show
    differently, each named by its role."""

    name: str
    plural: str
    has_slug: bool
    slug_date: str
    is_library: bool
    title_field: str
    fields: list[FieldForm]
    parts: Mapping[str, list[FieldForm]]
    overridable: list[FieldForm]


def type_forms() -> list[TypeForm]:
    return [type_form(registry[name]) for name in sorted(registry)]


def type_form(kind: type[ContentType]) -> TypeForm:
    parts: dict[str, type[Embedded]] = {}
    _collect(kind, parts)
    nested = {name: [field_form(field) for field in part.fields.values()] for name, part in parts.items()}
    fields = [field_form(field) for field in kind.fields.values()]
    overridable = [
        replace(field_form(field), name=role, required=False) for role, field in override_part(kind).fields.items()
    ]
    return TypeForm(
        kind.type_name,
        kind.plural,
        kind.has_slug,
        kind.slug_date,
        kind.library,
        kind.title_field,
        fields,
        nested,
        overridable,
    )


def _collect(part: type[Embedded], into: dict[str, type[Embedded]]) -> None:
    for field in part.fields.values():
        for _kind, nested in parts_of(field):
            if nested.__name__ not in into:
                into[nested.__name__] = nested
                _collect(nested, into)


def parts_of(field: Field) -> Iterator[tuple[str, type[Embedded]]]:
    if isinstance(field, Blocks):
        yield from field.kinds.items()
    elif isinstance(field, EmbeddedList | EmbeddedOne):
        yield "", field.part


def field_form(field: Field) -> FieldForm:
    return FieldForm(
        name=field.name,
        kind=type(field).__name__,
        required=field.required,
        localized=field.localized,
        fallback=field.fallback,
        group=field.group,
        help=field.doc,
        options=field.options if isinstance(field, Choice) else {},
        limits=_limits(field),
        switches=tuple(name for name in SWITCHES if getattr(field, name, False)),
        parts={kind: part.__name__ for kind, part in parts_of(field)},
        target=field.to if isinstance(field, Reference) else None,
        vocabulary=field.vocabulary if isinstance(field, Terms) else None,
    )


def _limits(field: Field) -> dict[str, Any]:
    found = {shown: getattr(field, name, None) for name, shown in LIMITS.items()}
    if isinstance(field, TextList):
        found["max_length"] = field.line.max_length
    return {name: value for name, value in found.items() if value}
