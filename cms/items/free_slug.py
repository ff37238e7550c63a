"""A slug that is free at every place of an item, for those that nobody has chosen."""

from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.items.checks import places
from cms.items.free_addresses import in_use
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session

MAX_TRIED = 20


async def free_slug(
    services: Services, kind: type[ContentType], item: Item, locale: str, wanted: str, session: Session
) -> str | None:
    """`wanted`, else with a number; None where 20 of them are taken."""
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, MAX_TRIED) if wanted)]
    addresses = {slug: draft_addresses(kind, places(item), {locale: slug}) for slug in tried}
    taken = await in_use(services, [one for all_ in addresses.values() for one in all_], item.id, session)
    return next((slug for slug in tried if not taken.intersection(addresses[slug])), None)
