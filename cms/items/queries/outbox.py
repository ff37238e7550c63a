"""What workers have done, have before them, and could not do."""

from dataclasses import dataclass

from cms.access.actor import Actor
from cms.access.reach import of_sites
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, equal
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

    def condition(self) -> Condition:
        named = {"state": self.state, "name": self.name, "site": self.site, "item": self.item}
        return equal({name: value for name, value in named.items() if value is not None})


def workable(actor: Actor) -> Condition:
    """Holds of all events that this person may look after; those of no site need the right on all."""
    return of_sites(actor, RIGHT)


def find_events(services: Services, actor: Actor, filter: OutboxFilter) -> Listing:
    """Newest first, without what only reactions need to know."""
    events = all_of(workable(actor), filter.condition())
    return Listing("outbox", services.repository.outbox_lists, events, Order("at"), ("payload",))


async def outbox_figures(services: Services, actor: Actor) -> tuple[OutboxFigures, dict[str, int]] | None:
    """Of the sites of this person; besides {event: how many are parked}. None for those who look after no worker."""
    if not actor.sites(RIGHT):
        return None
    outbox, within = services.repository.outbox, workable(actor)
    return await outbox.figures(services.clock(), within), await outbox.parked_by_name(within)
