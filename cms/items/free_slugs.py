"""Addresses that no other item has, for items that the CMS makes itself."""

from collections.abc import Mapping, Sequence

from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.items.free_addresses import in_use
from cms.kernel.services import Services
from storage.mongo import Session

MAX_TRIED = 50


async def free_slugs(
    services: Services, kind: type[ContentType], sites: Sequence[str], wanted: Mapping[str, str], session: Session
) -> dict[str, str]:
    """{locale: slug}: the wanted ones, or with a number behind ("plovdiv-2025-2"); without those that cannot be had."""
    found = {
        locale: await _free(services, kind, sites, locale, slug, session) for locale, slug in wanted.items() if slug
    }
    return {locale: slug for locale, slug in found.items() if slug}


async def _free(
    services: Services, kind: type[ContentType], sites: Sequence[str], locale: str, wanted: str, session: Session
) -> str | None:
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, MAX_TRIED))]
    addresses = {slug: draft_addresses(kind, sites, {locale: slug}) for slug in tried}
    taken = await in_use(services, [one for places in addresses.values() for one in places], None, session)
    return next((slug for slug in tried if not taken.intersection(addresses[slug])), None)
