"""Releases as editors find them."""

from dataclasses import dataclass
from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import NOTHING
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.documents import Release
from storage.keyset import Order


@dataclass(frozen=True, slots=True)
class ReleaseFilter:
    """`state`: draft, scheduled, published or failed. `item`: those that this item is in."""

    site: str | None = None
    state: str | None = None
    item: str | None = None

    def query(self) -> dict[str, Any]:
        exact = {"site": self.site, "state": self.state, "entries.item": self.item}
        return {path: value for path, value in exact.items() if value}


async def get_release(services: Services, actor: Actor, id: str) -> Release:
    """Raises NotFound."""
    release = await services.repository.releases.get(id)
    if release is None or not actor.may("read", release.site):
        raise NotFound(f"There is no release {id}.")
    return release


def find_releases(services: Services, actor: Actor, filter: ReleaseFilter) -> Listing:
    """Those of the sites that this person may read, the latest change first."""
    sites = actor.sites("read")
    reach = {} if EVERYWHERE in sites else {"site": {"$in": sorted(sites)}} if sites else NOTHING
    query = {"$and": [reach, filter.query()]}
    return Listing("releases", services.repository.release_lists, query, Order("modified_at"))
