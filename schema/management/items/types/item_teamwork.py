"""What an item tells of those who work on it together, and of its translations."""

from typing import Annotated, Optional

import strawberry

from cms.items.queries.comments import list_comments, mentionable
from cms.items.queries.translations import list_open_texts
from schema.management.accounts.types.people import Person
from schema.management.context import ManagementInfo
from schema.management.items.types.comments import CommentThread, listed_thread
from schema.management.items.types.presence import Presence, presence
from schema.management.items.types.translations import StaleField, Translation, stale_field, translations_of
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.scalars import Locale
from storage.documents import Item as StoredItem


@strawberry.type
class ItemTeamwork:
    """One more base of Item."""

    stored: strawberry.Private[StoredItem]

    @strawberry.field(description="What was said about it, the latest first; of `field` what lies in it too.")
    async def comments(
        self,
        info: ManagementInfo,
        is_resolved: Annotated[
            Optional[bool], strawberry.argument(description="Left out, open ones and resolved ones.")
        ] = None,
        field: Annotated[
            Optional[str],
            strawberry.argument(description="Dotted path with element ids; left out or empty, all of them."),
        ] = None,
        locale: Annotated[
            Optional[Locale], strawberry.argument(description="Only those about this language; left out, all of them.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[CommentThread]:
        listing = list_comments(
            info.context.services, self.stored, is_resolved=is_resolved, field=(field or "")[:300], locale=locale
        )
        return await page(info, listing, listed_thread, first, after)

    @strawberry.field(description="How many conversations about it are not resolved.")
    async def open_comments(self, info: ManagementInfo) -> int:
        return await info.context.open_comments.load(self.stored.id)

    @strawberry.field(description="People who may read it, to be mentioned: at most 20, by the beginnings of names.")
    async def mentionable(
        self,
        info: ManagementInfo,
        search: Annotated[
            str, strawberry.argument(description="Beginnings of words of a name; empty for everybody.")
        ] = "",
    ) -> list[Person]:
        if not info.context.actor.may_on("comment", self.stored):
            return []
        return [
            Person(id=strawberry.ID(one.id)) for one in await mentionable(info.context.services, self.stored, search)
        ]

    @strawberry.field(description="Who else is editing it just now, whoever was seen last first.")
    async def presence(self, info: ManagementInfo) -> list[Presence]:
        return [presence(one) for one in await info.context.presence.load(self.stored.id)]

    @strawberry.field(description="The language that the others are translated from; null without any text.")
    def source_locale(self) -> Optional[str]:
        return self.stored.source_locale

    @strawberry.field(description="In every language of its sites, and whatever else it is written in.")
    async def translations(self, info: ManagementInfo) -> list[Translation]:
        return await translations_of(info, self.stored)

    @strawberry.field(description="Every text that there is something to do about in this language.")
    async def stale_fields(
        self,
        info: ManagementInfo,
        locale: Annotated[
            Locale,
            strawberry.argument(description="To be translated to; there is nothing to do in the source language."),
        ],
    ) -> list[StaleField]:
        return [stale_field(one) for one in await list_open_texts(info.context.services, self.stored, locale)]
