"""The site as the root of every query: what is asked below it is read as that site's visitor would, in one language."""

from typing import Annotated, Any, Optional, Union

import strawberry
from strawberry.types.info import Info

from cms.content_types import registry
from cms.content_types.menu import MenuSlot
from cms.content_types.site import Site as SiteContent
from cms.items.addresses import address
from cms.kernel.errors import NotFound
from schema.delivery import types as _types
from schema.delivery.lists.connections import DEFAULT_PAGE, connection_field, paged
from schema.delivery.lists.organisation_lists import on_known_list
from schema.delivery.lists.possible_values import named, refused
from schema.delivery.navigation import routes
from schema.delivery.navigation.menus import MenuLink, menu_links
from schema.delivery.navigation.routes import Redirect
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.delivers import View, delivers
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import selection_of
from schema.delivery.types.item import Node
from schema.delivery.types.names import ACall, AnEdition, ANewsItem, AnOrganisation, APage, APerson, ASeries
from schema.delivery.values import Term
from schema.delivery.vocabularies import terms_of

__all__ = ["Site", "_types"]

Route = Annotated[
    Union[
        Redirect,
        APage,
        ANewsItem,
        AnEdition,
        ACall,
        ASeries,
    ],
    strawberry.union("Route", description="What is at an address of the site."),
]


async def by_slug(site: Any, info: Info, type: str, slug: str) -> Any:
    """The item of `type` at this slug in the language asked for; None where there is none."""
    reading: ReadContext = site._reading
    selection = selection_of(info)
    key = address(registry[type], reading.site.key, reading.locale, slug)
    plan = projections[type].plan(selection)
    fields = reading.fields(plan, registry[type])
    query = {"addresses": key, "type": type}
    document = await reading.once(f"item:{query}:{fields}", lambda: reading.published.find_one(query, fields))
    return await reading.built_one(document, selection) if document else None


async def _members(
    self: Any,
    info: Info,
    member_of: str,
    sort: Any = None,
    first: Optional[int] = DEFAULT_PAGE,
    after: Optional[str] = None,
) -> Any:
    return await on_known_list(info, self._reading, member_of, sort, first, after)


@delivers(SiteContent)
class Site(View):
    """A regional site, in the language that was asked for."""

    editions = connection_field(registry["Edition"], "Editions of all series, the latest first.")
    news = connection_field(registry["NewsItem"], "News, the newest first.")
    calls = connection_field(registry["CallForHosts"], "Calls for hosts, the latest first.")
    pages = connection_field(registry["Page"], "Pages, by title.")
    people = connection_field(registry["Person"], "Speakers, moderators and authors, by name.")
    presentations = connection_field(registry["PresentationFile"], "Presentation files, by title.")
    organisations = paged(
        registry["Organisation"],
        _members,
        "The organisations on one of the site's lists, such as its members, by name.",
    )

    @strawberry.field
    async def edition(self, info: Info, slug: str) -> Optional[AnEdition]:
        return await by_slug(self, info, "Edition", slug)

    @strawberry.field
    async def series(self, info: Info, slug: str) -> Optional[ASeries]:
        return await by_slug(self, info, "Series", slug)

    @strawberry.field
    async def news_item(self, info: Info, slug: str) -> Optional[ANewsItem]:
        return await by_slug(self, info, "NewsItem", slug)

    @strawberry.field
    async def call(self, info: Info, slug: str) -> Optional[ACall]:
        return await by_slug(self, info, "CallForHosts", slug)

    @strawberry.field
    async def person(self, info: Info, slug: str) -> Optional[APerson]:
        return await by_slug(self, info, "Person", slug)

    @strawberry.field
    async def organisation(self, info: Info, slug: str) -> Optional[AnOrganisation]:
        return await by_slug(self, info, "Organisation", slug)

    @strawberry.field(description='By path, "/" being the home page.')
    async def page(self, info: Info, path: str) -> Optional[APage]:
        return await by_slug(self, info, "Page", path.strip("/"))

    @strawberry.field
    async def menu(self, info: Info, slot: MenuSlot) -> list[MenuLink]:
        return await menu_links(self._reading, slot.value)

    @strawberry.field(description="The terms of a vocabulary in their order; an error where there is none of this key.")
    async def vocabulary(self, info: Info, key: str) -> list[Term]:
        reading: ReadContext = self._reading
        vocabularies = await terms_of(reading)
        terms = vocabularies.get(key)
        if terms is None:
            raise refused("key", key, f"is no vocabulary. There are: {named(list(vocabularies)) or 'none yet'}.")
        return [Term(slug=slug, label=reading.term_label(key, slug) or slug) for slug in terms]

    @strawberry.field(description="Any item that this site shows, by its id; an error where there is none.")
    async def node(self, info: Info, id: strawberry.ID) -> Optional[Node]:
        reading: ReadContext = self._reading
        document = await reading.published.find_one({"_id": str(id)})
        if document and document["type"] in projections:
            found = await reading.built_one(document, selection_of(info))
            if isinstance(found, Node):
                return found
        raise NotFound("This site shows no item with this id.")

    @strawberry.field(
        description="What is at a path of the site, with or without the language in front. A language in the path is "
        "the one that is read where `site` was asked for without `locale`. An address of another language, present or "
        "former, leads to the one of the language that is read."
    )
    async def route(self, info: Info, path: str) -> Optional[Route]:
        return await routes.resolve(self._reading, path, selection_of(info))
