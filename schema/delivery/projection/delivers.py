"""Makes a GraphQL type of a content type or part: its declared fields, and what the class below adds by hand."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import strawberry

from cms.content.fields import Embedded, Field
from cms.content_types.content_type import ContentType
from schema.delivery.projection.delivered import projections, register
from schema.delivery.projection.described import field_description, type_description
from schema.delivery.projection.field_resolver import Computed, FieldResolver, KeptResolver
from schema.delivery.projection.item import interface_of, shared_fields
from schema.delivery.projection.kinds import resolvers_of
from schema.delivery.projection.part import part_fields
from schema.delivery.projection.plan import Projection
from schema.delivery.projection.view import View

C = TypeVar("C", bound=type)


def delivers(part: type[Embedded], *, name: str | None = None) -> Callable[[C], C]:
    """Class decorator.

    Computed fields named with a leading underscore are not delivered: resolvers read them.
    """

    def decorate(cls: C) -> C:
        return _define(cls, part, name or part.__name__)

    return decorate


def deliver_the_rest(kinds: Iterable[type[ContentType]]) -> None:
    """Makes a type of each content type that visitors read by itself and that nobody wrote a class for."""
    for kind in kinds:
        if kind.type_name not in projections and (kind.delivery.one or kind.delivery.orders):
            _define(type(kind.type_name, (View, interface_of(kind)), {"__module__": __name__}), kind, kind.type_name)


def _define(cls: Any, part: type[Embedded], name: str) -> Any:
    own = {attr: resolver for attr, resolver in vars(cls).items() if isinstance(resolver, Computed)}
    for attr in own:
        delattr(cls, attr)
    shared = shared_fields(part, cls) if issubclass(part, ContentType) else part_fields(part, name)
    added = {**shared, **own}
    resolvers = {attr: one for attr, one in _resolvers(part, added).items() if attr not in vars(cls)}
    hidden: dict[str, FieldResolver] = {attr: resolver for attr, resolver in added.items() if attr.startswith("_")}
    cls.__annotations__ = {
        **{attr: resolver.annotation for attr, resolver in resolvers.items()},
        **inspect.get_annotations(cls),
    }
    for attr, resolver in resolvers.items():
        setattr(cls, attr, strawberry.field(description=field_description(cls, part, attr, resolver)))
    cls.__getattr__, cls.__shows_entry__ = View.__getattr__, True
    typed = strawberry.type(cls, name=name, description=type_description(cls, part))
    register(name, typed, Projection(typed, resolvers, hidden))
    return typed


def _resolvers(part: type[Embedded], added: Mapping[str, Computed]) -> dict[str, FieldResolver]:
    """Of its declared fields, of what is kept beside them, and of what is `added`, which takes the place of both."""
    resolvers: dict[str, FieldResolver] = {}
    for attr, field in _declared(part).items():
        if field.delivered and attr not in added:
            resolvers |= resolvers_of(attr, field, part_name)
    for attr, field in _kept(part).items():
        if field.delivered and attr not in added:
            found = resolvers_of(attr, field, part_name)
            resolvers |= {shown: KeptResolver(resolver) for shown, resolver in found.items()}
    return resolvers | {attr: resolver for attr, resolver in added.items() if not attr.startswith("_")}


def _declared(part: type[Embedded]) -> dict[str, Field]:
    """{delivered name: field}."""
    return {field.delivered_as or attr: field for attr, field in part.fields.items()}


def _kept(part: type[Embedded]) -> dict[str, Field]:
    """{name: what its values are} of what is worked out when an item is published."""
    return {name: one.kind for name, one in part.computed.items()} if issubclass(part, ContentType) else {}


def part_name(part: type[Embedded]) -> str:
    """The delivered name of a part; a part that nobody wrote a class for gets one of its declared fields alone."""
    name = part.__name__
    if name not in projections and name not in _being_made:
        _being_made.add(name)
        _define(type(name, (View,), {"__module__": __name__}), part, name)
    return name


_being_made: set[str] = set()
