"""That visitors reach what is delivered: checked when the schema is made, which alone knows all that is in it."""

from collections.abc import Iterable

from graphql import GraphQLSchema

from cms.content.declaration_error import DeclarationError
from cms.content_types.content_type import ContentType, registry
from cms.content_types.declarations import parts_of
from schema.delivery.projection.delivered import projections

Kinds = Iterable[type[ContentType]]


def check_references(kinds: Kinds) -> None:
    """Raises DeclarationError where a delivered field refers to items that are not delivered themselves."""
    for kind in (one for one in kinds if one.type_name in projections):
        for part in {kind: None, **parts_of(kind)}:
            for name, field in part.fields.items():
                to = field.form().target
                is_file = to in registry and registry[to].holds_file
                if to and field.delivered and to not in projections and not is_file:
                    raise DeclarationError(
                        part,
                        f"refers to {'any item' if to == '*' else to} in {name}, which visitors cannot read",
                        "give the field delivered=False, or the other type a delivery",
                        name,
                    )


def check_places(kinds: Kinds, schema: GraphQLSchema) -> None:
    """Raises DeclarationError where a type is read as part of something (`within`) that is not in the schema."""
    for kind in kinds:
        for place in kind.delivery.within:
            owner, _dot, field = place.partition(".")
            if not field and owner in schema.type_map:
                continue
            if field not in getattr(schema.type_map.get(owner), "fields", {}):
                raise DeclarationError(
                    kind,
                    f"is read within {place}, which is not in the delivery API",
                    'name a type, or a field such as "Site.menu", in within=',
                    "delivery",
                )
