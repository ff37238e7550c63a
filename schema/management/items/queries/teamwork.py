"""What waits for the viewer among comments, and how far everything is translated."""

from typing import Annotated, Any, Optional

import strawberry

from cms.items.queries.comments import open_mentions
from cms.items.queries.translations import TranslationFilter, list_translations
from cms.items.translation.languages import languages_of
from schema.management.context import ManagementInfo
from schema.management.enums import State
from schema.management.items.types.comments import CommentThread, listed_thread
from schema.management.items.types.translations import TranslationRow, TranslationState
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.scalars import Locale
from storage.documents import Item as StoredItem


@strawberry.input(description="Which items to list by how far they are translated.")
class TranslationFilterInput:
    site: Optional[str] = strawberry.field(
        default=None, description="Its own items and those shared with it, in its languages."
    )
    type: Optional[str] = strawberry.field(default=None, description="Name of a content type.")
    locale: Optional[Locale] = strawberry.field(
        default=None, description="Only items of sites with this language; `translations` then hold this one alone."
    )
    state: Optional[TranslationState] = strawberry.field(default=None, description="In `locale`, or in any language.")
    workflow: Optional[State] = strawberry.field(
        default=None, description="Where the draft stands, in `locale` or in any language."
    )
    search: Optional[str] = strawberry.field(
        default=None, description="Beginnings of words of the title; case and accents do not matter."
    )


@strawberry.type
class TeamworkQueries:
    @strawberry.field(description="Open conversations in which the viewer is mentioned, the latest first.")
    async def open_mentions(
        self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None
    ) -> Connection[CommentThread]:
        listing = await open_mentions(info.context.services, info.context.actor)
        return await page(info, listing, listed_thread, first, after)

    @strawberry.field(description="Items with texts in all languages of their sites, the latest change first.")
    async def translations(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[TranslationFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[TranslationRow]:
        wanted = filter or TranslationFilterInput()
        listing = await list_translations(info.context.services, info.context.actor, _filter(wanted))
        locales = await _locales(info, wanted)

        def row(document: dict[str, Any]) -> TranslationRow:
            return TranslationRow(stored=StoredItem.model_validate(document), locales=locales)

        return await page(info, listing, row, first, after)


def _filter(given: TranslationFilterInput) -> TranslationFilter:
    return TranslationFilter(
        site=given.site,
        type=given.type,
        locale=given.locale,
        state=str(given.state.value) if given.state else None,
        workflow=str(given.workflow.value) if given.workflow else None,
        search=given.search,
    )


async def _locales(info: ManagementInfo, given: TranslationFilterInput) -> list[str] | None:
    """The languages of each row; None for those of each item's own sites."""
    if given.locale:
        return [given.locale]
    if given.site is None:
        return None
    return languages_of([site for site in await info.context.all_sites() if site.key == given.site])
