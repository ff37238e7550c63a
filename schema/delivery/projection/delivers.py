"""Makes a GraphQL type of a content type or part: its declared fields, and what the class below adds by hand."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import strawberry

from cms.content.fields import Embedded
from cms.content_types.content_type import ContentType
from schema.delivery.projection.delivered import projections, register
from schema.delivery.projection.field_resolver import Computed, FieldResolver
from schema.delivery.projection.kinds import resolvers_of
from schema.delivery.projection.plan import Projection
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext

C = TypeVar("C", bound=type)


def delivers(
    part: type[Embedded], *, name: str | None = None, also: Mapping[str, Computed] | None = None
) -> Callable[[C], C]:
    """Class decorator. `also`: computed fields that several types share.

    Computed fields named with a leading underscore are not delivered: resolvers read them.
    """

    def decorate(cls: C) -> C:
        chosen = name or (part.type_name if issubclass(part, ContentType) else part.__name__)
        return _define(cls, part, chosen, also or {})

    return decorate


def _define(cls: Any, part: type[Embedded], name: str, also: Mapping[str, Computed]) -> Any:
    own = {attr: resolver for attr, resolver in vars(cls).items() if isinstance(resolver, Computed)}
    for attr in own:
        delattr(cls, attr)
    added = {**also, **own}
    resolvers: dict[str, FieldResolver] = {}
    declared = {field.delivered_as or attr: field for attr, field in part.fields.items()}
    for attr, field in declared.items():
        if field.delivered and attr not in added:
            resolvers |= resolvers_of(attr, field, part_name)
    resolvers |= {attr: resolver for attr, resolver in added.items() if not attr.startswith("_")}
    resolvers = {attr: resolver for attr, resolver in resolvers.items() if attr not in vars(cls)}
    hidden: dict[str, FieldResolver] = {attr: resolver for attr, resolver in added.items() if attr.startswith("_")}
    cls.__annotations__ = {
        **{attr: resolver.annotation for attr, resolver in resolvers.items()},
        **inspect.get_annotations(cls),
    }
    for attr in resolvers:
        written = [
            declared[attr].doc if attr in declared else "",
            added[attr].function.__doc__ if attr in added else "",
        ]
        if doc := next(filter(None, written), None):
            setattr(cls, attr, strawberry.field(description=" ".join(doc.split())))
    own_text = cls.__doc__ or part.__doc__ or ""
    typed = strawberry.type(cls, name=name, description=" ".join(own_text.split()) or None)
    register(name, typed, Projection(typed, resolvers, hidden))
    return typed


def part_name(part: type[Embedded]) -> str:
    """The delivered name of a part; a part that nobody wrote a class for gets one of its declared fields alone."""
    name = part.__name__
    if name not in projections and name not in _being_made:
        _being_made.add(name)
        _define(type(name, (View,), {"__module__": __name__}), part, name, {})
    return name


_being_made: set[str] = set()


class View:
    """Base of delivered classes with resolvers, and of parts that nobody wrote a class for."""

    _entry: PublishedItem
    _reading: ReadContext

    @staticmethod
    def is_shown(entry: PublishedItem) -> bool:
        """Of a block: whether it is delivered at all."""
        return True

    @staticmethod
    def shown_by(entry: PublishedItem) -> Iterator[str]:
        """The ids of the items that `is_shown` looks at."""
        return iter(())
