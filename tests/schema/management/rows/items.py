"""Mutations about one item."""

from collections.abc import Awaitable, Callable
from typing import Any

from cms.access.actor import SYSTEM
from cms.items import actions
from tests.schema.management.roles import Row, Stage

Before = Callable[[Stage], Awaitable[object]]
EN: dict[str, Any] = {"locale": "en"}


async def nothing(stage: Stage) -> None:
    pass


async def submitted(stage: Stage) -> None:
    await actions.submit_item(stage.services, SYSTEM, stage.item.id, "en")


async def published(stage: Stage) -> None:
    await actions.publish_item(stage.services, SYSTEM, stage.item.id, ["en"])


async def archived(stage: Stage) -> None:
    await actions.archive_item(stage.services, SYSTEM, stage.item.id, "en")


async def deleted(stage: Stage) -> None:
    await actions.delete_item(stage.services, SYSTEM, stage.item.id)


async def new_edition(stage: Stage) -> dict[str, Any]:
    data = stage.item.data
    return {"type": "Edition", "site": "eccp", "data": data, "slugs": [{"locale": "en", "slug": "another"}]}


def about_item(right: str, before: Before, given: dict[str, Any], *, hidden: bool = False) -> Row:
    async def prepare(stage: Stage) -> dict[str, Any]:
        await before(stage)
        return {"id": stage.item.id, **given}

    return Row(right, prepare, hidden=hidden, event=True)


ROWS = {
    "createItem": Row("create", new_edition, unseen="NOT_PERMITTED", event=True),
    "updateItem": about_item("update", nothing, {"baseVersion": 1, "changes": {"region": {"en": "North-East"}}}),
    "submitItem": about_item("update", nothing, EN),
    "withdrawItem": about_item("update", submitted, EN),
    "sendBackItem": about_item("publish", submitted, {**EN, "comment": "Please add the venue."}),
    "publishItem": about_item("publish", nothing, {"locales": ["en"]}),
    "unpublishItem": about_item("publish", published, {"locales": ["en"]}),
    "schedulePublication": about_item("publish", nothing, {**EN, "at": "2024-06-01T09:00"}),
    "scheduleExpiry": about_item("publish", published, {**EN, "at": "2024-06-01T09:00"}),
    "archiveItem": about_item("publish", published, EN),
    "reopenItem": about_item("publish", archived, EN),
    "shareItem": about_item("share", published, {"sites": ["nca"]}),
    "deleteItem": about_item("delete", published, {}),
    "restoreItem": about_item("delete", deleted, {}, hidden=True),  # only those know what lies in the recycle bin
    "purgeItem": about_item("delete", deleted, {}, hidden=True),
    "restoreVersion": about_item("update", nothing, {"version": 1}),
    "discardDraft": about_item("update", published, {}),
}
