"""The form description of each content type, from which the admin interface makes its forms."""

from collections.abc import Mapping
from typing import Optional

import strawberry

from cms.items.queries.forms import FieldForm, TypeForm


@strawberry.type(description="A text in one language of the interface.")
class Label:
    locale: str = strawberry.field(description="Such as en.")
    text: str = strawberry.field(description="As people read it.")


@strawberry.type(description="One of the values that a field may have.")
class Option:
    value: str = strawberry.field(description="As it is stored.")
    labels: list[Label] = strawberry.field(description="What it is called in each language of the interface.")


@strawberry.type(description="A number that a field's values are held to.")
class Limit:
    name: str = strawberry.field(
        description="minimum, maximum, max_length, min_items, max_items or max_depth (of a part within itself)."
    )
    value: float = strawberry.field(description="Included in what is allowed.")


@strawberry.type(description="A part that may be nested in a field.")
class PartChoice:
    kind: str = strawberry.field(description="The `kind` of such an element; empty where there is but one.")
    part: str = strawberry.field(description="Name of one of the content type's `parts`.")


@strawberry.type(description="One field of a content type or of a part.")
class FieldDescription:
    name: str = strawberry.field(description="As in `data`.")
    kind: str = strawberry.field(description="Text, RichText, Date, Reference, EmbeddedList, …")
    required: bool = strawberry.field(description="To publish; a draft may be incomplete.")
    localized: bool = strawberry.field(description="Stored as {locale: value}.")
    fallback: bool = strawberry.field(description="One language is enough.")
    group: str = strawberry.field(description="The section of the form that it stands in, such as content.")
    help: str = strawberry.field(description="What editors should know of it, in English; may be empty.")
    options: list[Option] = strawberry.field(description="What may be chosen; empty where that is not fixed.")
    limits: list[Limit] = strawberry.field(description="Numbers that values are held to.")
    switches: list[str] = strawberry.field(
        description="many, multiline, images, single, relative, date_only, machine (filled in by the CMS, never set)."
    )
    parts: list[PartChoice] = strawberry.field(description="What may be nested here.")
    target: Optional[str] = strawberry.field(description="The content type referred to, `*` for any.")
    vocabulary: Optional[str] = strawberry.field(
        description="Key of the vocabulary whose terms are chosen; null for other fields."
    )


@strawberry.type(description="Fields that are nested together in fields of items, such as one block or one day.")
class PartDescription:
    name: str = strawberry.field(description="Unique within the content type; `PartChoice.part` names it.")
    fields: list[FieldDescription] = strawberry.field(description="In the order of the form.")


@strawberry.type(description="A content type: what its items hold, and what their form is made of.")
class ContentTypeDescription:
    name: str = strawberry.field(description="As `type` of items, such as NewsItem.")
    plural: str = strawberry.field(description="What the delivery API calls its list.")
    has_slug: bool = strawberry.field(description="Has an address of its own.")
    slug_date: str = strawberry.field(
        description="The field whose year ends the addresses that the CMS makes; empty for none."
    )
    is_library: bool = strawberry.field(description="Belongs to every site.")
    title_field: str = strawberry.field(description="Name of the field that items are called by.")
    fields: list[FieldDescription] = strawberry.field(description="In the order of the form.")
    parts: list[PartDescription] = strawberry.field(
        description="Everything that is nested in its fields, each once; a part may contain itself."
    )
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
