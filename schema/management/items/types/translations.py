"""How far items are translated."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.items import workflow
from cms.items.checks import content_type
from cms.items.queries.translations import OpenText, begun
from cms.items.translation.languages import languages_of, sites_of
from cms.items.translation.state import standing
from cms.items.translation_notes import drafted
from schema.management.context import ManagementInfo
from schema.management.enums import State
from schema.management.items.types.history import WordChange, word_changes
from schema.management.scalars import Json
from storage.documents import Item as StoredItem

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.enum(
    description="How far an item is in one language; of several things to do the first of STALE, COPIED, INCOMPLETE."
)
class TranslationState(Enum):
    SOURCE = strawberry.enum_value("source", description="The others are translated from it.")
    MISSING = strawberry.enum_value("missing", description="Nothing is written yet.")
    STALE = strawberry.enum_value("stale", description="The source of some texts has changed since.")
    COPIED = strawberry.enum_value("copied", description="Some texts are still the source's.")
    INCOMPLETE = strawberry.enum_value("incomplete", description="Some texts of the source have no counterpart.")
    CURRENT = strawberry.enum_value("current", description="Nothing is to be done.")


@strawberry.enum(description="Why there is something to do about a text.")
class OpenTextState(Enum):
    STALE = strawberry.enum_value("stale", description="The source's text has changed since it was made from that.")
    COPIED = strawberry.enum_value("copied", description="It is still the source's text.")
    MISSING = strawberry.enum_value("missing", description="The source's text has no counterpart.")


@strawberry.type(description="An item in one language.")
class Translation:
    locale: str = strawberry.field(description="The language that is told of.")
    state: TranslationState = strawberry.field(description="What is most to be done in it.")
    workflow: State = strawberry.field(description="Where its draft stands.")
    live_version: Optional[int] = strawberry.field(description="The version that visitors see, null for none.")
    stale_fields: int = strawberry.field(description="Texts whose source has changed since they were made from it.")
    copied_fields: int = strawberry.field(description="Texts that are still the source's.")
    missing_fields: int = strawberry.field(
        description="Texts of the source without one here, but for those that are read in another language anyway."
    )


@strawberry.type(description="An item in all languages of its sites.")
class TranslationRow:
    stored: strawberry.Private[StoredItem]
    locales: strawberry.Private[list[str] | None]

    @strawberry.field(description="The item itself.")
    def item(self) -> Annotated["Item", strawberry.lazy("schema.management.items.types.item")]:
        from schema.management.items.types.item import item

        return item(self.stored)

    @strawberry.field(description="Only of the site and the language that were asked for, where they were.")
    async def translations(self, info: ManagementInfo) -> list[Translation]:
        return await translations_of(info, self.stored, self.locales)


@strawberry.type(description="A text of an item that there is something to do about in one language.")
class StaleField:
    at: str = strawberry.field(description="Dotted path with element ids; a body of blocks is one text.")
    state: OpenTextState = strawberry.field(description="Why there is something to do.")
    value: Optional[Json] = strawberry.field(description="What is written in the language.")
    before: Optional[Json] = strawberry.field(
        description="The source's text that it was made from; null where there was none or it is not known any more."
    )
    now: Optional[Json] = strawberry.field(description="The source's text at present.")
    source_version: Optional[int] = strawberry.field(description="The version of the item that `before` is from.")
    words: list[WordChange] = strawberry.field(description="From `before` to `now`, both as plain text.")


async def translations_of(
    info: ManagementInfo, stored: StoredItem, locales: list[str] | None = None
) -> list[Translation]:
    """In `locales`, or in all languages of its sites and whatever else it is written in."""
    if locales is None:
        known = {site.key: site for site in await info.context.all_sites()}
        locales = languages_of(sites_of(stored, known), begun(stored))
    draft = drafted(content_type(stored.type), stored)
    return [_translation(stored, locale, standing(draft, locale)) for locale in locales]


def _translation(stored: StoredItem, locale: str, found: Any) -> Translation:
    state = workflow.state_of(stored, locale)
    return Translation(
        locale=locale,
        state=TranslationState(found.state),
        workflow=State(state.state),
        live_version=state.version,
        stale_fields=found.stale,
        copied_fields=found.copied,
        missing_fields=found.missing,
    )


def stale_field(found: OpenText) -> StaleField:
    return StaleField(
        at=found.at,
        state=OpenTextState(found.state),
        value=found.value,
        before=found.before,
        now=found.now,
        source_version=found.source_version,
        words=word_changes(found.words),
    )
