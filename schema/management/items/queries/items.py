"""Items: one, lists of them, what waits for review, the recycle bin, and what there is to edit."""

from typing import Annotated, Any, Optional

import strawberry

from cms.items.queries import items
from cms.items.queries.forms import type_forms
from cms.items.queries.items import ItemFilter, find_items, get_item
from cms.items.queries.overrides import item_overrides
from cms.items.queries.uses import list_uses
from cms.kernel.errors import Invalid, Problem
from schema.management.context import ManagementInfo
from schema.management.enums import ItemSort, State
from schema.management.ids import ID_OF
from schema.management.items.types.forms import ContentTypeDescription, described
from schema.management.items.types.item import Item, item
from schema.management.items.types.override import Override, override
from schema.management.items.types.uses import Use, use
from schema.management.pages import DEFAULT_PAGE, IN_ENGLISH, After, Connection, First, OrderedIn, page
from schema.management.possible_values import check_site, check_type
from schema.management.scalars import Locale
from storage.documents import Item as StoredItem

MAX_BY_ID = 100


@strawberry.input(description="Which items to list.")
class ItemFilterInput:
    type: Optional[str] = strawberry.field(
        default=None, description="Name of a content type; UNKNOWN_VALUE for any other."
    )
    site: Optional[str] = strawberry.field(default=None, description="Its own items and those shared with it.")
    state: Optional[State] = strawberry.field(
        default=None,
        description="Where the draft stands; PUBLISHED finds all that is live, though changes to it wait for review.",
    )
    locale: Optional[Locale] = strawberry.field(
        default=None, description="With `state`: in this language. Alone: begun in this language."
    )
    search: Optional[str] = strawberry.field(
        default=None, description="Beginnings of words of the title; case and accents do not matter."
    )
    modified_by: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Id of the account of whoever changed it last."
    )
    facets: Optional[list[str]] = strawberry.field(
        default=None, description="Words of its type's own, all of them, at most 8: `kind:invitation`, `series:<id>`."
    )
    day_from: Optional[str] = strawberry.field(
        default=None, description="Included, as 2024-05-31: by the day of its type's own, such as an edition's first."
    )
    day_until: Optional[str] = strawberry.field(default=None, description="Included.")
    is_scheduled: bool = strawberry.field(default=False, description="Something happens to it by the clock.")


@strawberry.type(description="What refers to an item and would lose it.")
class Impact:
    item: Item = strawberry.field(description="The one that was asked about.")

    @strawberry.field(description="What other sites show differently of it, and would not show any more.")
    async def overrides(self, info: ManagementInfo) -> list[Override]:
        found = await item_overrides(info.context.services, info.context.actor, self.item.stored)
        return [override(one) for one in found]

    @strawberry.field(description="What visitors see.")
    async def live(self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None) -> Connection[Use]:
        return await page(info, list_uses(info.context.services, self.item.stored, "live"), use, first, after)

    @strawberry.field(description="Drafts.")
    async def draft(self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None) -> Connection[Use]:
        return await page(info, list_uses(info.context.services, self.item.stored, "draft"), use, first, after)


@strawberry.type(description="What is called by one name.")
class Namesakes:
    name: str = strawberry.field(description="As it was asked for.")
    items: list[Item] = strawberry.field(
        description="Those of this name that the viewer may read, the latest change first; none where nothing is "
        "called so."
    )


@strawberry.type
class ItemQueries:
    @strawberry.field(description="What there is to edit, and with which fields.")
    def content_types(self) -> list[ContentTypeDescription]:
        return [described(form) for form in type_forms()]

    @strawberry.field(description="One item, from the recycle bin too; NOT_FOUND where it may not be read.")
    async def item(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])]
    ) -> Optional[Item]:
        return item(await get_item(info.context.services, info.context.actor, str(id)))

    @strawberry.field(description="At most 100, as they were asked for; null for each that may not be read.")
    async def items_by_id(
        self,
        info: ManagementInfo,
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description=f"At most {MAX_BY_ID}; one may be named twice.")
        ],
    ) -> list[Optional[Item]]:
        if len(ids) > MAX_BY_ID:
            raise Invalid([Problem("ids", "TOO_MANY", f"Ask for at most {MAX_BY_ID} items at a time.")])
        found = await items.get_items(info.context.services, info.context.actor, [str(id) for id in ids])
        return [item(found[id]) if id in found else None for id in map(str, ids)]

    @strawberry.field(
        description="For each of at most 100 names, such as those of pasted lines, what is called so; case and accents "
        "do not matter."
    )
    async def items_named(
        self,
        info: ManagementInfo,
        type: Annotated[str, strawberry.argument(description="Name of the content type that is searched.")],
        names: Annotated[list[str], strawberry.argument(description="At most 100; each is answered in its place.")],
    ) -> list[Namesakes]:
        found = await items.get_namesakes(info.context.services, info.context.actor, type, names)
        return [Namesakes(name=name, items=list(map(item, same))) for name, same in zip(names, found, strict=True)]

    @strawberry.field(description="All that the viewer may read, the latest change first unless sorted otherwise.")
    async def items(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[ItemFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        sort: Annotated[Optional[ItemSort], strawberry.argument(description="MODIFIED_DESC where left out.")] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        locale: OrderedIn = None,
    ) -> Connection[Item]:
        order = str((sort or ItemSort.MODIFIED_DESC).value)
        await check_site(info.context.services, filter.site if filter else None)
        listing = find_items(
            info.context.services, info.context.actor, _item_filter(filter), order, locale or IN_ENGLISH
        )
        return await page(info, listing, _item, first, after)

    @strawberry.field(description="What waits for a decision that the viewer may make, the longest waiting first.")
    async def review_list(
        self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None
    ) -> Connection[Item]:
        return await page(info, items.review_list(info.context.services, info.context.actor), _item, first, after)

    @strawberry.field(
        description="What the viewer may bring back, the latest first. Deleted items have no states: `type`, `site`, "
        "`search` and `facets` narrow it."
    )
    async def recycle_bin(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[ItemFilterInput],
            strawberry.argument(description="Left out, all of it; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Item]:
        listing = items.recycle_bin(info.context.services, info.context.actor, _item_filter(filter))
        return await page(info, listing, _item, first, after)

    @strawberry.field(description="Look before deleting, unpublishing or replacing; of terms, see `termUses`.")
    async def impact(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])]
    ) -> Optional[Impact]:
        return Impact(item=item(await get_item(info.context.services, info.context.actor, str(id))))


def _item(document: dict[str, Any]) -> Item:
    return item(StoredItem.model_validate(document))


def _item_filter(given: ItemFilterInput | None) -> ItemFilter:
    check_type(given.type if given else None)
    state = given.state.value if given and given.state else None
    facets = [one[:200] for one in (given.facets if given and given.facets else [])]
    return ItemFilter(**{**(vars(given) if given else {}), "state": state, "facets": facets})
