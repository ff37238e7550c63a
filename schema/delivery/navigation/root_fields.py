"""The fields of a site that follow from how content types are delivered: their lists, their items by slug, `route`."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Optional, TypeVar, Union

import strawberry
from strawberry.types.info import Info

from cms.content_types.content_type import ContentType
from cms.items.addresses import address
from schema.delivery.lists.connections import connection_field
from schema.delivery.navigation import routes
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import selection_of
from storage.conditions import equal

C = TypeVar("C", bound=type)
Kinds = Iterable[type[ContentType]]
Slug = Annotated[str, strawberry.argument(description="In the language that is read, such as `iasi-2023`.")]
Path = Annotated[str, strawberry.argument(description="Such as `/editions/iasi-2023` or `/cs/editions/iasi-2023`.")]


def with_root_fields(kinds: Kinds) -> Callable[[C], C]:
    """Class decorator: adds the fields of these types that are not written by hand."""

    def decorate(cls: C) -> C:
        for kind in kinds:
            for name, field in _fields(kind).items():
                if name not in vars(cls):
                    setattr(cls, name, field)
        return cls

    return decorate


def _fields(kind: type[ContentType]) -> dict[str, Any]:
    delivery, found = kind.delivery, dict[str, Any]()
    if delivery.orders:
        found[delivery.list_name] = connection_field(kind, delivery.doc or f"All `{kind.type_name}` items of the site.")
    if delivery.one:
        found[delivery.one] = _item_field(kind)
    return found


def _item_field(kind: type[ContentType]) -> Any:
    async def resolve(self: Any, info: Info, slug: Slug) -> Any:
        return await by_slug(self, info, kind, slug)

    resolve.__annotations__["return"] = Optional[delivered(kind.type_name)]
    return strawberry.field(
        resolver=resolve, description=f"The `{kind.type_name}` at this slug; null where there is none."
    )


async def by_slug(site: Any, info: Info, kind: type[ContentType], slug: str) -> Any:
    """The item of this type at this slug in the language asked for; None where there is none."""
    reading: ReadContext = site._reading
    selection = selection_of(info)
    key = address(kind, reading.site.key, reading.locale, slug)
    plan = projections[kind.type_name].plan(selection)
    fields = reading.fields(plan, kind)
    here = equal({"addresses": key, "type": kind.type_name})
    document = await reading.once(f"item:{here}:{fields}", lambda: reading.published.find_one(here, fields))
    return await reading.built_one(document, selection) if document else None


def route_field(kinds: Kinds) -> Any:
    """What is at an address: an item of a type that has addresses, or a redirect."""
    found = [delivered(kind.type_name) for kind in kinds if kind.delivery.segment is not None]
    union = strawberry.union("Route", description="What is at an address of the site.")
    route: Any = Annotated[Union[(routes.Redirect, *found)], union]

    async def resolve(self: Any, info: Info, path: Path) -> Any:
        return await routes.resolve(self._reading, path, selection_of(info))

    resolve.__annotations__["return"] = Optional[route]
    return strawberry.field(
        resolver=resolve,
        description="What is at a path of the site, with or without the language in front. A language in the path is "
        "the one that is read where `site` was asked for without `locale`. An address of another language, present or "
        "former, leads to the one of the language that is read.",
    )
