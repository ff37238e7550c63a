"""Put the texts of the source language where they are to be translated."""

from collections.abc import Sequence
from typing import Any

from cms.access.action import action
from cms.content.fields import Field
from cms.content_types.content_type import ContentType
from cms.items.actions.mark_translated import require_target, require_texts
from cms.items.actions.slug_for_locale import slug_for_locale
from cms.items.draft_merge import draft_of_version, merged_draft
from cms.items.item_change import ItemChange
from cms.items.translation.texts import texts, with_text
from cms.items.translation_notes import Provenance
from storage.documents import Item


@action(right="update", event="ItemUpdated")
async def copy_from_source(
    change: ItemChange,
    id: str,
    locale: str,
    base_version: int,
    fields: Sequence[str] | None = None,
    *,
    only_empty: bool = True,
) -> Item:
    """The draft with the source texts of `fields` (None: all) in `locale`, where they count as not translated until
    somebody writes them. With `only_empty` what was written stays; what was copied before is brought up to date. A
    language without an address gets one, unless the texts that it is made of are copies.

    Raises NotFound, NotPermitted, Invalid, and Conflict as `update_item` does.
    """
    services, item, kind, session = change.services, change.item, change.kind, change.session
    source = require_target(item, locale)
    require_texts(kind, item, fields)
    base = await draft_of_version(services, item, base_version, session)
    copies = _copies(kind, item, base.data, source, locale, fields, only_empty=only_empty)
    yours = base.data
    for at, value in copies.items():
        yours = with_text(yours, at, locale, value)
    untranslated = _copied(item, locale) | copies.keys()
    slug = await slug_for_locale(services, kind, item, yours, locale, untranslated, session)
    slugs = base.slugs if slug is None else {**base.slugs, locale: slug}
    data, slugs = merged_draft(kind, base, item, yours, slugs)
    if (data, slugs) == (item.data, item.slugs):
        change.is_recorded = True  # nothing was changed
        return item
    made = Provenance(seen=(yours, base.version), copied={locale: list(copies)})
    await change.store_draft(data, slugs, provenance=made, locale=locale, fields=list(copies))
    return item


def _copies(
    kind: type[ContentType],
    item: Item,
    data: dict[str, Any],
    source: str,
    locale: str,
    fields: Sequence[str] | None,
    *,
    only_empty: bool,
) -> dict[str, Any]:
    """{path: source text} of what is to be copied."""
    copied = _copied(item, locale)
    return {
        at: text.values[source]
        for at, text in texts(kind, data).items()
        if source in text.values
        and (fields is None or at in fields)
        and (not only_empty or at in copied or Field.is_empty(text.values.get(locale)))
        and text.values.get(locale) != text.values[source]
    }


def _copied(item: Item, locale: str) -> set[str]:
    """The paths of texts that are copies so far."""
    return {mark.at for mark in item.made_from if mark.locale == locale and mark.copied}
