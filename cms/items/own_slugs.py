"""Slugs that an item had before and gets back."""

from collections.abc import Mapping

from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.items.checks import places
from cms.items.free_addresses import leading_elsewhere
from cms.items.free_slug import free_slug
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def own_slugs(
    services: Services, kind: type[ContentType], item: Item, earlier: Mapping[str, str], session: Session
) -> dict[str, str]:
    """`earlier`, but for those that lead to another item meanwhile: there the present one, or one with a number."""
    slugs = dict(earlier)
    for locale, slug in earlier.items():
        if await leading_elsewhere(services, draft_addresses(kind, places(item), {locale: slug}), item.id, session):
            present = item.slugs.get(locale, slug)
            slugs[locale] = present if present != slug else await _numbered(services, kind, item, locale, slug, session)
    return slugs


async def _numbered(
    services: Services, kind: type[ContentType], item: Item, locale: str, slug: str, session: Session
) -> str:
    return await free_slug(services, kind, item, locale, slug, session) or slug
