"""The form description of each content type, from which the admin interface makes its forms."""

from collections.abc import Mapping
from typing import Optional

import strawberry

from cms.items.queries.forms import FieldForm, TypeForm


@strawberry.type
class Label:
    locale: str
    text: str


@strawberry.type
class Option:
    value: str
    labels: list[Label]


@strawberry.type
class Limit:
    name: str = strawberry.field(
        description="minimum, maximum, max_length, min_items, max_items or max_depth (of a part within itself)."
    )
    value: float


@strawberry.type
class PartChoice:
    kind: str = strawberry.field(description="The `kind` of such an element; empty where there is but one.")
    part: str = strawberry.field(description="Name of one of the content type's `parts`.")


@strawberry.type
class FieldDescription:
    name: str = strawberry.field(description="As in `data`.")
    kind: str = strawberry.field(description="Text, RichText, Date, Reference, EmbeddedList, …")
    required: bool = strawberry.field(description="To publish; a draft may be incomplete.")
    localized: bool = strawberry.field(description="Stored as {locale: value}.")
    fallback: bool = strawberry.field(description="One language is enough.")
    group: str
    help: str
    options: list[Option]
    limits: list[Limit]
    switches: list[str] = strawberry.field(
        description="many, multiline, images, single, relative, date_only, machine (filled in by the CMS, never set)."
    )
    parts: list[PartChoice] = strawberry.field(description="What may be nested here.")
    target: Optional[str] = strawberry.field(description="The content type referred to, `*` for any.")
    vocabulary: Optional[str]


@strawberry.type
class PartDescription:
    name: str
    fields: list[FieldDescription]


@strawberry.type
class ContentTypeDescription:
    name: str
    plural: str
    has_slug: bool = strawberry.field(description="Has an address of its own.")
    slug_date: str = strawberry.field(
        description="The field whose year ends the addresses that the CMS makes; empty for none."
    )
    is_library: bool = strawberry.field(description="Belongs to every site.")
    title_field: str
    fields: list[FieldDescription]
    parts: list[PartDescription]
    overridable: list[FieldDescription] = strawberry.field(
        description="What a site that shows such items may show differently, named by role; see `updateOverride`."
    )


def described(form: TypeForm) -> ContentTypeDescription:
    return ContentTypeDescription(
        name=form.name,
        plural=form.plural,
        has_slug=form.has_slug,
        slug_date=form.slug_date,
        is_library=form.is_library,
        title_field=form.title_field,
        fields=[_field(one) for one in form.fields],
        parts=[PartDescription(name=name, fields=[_field(one) for one in part]) for name, part in form.parts.items()],
        overridable=[_field(one) for one in form.overridable],
    )


def _field(form: FieldForm) -> FieldDescription:
    return FieldDescription(
        name=form.name,
        kind=form.kind,
        required=form.required,
        localized=form.localized,
        fallback=form.fallback,
        group=form.group,
        help=form.help,
        options=[_option(value, labels) for value, labels in form.options.items()],
        limits=[Limit(name=name, value=value) for name, value in form.limits.items()],
        switches=list(form.switches),
        parts=[PartChoice(kind=kind, part=part) for kind, part in form.parts.items()],
        target=form.target,
        vocabulary=form.vocabulary,
    )


def _option(value: str, labels: Mapping[str, str]) -> Option:
    return Option(value=value, labels=[Label(locale=locale, text=text) for locale, text in labels.items()])
