"""Mutations about what belongs to a site: what it shows differently, and its old addresses."""

from typing import Any

from cms.access.actor import SYSTEM
from cms.items import actions
from tests.schema.management.roles import Row, Stage


def overriding(right: str, **given: Any) -> Row:
    """Of the Czech site, which shows an item of another site and says something of its own already."""

    async def prepare(stage: Stage) -> dict[str, Any]:
        services, item = stage.services, stage.item
        await actions.share_item(services, SYSTEM, item.id, ["nca"])
        await actions.publish_item(services, SYSTEM, item.id, ["en"])
        await actions.update_override(services, SYSTEM, item.id, "nca", 0, {"lead": {"cs": "A"}})
        await actions.publish_override(services, SYSTEM, item.id, "nca")
        await actions.update_override(services, SYSTEM, item.id, "nca", 1, {"lead": {"cs": "B"}})
        return {"item": item.id, "site": "nca", **given}

    return Row(right, prepare, site="nca", event=True)


async def published(stage: Stage) -> dict[str, Any]:
    await actions.publish_item(stage.services, SYSTEM, stage.item.id, ["en"])
    return {"site": "eccp", "path": "/en/old", "item": stage.item.id}


async def redirected(stage: Stage) -> dict[str, Any]:
    given = await published(stage)
    await actions.add_redirect(stage.services, SYSTEM, "eccp", given["path"], stage.item.id)
    return {"id": "eccp/en/old"}


ROWS = {
    "updateOverride": overriding("update", baseVersion=2, changes={"lead": {"cs": "C"}}),
    "publishOverride": overriding("publish"),
    "withdrawOverride": overriding("publish"),
    "discardOverride": overriding("update"),
    "addRedirect": Row("manage_site", published, unseen="NOT_PERMITTED", event=True),
    "removeRedirect": Row("manage_site", redirected, hidden=True, event=True),
}
