"""What was said about items, and whom one may ask to look."""

from cms.access.actor import Actor
from cms.access.reach import may_read, readable
from cms.accounts.people import actor_of
from cms.content.rules.collation import order_key
from cms.content.rules.title_words import search_words
from cms.content_types.content_type import registry
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, any_of, between, either, equal, not_
from storage.documents import Account, Item
from storage.keyset import Order

MAX_READ = 1_000
MAX_OFFERED = 20


def list_comments(
    services: Services,
    item: Item,
    *,
    is_resolved: bool | None = None,
    field: str | None = None,
    locale: str | None = None,
) -> Listing:
    """The latest conversation first; of `field` those of its parts too. `item` was read by the person who asks."""
    open_ = equal({"resolved_at": None})
    threads = all_of(
        equal({"item": item.id}),
        *([not_(open_) if is_resolved else open_] if is_resolved is not None else []),
        *([equal({"locale": locale})] if locale is not None else []),
        *([_within(field)] if field else []),
    )
    return Listing("comments", services.repository.comment_lists, threads, Order("at"))


async def open_mentions(services: Services, actor: Actor) -> Listing:
    """Unresolved conversations in which this person is mentioned, on items that they may still read."""
    items = await services.repository.comments.items_with_open_mentions(actor.id)
    reach = all_of(equal({"deleted_at": None}), readable(actor))
    known = sorted(await services.repository.items.existing(items, None, reach)) if items else []
    threads = all_of(equal({"mentioned": actor.id, "resolved_at": None}), any_of("item", known))
    return Listing("mentions", services.repository.comment_lists, threads, Order("at"))


async def mentionable(services: Services, item: Item, search: str = "") -> list[Account]:
    """At most 20 people who may read the item, by name, with words that begin as those of `search` do."""
    sites = None if registry[item.type].library else [item.site, *item.shared]
    accounts = await services.repository.accounts.with_any_role(sites, item.id, MAX_READ)
    wanted = search_words(search[:200])
    if search.strip() and not wanted:
        return []
    accounts.sort(key=lambda one: order_key(one.name, "en"))
    found = (one for one in accounts if _is_called(one, wanted) and may_read(actor_of(one), item))
    return [one for one, _ in zip(found, range(MAX_OFFERED), strict=False)]


def _is_called(account: Account, wanted: list[str]) -> bool:
    words = search_words(account.name)
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _within(field: str) -> Condition:
    """The field itself or one below it; "/" follows "."."""
    return either(equal({"field": field}), between("field", above=f"{field}.", below=f"{field}/"))
