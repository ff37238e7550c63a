"""Releases as editors find them."""

from dataclasses import dataclass

from cms.access.actor import Actor
from cms.access.reach import of_sites
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, given
from storage.documents import Release
from storage.keyset import Order


@dataclass(frozen=True, slots=True)
class ReleaseFilter:
    """`state`: draft, scheduled, published or failed. `item`: those that this item is in."""

    site: str | None = None
    state: str | None = None
    item: str | None = None

    def condition(self) -> Condition:
        return given({"site": self.site, "state": self.state, "entries.item": self.item})


async def get_release(services: Services, actor: Actor, id: str) -> Release:
    """Raises NotFound."""
    release = await services.repository.releases.get(id)
    if release is None or not actor.may("read", release.site):
        raise NotFound(f"There is no release {id}.")
    return release


def find_releases(services: Services, actor: Actor, filter: ReleaseFilter) -> Listing:
    """Those of the sites that this person may read, the latest change first."""
    shown = all_of(of_sites(actor, "read"), filter.condition())
    return Listing("releases", services.repository.release_lists, shown, Order("modified_at"))
