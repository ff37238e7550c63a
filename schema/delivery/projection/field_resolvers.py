"""How each kind of field is read."""

from abc import abstractmethod
from collections.abc import Callable
from enum import Enum
from typing import Any, Optional

from strawberry.utils.str_converters import to_camel_case

from cms.content import fields
from cms.content.fields import Field
from cms.content.fields.delivery import Scalar
from cms.content.richtext import prepared_of, ready_html
from schema.delivery.projection import delivered as types
from schema.delivery.projection.enums import enum_of
from schema.delivery.projection.field_resolver import NOTHING, FieldResolver, Reader, Walker, WantedItem
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.plan import Plan
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.stored_values import stored_code, stored_value
from schema.delivery.scalars import Html, Locale
from schema.delivery.time_scalars import Date, LocalDateTime, LocalTime, PartialDate
from schema.delivery.values import (
    FILE,
    IMAGE,
    CountryName,
    File,
    Image,
    LaterHtml,
    RichText,
    Term,
    country_name,
    shown_file,
    term,
)
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source

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


Converter = Callable[[Any, PublishedItem], Any]
"""(stored value, whose it is) → value."""
ValueWalker = Callable[[Any, PublishedItem, list[WantedItem]], None]
"""(stored value, whose it is, the list to add to)."""

ALIKE, BY_TYPE = "None", "{entry}.document['type']"
"""Keys of entries: all of them are of one plan, or each has that of its type."""


def _members(enum: type[Enum]) -> dict[Any, Enum]:
    """{value: member}: looked up much faster than by calling the enum."""
    return {member.value: member for member in enum}


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
        self.stored = stored_value(field)

    def reader(self, selection: Selection) -> Reader:
        stored, convert, empty = self.stored, self.converter(selection), self.empty

        def read(entry: PublishedItem) -> Any:
            value = stored(entry.data, entry.chain)
            return empty if value is None else convert(value, entry)

        return read

    @abstractmethod
    def converter(self, selection: Selection) -> Converter: ...

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        value = source.fresh(f"stored_{self.name}")
        read = self.converted(value, selection, source, entry)
        present = f"({value} := {stored_code(self.field, source, entry)}) is not None"
        return read._replace(code=f"({read.code} if {present} else {self.empty!r})")

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        """Of the stored value in the variable `value`."""
        convert = source.constant(self.converter(selection), f"{self.name}_of")
        return Read(f"{convert}({value}, {entry})")


class LeadingResolver(DeclaredResolver):
    """One whose value names other items, or has parts that do."""

    def walker(self, selection: Selection) -> Walker | None:
        stored, walk = self.stored, self.value_walker(selection)
        if walk is None:
            return None

        def walk_stored(data: dict[str, Any], entry: PublishedItem, into: list[WantedItem]) -> None:
            value = stored(data, entry.chain)
            if value is not None:
                walk(value, entry, into)

        return walk_stored

    @abstractmethod
    def value_walker(self, selection: Selection) -> ValueWalker | None:
        """None where no value that is selected leads on."""


class PlainResolver(DeclaredResolver):
    """Delivered as it is stored."""

    def __init__(self, field: Field, shown: Scalar) -> None:
        one = SCALARS[shown.name]
        many: Any = list[one] if shown.is_list else one
        super().__init__(field, many if shown.is_required else Optional[many])
        self.empty = shown.empty

    def reader(self, selection: Selection) -> Reader:
        stored, empty = self.stored, self.empty
        return lambda entry: empty if (value := stored(entry.data, entry.chain)) is None else value

    def converter(self, selection: Selection) -> Converter:
        return lambda value, entry: value

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        if self.empty is None:
            return Read(stored_code(self.field, source, entry))
        return super().expression(selection, source, entry)

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(value)


class EnumResolver(DeclaredResolver):
    def __init__(self, field: fields.Choice) -> None:
        self.enum = enum_of(field.enum, field.options)
        super().__init__(field, self.enum if field.required else Optional[self.enum])

    def converter(self, selection: Selection) -> Converter:
        members = _members(self.enum)
        return lambda value, entry: members[value]

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{source.constant(_members(self.enum), self.enum.__name__)}[{value}]")


class LabelResolver(DeclaredResolver):
    """The label of a choice in the reader's language, beside the enum."""

    def __init__(self, field: fields.Choice) -> None:
        super().__init__(field, str if field.required else Optional[str])
        self.description = f"`{_shown_as(field)}` in words, in the language that is read."
        self.options = field.options

    def converter(self, selection: Selection) -> Converter:
        options = self.options
        return lambda value, entry: entry.reading.label(options, value)


class ChoiceTermResolver(LabelResolver):
    """A choice shown as a term."""

    def __init__(self, field: fields.Choice) -> None:
        super().__init__(field)
        self.description = field.description
        self.annotation = Term if field.required else Optional[Term]

    def converter(self, selection: Selection) -> Converter:
        options = self.options
        return lambda value, entry: Term(slug=value, label=entry.reading.label(options, value))


class TermsResolver(DeclaredResolver):
    loads = ("terms",)

    def __init__(self, field: fields.Terms) -> None:
        super().__init__(field, Optional[Term] if field.single else list[Term])
        self.vocabulary = field.vocabulary
        self.single = field.single
        self.empty = None if field.single else []

    def converter(self, selection: Selection) -> Converter:
        vocabulary = self.vocabulary
        if self.single:
            return lambda value, entry: term(entry.reading, vocabulary, value)
        return lambda value, entry: [one for slug in value if (one := term(entry.reading, vocabulary, slug))]


class CountryResolver(DeclaredResolver):
    loads = ("terms",)

    def __init__(self, field: fields.Country) -> None:
        # of a type that requires it too: types that do not stand beside it in the same unions
        super().__init__(field, list[CountryName] if field.many else Optional[CountryName])
        self.many = field.many
        self.empty = [] if field.many else None

    def converter(self, selection: Selection) -> Converter:
        if self.many:
            return lambda value, entry: [country_name(entry.reading, code) for code in value]
        return lambda value, entry: country_name(entry.reading, value)


class RichTextResolver(LeadingResolver):
    """Safe HTML, with links to items and files filled in."""

    def __init__(self, field: fields.RichText) -> None:
        super().__init__(field, Optional[Html])

    def converter(self, selection: Selection) -> Converter:
        return lambda value, entry: ready_html(value) or LaterHtml(entry.reading, value)

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        def walk(value: Any, entry: PublishedItem, into: list[WantedItem]) -> None:
            prepared = prepared_of(value)
            references = prepared["references"] if prepared else entry.reading.shown(value).references
            into.extend([(id, NOTHING) for _kind, id in references])

        return walk


class RichTextFormsResolver(RichTextResolver):
    """The same text as json, html, text and references."""

    def __init__(self, field: fields.RichText) -> None:
        super().__init__(field)
        self.description = f"`{_shown_as(field)}` as JSON, HTML and plain text, with the items and files it refers to."
        self.annotation = Optional[RichText]

    def converter(self, selection: Selection) -> Converter:
        return lambda value, entry: RichText(entry.reading, value)


class ReferenceResolver(LeadingResolver):
    """Another item, null when it is not live on this site."""

    def __init__(self, field: fields.Reference) -> None:
        super().__init__(field, Optional[delivered(field.to)])
        self.to = field.to

    def converter(self, selection: Selection) -> Converter:
        return lambda value, entry: entry.reading.view(value, selection)

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{entry}.reading.entities.get({value})", BY_TYPE, self.plans(selection), is_shared=True)

    def plans(self, selection: Selection) -> dict[str, Plan]:
        """{type: its plan}."""
        return {self.to: types.projections[self.to].plan(selection)}

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        return lambda value, entry, into: into.append((value, selection))


class ReferencesResolver(ReferenceResolver):
    """Other items in their order; one that is not live is null so that it does not take the list with it."""

    def __init__(self, field: fields.References) -> None:
        super().__init__(field)
        self.annotation = list[Optional[delivered(field.to)]]
        self.empty = []

    def converter(self, selection: Selection) -> Converter:
        return lambda value, entry: [entry.reading.view(id, selection) for id in value]

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        found = f"{source.constant(map, 'each')}({entry}.reading.entities.get, {value})"
        return Read(f"[*{found}]", BY_TYPE, self.plans(selection), is_shared=True)

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        return lambda value, entry, into: into.extend([(id, selection) for id in value])


class FileResolver(LeadingResolver):
    def __init__(self, field: fields.File) -> None:
        super().__init__(field, Optional[Image] if field.images else Optional[File])
        self.plan = IMAGE if field.images else FILE

    def converter(self, selection: Selection) -> Converter:
        plan = self.plan
        return lambda value, entry: shown_file(plan, entry.reading, value)

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{entry}.reading.entities.get({value})", ALIKE, {None: self.plan}, is_shared=True)

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        return lambda value, entry, into: into.append((value, NOTHING))
