"""What is scheduled: items by the first moment at which something happens to them by the clock."""

from dataclasses import dataclass
from datetime import datetime

from cms.access.actor import Actor
from cms.access.reach import readable
from cms.items.queries.items import PRESENT, ItemFilter
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import all_of, between, has_moment
from storage.documents import Item
from storage.keyset import Order


@dataclass(frozen=True, slots=True)
class Moment:
    """`action` is "publish" or "unpublish"; `version` the one that goes live, None where that is no publication of the
    item's own schedule; `release` the id of the release that does it."""

    at: datetime
    locale: str
    action: str
    version: int | None = None
    release: str | None = None


def find_scheduled(services: Services, actor: Actor, site: str | None = None, until: datetime | None = None) -> Listing:
    """The items that this person may read for which something is scheduled, the next moment first. `until`: whose next
    moment is not after."""
    due = all_of(has_moment("next_moment"), between("next_moment", at_most=until))
    shown = all_of(readable(actor), due, PRESENT, ItemFilter(site=site).condition())
    return Listing("scheduled", services.repository.item_lists, shown, Order("next_moment", descending=False))


def moments(item: Item) -> list[Moment]:
    """In their order."""
    found: list[Moment] = []
    for locale, state in item.states.items():
        if state.effective:
            found.append(Moment(state.effective, locale, "publish", state.scheduled_version))
        if state.expires:
            found.append(Moment(state.expires, locale, "unpublish"))
        if state.planned:
            found.append(Moment(state.planned.at, locale, state.planned.action, release=state.planned.release))
    return sorted(found, key=lambda one: (one.at, one.locale))
