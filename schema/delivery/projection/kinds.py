"""Which kind of field is read how: as the kind says itself (`Field.delivery`), or in a way of its own below."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from cms.content import fields
from cms.content.declaration_error import DeclarationError
from cms.content.fields import Embedded, Field
from schema.delivery.projection import field_resolvers as read
from schema.delivery.projection.field_resolver import FieldResolver
from schema.delivery.projection.part_resolvers import BlocksResolver, PartResolver, PartsResolver

PartName: TypeAlias = Callable[[type[Embedded]], str]
Resolvers: TypeAlias = Mapping[str, FieldResolver]
MakeResolvers: TypeAlias = Callable[[str, Any, PartName], Resolvers]


def resolvers_of(name: str, field: Field, part_name: PartName) -> Resolvers:
    """{attribute: resolver} of one declared field; several where it is shown in several forms."""
    if shown := field.delivery():
        return {name: read.PlainResolver(field, shown)}
    return _own_way(type(field))(name, field, part_name)


def _choice(name: str, field: fields.Choice, _part_name: PartName) -> Resolvers:
    if field.as_term:
        return {name: read.ChoiceTermResolver(field)}
    return {name: read.EnumResolver(field), f"{name}_label": read.LabelResolver(field)}


def _rich_text(name: str, field: fields.RichText, _part_name: PartName) -> Resolvers:
    return {name: read.RichTextResolver(field), f"{name}_content": read.RichTextFormsResolver(field)}


def _part(name: str, field: fields.EmbeddedOne, part_name: PartName) -> Resolvers:
    return {name: PartResolver(field, part_name(field.part))}


def _parts(name: str, field: fields.EmbeddedList, part_name: PartName) -> Resolvers:
    return {name: PartsResolver(field, part_name(field.part))}


def _one(resolver: Callable[[Any], FieldResolver]) -> MakeResolvers:
    return lambda name, field, _part_name: {name: resolver(field)}


OWN_WAYS: dict[type[Field], MakeResolvers] = {
    fields.Choice: _choice,
    fields.RichText: _rich_text,
    fields.EmbeddedOne: _part,
    fields.EmbeddedList: _parts,
    fields.Blocks: _one(BlocksResolver),
    fields.Terms: _one(read.TermsResolver),
    fields.Country: _one(read.CountryResolver),
    fields.File: _one(read.FileResolver),
    fields.Reference: _one(read.ReferenceResolver),
    fields.References: _one(read.ReferencesResolver),
}
"""Of each kind that needs code of its own; a class below it is read like it, unless it stands here too."""


def _own_way(kind: type[Field]) -> MakeResolvers:
    """Raises DeclarationError for a kind that nobody said how to read."""
    for one in kind.__mro__:
        if one in OWN_WAYS:
            return OWN_WAYS[one]
    raise DeclarationError(
        kind,
        "does not say how it is delivered",
        "give it a method `delivery` that answers a Scalar, as Date in cms/content/fields/dates.py has, or enter its "
        f"resolver into OWN_WAYS of {__file__}",
    )


def check_kinds(base: type[Field] = Field) -> None:
    """Raises DeclarationError where a kind of field could not be read."""
    for kind in _below(base):
        if kind.delivery is Field.delivery:
            _own_way(kind)


def _below(base: type[Field]) -> Iterator[type[Field]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _below(kind)


check_kinds()
