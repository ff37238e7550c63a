"""The form description: what an admin form shows for each content type, derived from its declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cms.content.fields import Embedded, Field
from cms.content_types.content_type import ContentType, registry
from cms.content_types.overriding import override_part


@dataclass(frozen=True, slots=True)
class FieldForm:
    """`kind`: the name of the kind of field, or of the one whose control edits it. `limits`: {name: number};
    `switches`: what is on; `parts`: {block kind, or "" where there is but one: name of the part}."""

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
        kind.delivery.plural,
        kind.delivery.has_slug,
        kind.titles.year,
        kind.library,
        kind.titles.field,
        fields,
        nested,
        overridable,
    )


def _collect(part: type[Embedded], into: dict[str, type[Embedded]]) -> None:
    for field in part.fields.values():
        for nested in field.parts().values():
            if nested.__name__ not in into:
                into[nested.__name__] = nested
                _collect(nested, into)


def field_form(field: Field) -> FieldForm:
    settings = field.form()
    switches = {**settings.switches, "machine": field.machine}
    return FieldForm(
        name=field.name,
        kind=field.edited_as or type(field).__name__,
        required=field.required,
        localized=field.localized,
        fallback=field.fallback,
        group=field.group,
        help=field.doc,
        options=settings.options,
        limits={name: number for name, number in settings.limits.items() if number},
        switches=tuple(name for name, is_on in switches.items() if is_on),
        parts={kind: part.__name__ for kind, part in field.parts().items()},
        target=settings.target,
        vocabulary=settings.vocabulary,
    )
