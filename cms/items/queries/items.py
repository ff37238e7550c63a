"""Items as editors find them: one by its id, lists by filters, what waits for review, what lies in the recycle bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cms.access.actor import Actor
from cms.access.reach import guarded, may_read, owned, readable
from cms.content.rules.title_words import search_words, title_key
from cms.items.workflow import PENDING
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import (
    NOTHING,
    Condition,
    all_of,
    any_of,
    begins_with,
    between,
    either,
    equal,
    given,
    has_moment,
)
from storage.documents import LANGUAGES, Item
from storage.keyset import Order

MAX_SEARCHED_WORDS = 8
MAX_FACETS = 8
MAX_NAMES = 100
MAX_NAMESAKES = 500
NEWEST = Order("modified_at")
PRESENT = equal({"deleted_at": None})
"""What does not lie in the recycle bin."""
ORDERS = {
    "modified": Order("modified_at", descending=False),
    "-modified": NEWEST,
    "created": Order("created_at", descending=False),
    "-created": Order("created_at"),
    "day": Order("day", descending=False),
    "-day": Order("day"),
}


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """`state` in `locale`, or in any language; `locale` alone: has an address or a state in it. `site`: its own items
    and those shared with it. `search`: beginnings of words of a title, all of which must be there. `facets`: words of
    its type's own, all of them. `day_from` and `day_until`, both included: by the day of its type's own."""

    type: str | None = None
    site: str | None = None
    state: str | None = None
    locale: str | None = None
    search: str | None = None
    modified_by: str | None = None
    facets: Sequence[str] = ()
    day_from: str | None = None
    day_until: str | None = None
    is_scheduled: bool = False

    def condition(self) -> Condition:
        stage = "/".join(one for one in (self.state, self.locale) if one)
        return all_of(
            given({"type": self.type, "stages": stage, "modified_by": self.modified_by}),
            *([shown_on(self.site)] if self.site else []),
            *(equal({"facets": facet}) for facet in self.facets[:MAX_FACETS]),
            between("day", at_least=self.day_from or None, at_most=self.day_until or None),
            *([has_moment("next_moment")] if self.is_scheduled else []),
            _with_words(self.search or ""),
        )


def shown_on(site: str) -> Condition:
    """A site's own items and those shared with it."""
    return either(equal({"site": site}), equal({"shared": site}))


def _with_words(search: str) -> Condition:
    """What holds no letter and no digit stands in no word: it finds nothing."""
    words = search_words(search[:500])[:MAX_SEARCHED_WORDS]
    if search.strip() and not words:
        return NOTHING
    return all_of(*(begins_with("title_words", word) for word in words))


async def get_item(services: Services, actor: Actor, id: str) -> Item:
    """From the recycle bin too, for those who may bring it back. Raises NotFound."""
    item = await services.repository.items.get(id)
    is_there = item is not None and (item.deleted_at is None or actor.may_on("delete", item))
    if item is None or not is_there or not may_read(actor, item):
        raise NotFound(f"There is no item {id}.")
    return item


async def get_items(services: Services, actor: Actor, ids: Sequence[str], *, from_bin: bool = False) -> dict[str, Item]:
    """{id: item} of those that are there and may be read; `from_bin`: and of those that this person may bring back."""
    shown = either(PRESENT, _restorable(actor)) if from_bin else PRESENT
    wanted = all_of(any_of("_id", ids), shown, readable(actor))
    found = await services.repository.item_lists.page(wanted, NEWEST, len(ids)) if ids else []
    return {one["_id"]: Item.model_validate(one) for one in found}


async def get_namesakes(services: Services, actor: Actor, type: str, names: Sequence[str]) -> list[list[Item]]:
    """For each name the items of this type that are called so, whatever the case and the accents, the latest change
    first. Raises Invalid for more than `MAX_NAMES`."""
    if len(names) > MAX_NAMES:
        raise Invalid([Problem("names", "TOO_MANY", f"Ask for at most {MAX_NAMES} names at a time.")])
    keys = [title_key(name) for name in names]
    called = any_of("title_key", sorted({key for key in keys if key}))
    wanted = all_of(readable(actor), equal({"type": type}), called, PRESENT)
    found = await services.repository.item_lists.page(wanted, NEWEST, MAX_NAMESAKES)
    items = [Item.model_validate(one) for one in found]
    return [[one for one in items if key and one.title_key == key] for key in keys]


def find_items(
    services: Services, actor: Actor, filter: ItemFilter, order: str = "-modified", language: str = "en"
) -> Listing:
    """`order` is a key of `ORDERS`, or "title" or "-title": as titles read and are ordered in `language`, or in English
    where lists are not kept in that language."""
    wanted = all_of(readable(actor), PRESENT, filter.condition())
    if order.endswith("title"):
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        by_title = Order(f"title_order.{spoken}", descending=order.startswith("-"))
        return Listing(f"items.{order}.{spoken}", services.repository.item_lists, wanted, by_title)
    return Listing(f"items.{order}", services.repository.item_lists, wanted, ORDERS[order])


def review_list(services: Services, actor: Actor) -> Listing:
    """What waits for a decision that this person may make, the longest waiting first."""
    wanted = all_of(owned(actor, "publish"), guarded(actor), PRESENT, equal({"stages": PENDING}))
    return Listing("review", services.repository.item_lists, wanted, ORDERS["modified"])


def recycle_bin(services: Services, actor: Actor, filter: ItemFilter | None = None) -> Listing:
    """What this person may bring back, the latest first."""
    wanted = all_of(_restorable(actor), (filter or ItemFilter()).condition())
    return Listing("bin", services.repository.item_lists, wanted, Order("deleted_at"))


def gone_at(services: Services, item: Item) -> datetime | None:
    """From when on the recycle bin gives it up for good; None for what does not lie there."""
    return item.deleted_at and item.deleted_at + timedelta(days=services.settings.recycle_bin_days)


def _restorable(actor: Actor) -> Condition:
    return all_of(owned(actor, "delete"), guarded(actor), has_moment("deleted_at"))
