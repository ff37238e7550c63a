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
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.services import Publish

Step = Callable[[Services, Item], Awaitable[Any]]


async def nothing(services: Services, item: Item) -> None:
    pass


async def drafted(services: Services, item: Item) -> None:
    await update_override(services, SYSTEM, item.id, "nca", 0, {"title": {"en": "Ours"}, "order": 1})


async def shown(services: Services, item: Item) -> None:
    await drafted(services, item)
    await publish_override(services, SYSTEM, item.id, "nca")


async def changed(services: Services, item: Item) -> None:
    await shown(services, item)
    await update_override(services, SYSTEM, item.id, "nca", 1, {"order": 2})


async def redirected(services: Services, item: Item) -> None:
    await add_redirect(services, SYSTEM, "eccp", "/en/old", item.id)


async def binned(services: Services, item: Item) -> None:
    await changed(services, item)
    await redirected(services, item)
    await delete_item(services, SYSTEM, item.id)


async def binned_with_an_old_term(services: Services, item: Item) -> None:
    await delete_item(services, SYSTEM, item.id)
    await merge_terms(services, SYSTEM, "sectors", "power", "energy", 1)


ACTIONS: dict[str, tuple[Step, Step]] = {
    "update override": (nothing, drafted),
    "change override": (
        shown,
        lambda services, item: update_override(
            services, SYSTEM, item.id, "nca", 1, {"title": {"en": "New"}, "order": 3}
        ),
    ),
    "publish override": (changed, lambda services, item: publish_override(services, SYSTEM, item.id, "nca")),
    "withdraw override": (changed, lambda services, item: withdraw_override(services, SYSTEM, item.id, "nca")),
    "discard override": (changed, lambda services, item: discard_override(services, SYSTEM, item.id, "nca")),
    "remove override": (drafted, lambda services, item: discard_override(services, SYSTEM, item.id, "nca")),
    "add redirect": (nothing, redirected),
    "remove redirect": (redirected, lambda services, item: remove_redirect(services, SYSTEM, "eccp/en/old")),
    "merge terms": (nothing, lambda services, item: merge_terms(services, SYSTEM, "sectors", "power", "energy", 1)),
    "rename term": (nothing, lambda services, item: rename_term(services, SYSTEM, "sectors", "power", "heat", 1)),
    "delete": (shown, lambda services, item: delete_item(services, SYSTEM, item.id)),
    "restore": (binned_with_an_old_term, lambda services, item: restore_item(services, SYSTEM, item.id)),
    "purge": (binned, lambda services, item: purge_item(services, SYSTEM, item.id)),
}
"""{name: (what happened before, what is stopped)}."""


@pytest.mark.parametrize("name", ACTIONS)
async def test_an_action_that_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, services: Services, mongo: Mongo, sites: None, publish: Publish, make_edition: Publish
) -> None:
    terms = [{"slug": slug, "label": {"en": slug}} for slug in ("energy", "power")]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    item = await make_edition(sectors=["power"])
    prepare, act = ACTIONS[name]
    await prepare(services, item)

    assert await stopped_after_each_write(services, mongo, lambda stopping: act(stopping, item)) >= 3
