"""How each kind of field is read."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import Any, Optional

from strawberry.utils.str_converters import to_camel_case

from cms.content import fields
from cms.content.fields import Field
from cms.content.fields.delivery import Scalar
from schema.delivery.projection import delivered as types
from schema.delivery.projection.enums import enum_of
from schema.delivery.projection.field_resolver import FieldResolver, WantedItem
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.scalars import Html, Locale
from schema.delivery.time_scalars import Date, LocalDateTime, LocalTime, PartialDate
from schema.delivery.values import (
    CountryName,
    File,
    Image,
    LaterHtml,
    RichText,
    Term,
    country_name,
    file_of,
    image_of,
    term,
)

SCALARS: dict[str, Any] = {
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
    "Locale": Locale,
    "Date": Date,
    "PartialDate": PartialDate,
    "LocalDateTime": LocalDateTime,
    "LocalTime": LocalTime,
}


def _shown_as(field: Field) -> str:
    """Its name in GraphQL."""
    return to_camel_case(field.delivered_as or field.name)


class DeclaredResolver(FieldResolver):
    """Reads one declared field; subclasses say what becomes of a present value."""

    empty: Any = None

    def __init__(self, field: Field, annotation: Any) -> None:
        super().__init__(annotation, (field.name,))
        self.field = field
        self.description = field.description
        self.name = self.field_name = field.name
        self.localized = field.localized
        self.fallback = field.fallback

    def stored(self, entry: PublishedItem) -> Any:
        return entry.text(self.name, fallback=self.fallback) if self.localized else entry.data.get(self.name)

    def read(self, entry: PublishedItem, selection: Selection) -> Any:
        value = self.stored(entry)
        return self.empty if value is None else self.convert(value, entry, selection)

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return value


class LeadingResolver(DeclaredResolver):
    """One whose value names other items, or has parts that do."""

    def leads_on(self, selection: Selection) -> bool:
        return True

    def references(self, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        value = self.stored(entry)
        return iter(()) if value is None else self.value_references(value, entry, selection)

    @abstractmethod
    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]: ...


class PlainResolver(DeclaredResolver):
    """Delivered as it is stored."""

    def __init__(self, field: Field, shown: Scalar) -> None:
        one = SCALARS[shown.name]
        many: Any = list[one] if shown.is_list else one
        super().__init__(field, many if shown.is_required else Optional[many])
        self.empty = shown.empty

    def read(self, entry: PublishedItem, selection: Selection) -> Any:
        value = self.stored(entry)
        return self.empty if value is None else value


class EnumResolver(DeclaredResolver):
    def __init__(self, field: fields.Choice) -> None:
        self.enum = enum_of(field.enum, field.options)
        super().__init__(field, self.enum if field.required else Optional[self.enum])

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return self.enum(value)


class LabelResolver(DeclaredResolver):
    """The label of a choice in the reader's language, beside the enum."""

    def __init__(self, field: fields.Choice) -> None:
        super().__init__(field, str if field.required else Optional[str])
        self.description = f"`{_shown_as(field)}` in words, in the language that is read."
        self.options = field.options

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> str:
        return entry.reading.label(self.options, value)


class ChoiceTermResolver(LabelResolver):
    """A choice shown as a term."""

    def __init__(self, field: fields.Choice) -> None:
        super().__init__(field)
        self.description = field.description
        self.annotation = Term if field.required else Optional[Term]

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return Term(slug=value, label=entry.reading.label(self.options, value))


class TermsResolver(DeclaredResolver):
    loads = ("terms",)

    def __init__(self, field: fields.Terms) -> None:
        super().__init__(field, Optional[Term] if field.single else list[Term])
        self.vocabulary = field.vocabulary
        self.single = field.single
        self.empty = None if field.single else []

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        slugs = [value] if self.single else value
        found = [one for slug in slugs if (one := term(entry.reading, self.vocabulary, slug))]
        return (found[0] if found else None) if self.single else found


class CountryResolver(DeclaredResolver):
    loads = ("terms",)

    def __init__(self, field: fields.Country) -> None:
        # of a type that requires it too: types that do not stand beside it in the same unions
        super().__init__(field, list[CountryName] if field.many else Optional[CountryName])
        self.many = field.many
        self.empty = [] if field.many else None

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        names = [country_name(entry.reading, code) for code in ([value] if not self.many else value)]
        return names if self.many else names[0]


class RichTextResolver(LeadingResolver):
    """Safe HTML, with links to items and files filled in."""

    def __init__(self, field: fields.RichText) -> None:
        super().__init__(field, Optional[Html])

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return LaterHtml(entry.reading, value)

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        nothing = Selection()
        return ((id, nothing) for _kind, id in entry.reading.shown(value).references)


class RichTextFormsResolver(RichTextResolver):
    """The same text as json, html, text and references."""

    def __init__(self, field: fields.RichText) -> None:
        super().__init__(field)
        self.description = f"`{_shown_as(field)}` as JSON, HTML and plain text, with the items and files it refers to."
        self.annotation = Optional[RichText]

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return RichText(entry.reading, value)


class ReferenceResolver(LeadingResolver):
    """Another item, null when it is not live on this site."""

    def __init__(self, field: fields.Reference) -> None:
        super().__init__(field, Optional[delivered(field.to)])

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return entry.reading.view(value, selection)

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        yield value, selection


class ReferencesResolver(ReferenceResolver):
    """Other items in their order; one that is not live is null so that it does not take the list with it."""

    def __init__(self, field: fields.References) -> None:
        super().__init__(field)
        self.annotation = list[Optional[delivered(field.to)]]
        self.empty = []

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return [entry.reading.view(id, selection) for id in value]

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        return ((id, selection) for id in value)


class FileResolver(LeadingResolver):
    def __init__(self, field: fields.File) -> None:
        super().__init__(field, Optional[Image] if field.images else Optional[File])
        self.make: Callable[..., Any] = image_of if field.images else file_of

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return self.make(entry.reading, value)

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        yield value, Selection()


class PartResolver(LeadingResolver):
    """A part, or none."""

    def __init__(self, field: fields.EmbeddedOne | fields.EmbeddedList, name: str) -> None:
        super().__init__(field, Optional[delivered(name)])
        self.type_name = name

    def leads_on(self, selection: Selection) -> bool:
        return bool(types.projections[self.type_name].plan(selection).leading)

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        return types.projections[self.type_name].plan(selection).build(entry.part(value))

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        plan = types.projections[self.type_name].plan(selection)
        yield from plan.references(entry.part(value))


class PartsResolver(PartResolver):
    """A list of parts."""

    def __init__(self, field: fields.EmbeddedList, name: str) -> None:
        super().__init__(field, name)
        self.annotation = list[delivered(name)]
        self.empty = []

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        plan = types.projections[self.type_name].plan(selection)
        return [plan.build(entry.part(one)) for one in value]

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        plan = types.projections[self.type_name].plan(selection)
        for one in value:
            yield from plan.references(entry.part(one))


class BlocksResolver(LeadingResolver):
    """Blocks of several kinds; each is built by the projection of its own kind, and left out where that says so."""

    loads = ("open_call",)

    def __init__(self, field: fields.Blocks) -> None:
        super().__init__(field, list[delivered("Block")])
        self.names = {kind: part.__name__ for kind, part in field.kinds.items()}
        self.empty = []

    def convert(self, value: Any, entry: PublishedItem, selection: Selection) -> Any:
        parts = [(self._projection(one), entry.part(one)) for one in value]
        return [known.plan(selection).build(part) for known, part in parts if known.cls.is_shown(part)]

    def value_references(self, value: Any, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        nothing = Selection()
        for one in value:
            known, part = self._projection(one), entry.part(one)
            yield from known.plan(selection).references(part)
            yield from ((id, nothing) for id in known.cls.shown_by(part))

    def _projection(self, block: dict[str, Any]) -> Any:
        return types.projections[self.names[block["kind"]]]
