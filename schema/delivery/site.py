"""The site as the root of every query: what is asked below it is read as that site's visitor would, in one language."""

from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.content_types import registry
from cms.content_types.menu import MenuSlot
from cms.content_types.site import Site as SiteContent
from schema.delivery import types as _types
from schema.delivery.lists.connections import paged
from schema.delivery.lists.member_list import MemberList
from schema.delivery.lists.organisation_lists import lists_of, on_known_list
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.lists.possible_values import named, refused
from schema.delivery.navigation.menus import MenuLink, menu_links
from schema.delivery.navigation.root_fields import by_slug, route_field, with_root_fields
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.item import Item
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import selection_of
from schema.delivery.projection.view import View
from schema.delivery.types.names import APage
from schema.delivery.values import Term
from schema.delivery.vocabularies import Vocabulary, terms_in, terms_of, vocabularies

__all__ = ["Site", "_types"]


async def _members(
    self: Any,
    info: Info,
    member_of: Annotated[str, strawberry.argument(description="The key of the list, such as `members`.")],
    sort: Any = None,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    return await on_known_list(info, self._reading, member_of, sort, PageAsked(first, after, last, before))


@delivers(SiteContent)
@with_root_fields(registry.values())
class Site(View, Item):
    """A regional site, in the language that was asked for."""

    organisations = paged(
        registry["Organisation"],
        _members,
        "The organisations on one of the site's lists, such as its members, by name.",
    )

    @strawberry.field(description='By path, "/" being the home page.')
    async def page(
        self,
        info: Info,
        path: Annotated[str, strawberry.argument(description="Such as `/about/board`, without a language in front.")],
    ) -> Optional[APage]:
        return await by_slug(self, info, registry["Page"], path.strip("/"))

    @strawberry.field(description="The entries of a menu in their order; empty where the site has none there.")
    async def menu(
        self, info: Info, slot: Annotated[MenuSlot, strawberry.argument(description="Where the menu stands.")]
    ) -> list[MenuLink]:
        return await menu_links(self._reading, slot.value)

    @strawberry.field(description="The terms of a vocabulary in their order; an error where there is none of this key.")
    async def vocabulary(
        self, info: Info, key: Annotated[str, strawberry.argument(description="Such as `sectors`.")]
    ) -> list[Term]:
        reading: ReadContext = self._reading
        known = await terms_of(reading)
        if key not in known:
            raise refused("key", key, f"is no vocabulary. There are: {named(list(known)) or 'none yet'}.")
        return terms_in(reading, key)

    @strawberry.field(description="All vocabularies with their terms, by key; at most 200.")
    async def vocabularies(self, info: Info) -> list[Vocabulary]:
        return await vocabularies(self._reading)

    @strawberry.field(
        description="The lists that the site has organisations on, such as its members, by key; at most 50."
    )
    async def member_lists(self, info: Info) -> list[MemberList]:
        return [MemberList(key=key, reading=self._reading) for key in await lists_of(self._reading)]

    @strawberry.field(description="Any item by its own id, such as that of a webhook; null where this site shows none.")
    async def item(
        self,
        info: Info,
        item_id: Annotated[strawberry.ID, strawberry.argument(description="As in `Item.itemId`; not the opaque `id`.")],
    ) -> Optional[Item]:
        reading: ReadContext = self._reading
        document = await reading.published.by_id(str(item_id))
        if document is None or not (document.get("lacks") or reading.is_shown(document)):
            return None
        found = await reading.built_one(document, selection_of(info))
        return found if isinstance(found, Item) else None

    route = route_field(registry.values())
