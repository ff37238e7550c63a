"""Which addresses an item may have: not those of others, and not without a word those that lead to others.

An address that was public is kept by whoever wrote it down. Addresses that the CMS makes itself never take one; people
may, once they have said so.
"""

from collections.abc import Mapping, Sequence

from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.mongo import Session


async def in_use(services: Services, addresses: Sequence[str], item: str | None, session: Session) -> set[str]:
    """Those of the addresses at which another item is, as a draft or for visitors, or that lead to another one."""
    taken = await services.repository.items.taken(addresses, session)
    live = await services.repository.published.used(addresses, session)
    taken |= {address for address, there in live.items() if there != item}
    return (taken & set(addresses)) | (await leading_elsewhere(services, addresses, item, session)).keys()


async def leading_elsewhere(
    services: Services, addresses: Sequence[str], item: str | None, session: Session | None = None
) -> dict[str, str]:
    """{address: the other item}"""
    found = await services.repository.redirects.at(addresses, session)
    return {one.id: one.item for one in found if one.item != item}


async def require_asked(
    services: Services,
    kind: type[ContentType],
    sites: Sequence[str],
    slugs: Mapping[str, str],
    item: str | None,
    session: Session,
) -> None:
    """Raises Invalid where one of these slugs would take an address that leads to another item."""
    problems = []
    for locale, slug in slugs.items():
        led = await leading_elsewhere(services, draft_addresses(kind, sites, {locale: slug}), item, session)
        for other in sorted(set(led.values())):
            text = (
                f"{slug} was the address of another item ({other}), and people who kept it are led there. Choose "
                "another address, or say `takeRedirects` to let it lead here."
            )
            problems.append(Problem("slugs", "LEADS_ELSEWHERE", text, locale))
    if problems:
        raise Invalid(problems)
