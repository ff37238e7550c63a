"""A fault at any write of what is done for sites, with terms and to the recycle bin leaves all of it or nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import (
    add_redirect,
    delete_item,
    discard_override,
    merge_terms,
    publish_override,
    purge_item,
    remove_redirect,
    rename_term,
    restore_item,
    update_override,
    withdraw_override,
)
from cms.kernel.desk import Desk
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.desk import Publish

Step = Callable[[Desk, Item], Awaitable[Any]]


async def nothing(desk: Desk, item: Item) -> None:
    pass


async def drafted(desk: Desk, item: Item) -> None:
    await update_override(desk, SYSTEM, item.id, "nca", 0, {"title": {"en": "Ours"}, "order": 1})


async def shown(desk: Desk, item: Item) -> None:
    await drafted(desk, item)
    await publish_override(desk, SYSTEM, item.id, "nca")


async def changed(desk: Desk, item: Item) -> None:
    await shown(desk, item)
    await update_override(desk, SYSTEM, item.id, "nca", 1, {"order": 2})


async def redirected(desk: Desk, item: Item) -> None:
    await add_redirect(desk, SYSTEM, "eccp", "/en/old", item.id)


async def binned(desk: Desk, item: Item) -> None:
    await changed(desk, item)
    await redirected(desk, item)
    await delete_item(desk, SYSTEM, item.id)


async def binned_with_an_old_term(desk: Desk, item: Item) -> None:
    await delete_item(desk, SYSTEM, item.id)
    await merge_terms(desk, SYSTEM, "sectors", "power", "energy", 1)


ACTIONS: dict[str, tuple[Step, Step]] = {
    "update override": (nothing, drafted),
    "change override": (
        shown,
        lambda desk, item: update_override(desk, SYSTEM, item.id, "nca", 1, {"title": {"en": "New"}, "order": 3}),
    ),
    "publish override": (changed, lambda desk, item: publish_override(desk, SYSTEM, item.id, "nca")),
    "withdraw override": (changed, lambda desk, item: withdraw_override(desk, SYSTEM, item.id, "nca")),
    "discard override": (changed, lambda desk, item: discard_override(desk, SYSTEM, item.id, "nca")),
    "remove override": (drafted, lambda desk, item: discard_override(desk, SYSTEM, item.id, "nca")),
    "add redirect": (nothing, redirected),
    "remove redirect": (redirected, lambda desk, item: remove_redirect(desk, SYSTEM, "eccp/en/old")),
    "merge terms": (nothing, lambda desk, item: merge_terms(desk, SYSTEM, "sectors", "power", "energy", 1)),
    "rename term": (nothing, lambda desk, item: rename_term(desk, SYSTEM, "sectors", "power", "heat", 1)),
    "delete": (shown, lambda desk, item: delete_item(desk, SYSTEM, item.id)),
    "restore": (binned_with_an_old_term, lambda desk, item: restore_item(desk, SYSTEM, item.id)),
    "purge": (binned, lambda desk, item: purge_item(desk, SYSTEM, item.id)),
}
"""{name: (what happened before, what is stopped)}."""


@pytest.mark.parametrize("name", ACTIONS)
async def test_an_action_that_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, desk: Desk, mongo: Mongo, sites: None, publish: Publish, make_edition: Publish
) -> None:
    terms = [{"slug": slug, "label": {"en": slug}} for slug in ("energy", "power")]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    item = await make_edition(sectors=["power"])
    prepare, act = ACTIONS[name]
    await prepare(desk, item)

    assert await stopped_after_each_write(desk, mongo, lambda stopping: act(stopping, item)) >= 3
