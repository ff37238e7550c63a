"""An address for a language of an item that has none in it yet."""

from typing import Any

from cms.actions.create_item import slugs_from_title
from cms.actions.free_slug import free_slug
from cms.content_types.content_type import ContentType
from cms.desk import Desk
from storage.documents import Item
from storage.mongo import Session


async def slug_for_locale(
    desk: Desk, kind: type[ContentType], item: Item, data: dict[str, Any], locale: str, session: Session
) -> str | None:
    """A free one, made of the title that `data` has in it; None where the language has one, or none can be made."""
    wanted = _wanted(kind, item, data, locale) if kind.has_slug and locale not in item.slugs else None
    if wanted is None:
        return None
    return await free_slug(desk, kind, item, locale, wanted, session)


def _wanted(kind: type[ContentType], item: Item, data: dict[str, Any], locale: str) -> str | None:
    """That of the source language where the title is the same; else one below the same page."""
    source, titles = item.source_locale or "", kind.title_of(data)
    same = item.slugs.get(source) if titles.get(locale) == titles.get(source) else None
    made, above = slugs_from_title(kind, data).get(locale), item.slugs.get(source, "").rpartition("/")[0]
    if same is not None or made is None:
        return same
    return f"{above}/{made}" if above else made
