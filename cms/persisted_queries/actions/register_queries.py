"""Register the documents that a site's pages ask, so that they can be asked by their hash alone."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.change import SiteChange
from cms.content.sites import published_sites
from cms.kernel.errors import Invalid, Problem
from cms.persisted_queries.registration import (
    MAX_BYTES_PER_SITE,
    MAX_PER_SITE,
    RIGHT,
    Registration,
)
from storage.documents import RegisteredQuery


@action(right=RIGHT)
async def register_queries(
    change: SiteChange, *, site: str, documents: Sequence[Registration]
) -> list[RegisteredQuery]:
    """Those that were not registered before; the others stay as they are. `documents` have passed
    `check_registrations`. Raises NotPermitted, Invalid."""
    await published_sites(change.repository, [site], change.session)
    await change.repository.serialize(f"registered queries {site}", change.session)
    known = await change.repository.registered_queries.hashes(site, change.session)
    added = [_stored(change, one) for one in {one.hash: one for one in documents}.values() if one.hash not in known]
    _check_room(known, added)
    await change.repository.registered_queries.insert(added, change.session)
    change.tell(queries=len(added))
    change.is_recorded = not added
    return added


def _stored(change: SiteChange, registration: Registration) -> RegisteredQuery:
    return RegisteredQuery(
        id=f"{change.site}/{registration.hash}",
        site=change.site,
        hash=registration.hash,
        name=registration.name,
        text=registration.text,
        bytes=len(registration.text.encode()),
        registered_at=change.now,
        registered_by=change.actor.id,
    )


def _check_room(known: dict[str, int], added: Sequence[RegisteredQuery]) -> None:
    """Raises Invalid."""
    if len(known) + len(added) > MAX_PER_SITE:
        message = f"A site has at most {MAX_PER_SITE:,} registered queries; remove those of earlier releases first."
        raise Invalid([Problem("documents", "TOO_MANY", message)])
    if sum(known.values()) + sum(one.bytes for one in added) > MAX_BYTES_PER_SITE:
        message = (
            f"The registered queries of a site have at most {MAX_BYTES_PER_SITE // 1024**2} MB; remove some first."
        )
        raise Invalid([Problem("documents", "TOO_LARGE", message)])
