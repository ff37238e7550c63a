"""What workers have done, have before them, and could not do."""

from dataclasses import dataclass
from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import NOTHING
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.keyset import Order
from storage.repositories.outbox import OutboxFigures

RIGHT = "manage_worker"


@dataclass(frozen=True, slots=True)
class OutboxFilter:
    """`state`: waiting, done, parked or dropped."""

    state: str | None = None
    name: str | None = None
    site: str | None = None
    item: str | None = None

    def query(self) -> dict[str, Any]:
        named = {"state": self.state, "name": self.name, "site": self.site, "item": self.item}
        return {name: value for name, value in named.items() if value is not None}


def workable(actor: Actor) -> dict[str, Any]:
    """The database query of all events that this person may look after; those of no site need the right on all."""
    sites = actor.sites(RIGHT)
    if EVERYWHERE in sites:
        return {}
    return {"site": {"$in": sorted(sites)}} if sites else NOTHING


def find_events(services: Services, actor: Actor, filter: OutboxFilter) -> Listing:
    """Newest first, without what only reactions need to know."""
    query = {"$and": [workable(actor), filter.query()]}
    return Listing("outbox", services.repository.outbox_lists, query, Order("at"), ("payload",))


async def outbox_figures(services: Services, actor: Actor) -> tuple[OutboxFigures, dict[str, int]] | None:
    """Of the sites of this person; besides {event: how many are parked}. None for those who look after no worker."""
    if not actor.sites(RIGHT):
        return None
    outbox, within = services.repository.outbox, workable(actor)
    return await outbox.figures(services.clock(), within), await outbox.parked_by_name(within)
