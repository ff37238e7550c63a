"""An address for a language of an item that has none in it yet."""

from collections.abc import Set
from typing import Any

from cms.content_types.content_type import ContentType
from cms.items.actions.create_item import slugs_from_title
from cms.items.free_slug import free_slug
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def slug_for_locale(
    services: Services,
    kind: type[ContentType],
    item: Item,
    data: dict[str, Any],
    locale: str,
    copied: Set[str],
    session: Session,
) -> str | None:
    """A free one, made of the title that `data` has in it; None where the language has one, or none can be made.
    `copied`: paths of texts that are still those of the source language, of which no address is made."""
    is_wanted = kind.delivery.has_slug and locale not in item.slugs and not copied & set(kind.titles.slug_fields)
    made = slugs_from_title(kind, data).get(locale) if is_wanted else None
    if made is None:
        return None
    above = item.slugs.get(item.source_locale or "", "").rpartition("/")[0]
    return await free_slug(services, kind, item, locale, f"{above}/{made}" if above else made, session)
