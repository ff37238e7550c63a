"""Mutations about releases and previews."""

from collections.abc import Awaitable, Callable
from typing import Any

from cms.access.actor import SYSTEM
from cms.items import actions
from storage.documents import ReleaseEntry
from tests.schema.management.roles import Row, Stage

AT = "2024-06-01T09:00"


async def filled(stage: Stage) -> str:
    release = await actions.create_release(stage.services, SYSTEM, "eccp", "Spring")
    entry = ReleaseEntry(item=stage.item.id, locales=["en"])
    return (await actions.add_to_release(stage.services, SYSTEM, release.id, [entry])).id


def of_release(
    before: Callable[[Stage, str], Awaitable[object]] | None = None, event: bool = False, **given: Any
) -> Row:
    async def prepare(stage: Stage) -> dict[str, Any]:
        id = await filled(stage)
        if before:
            await before(stage, id)
        return {"id": id, **given}

    return Row("publish", prepare, event=event)


async def scheduled(stage: Stage, id: str) -> None:
    await actions.schedule_release(stage.services, SYSTEM, id, AT)


async def adding(stage: Stage) -> dict[str, Any]:
    release = await actions.create_release(stage.services, SYSTEM, "eccp", "Spring")
    return {"id": release.id, "entries": [{"id": stage.item.id, "locales": ["en"]}]}


async def removing(stage: Stage) -> dict[str, Any]:
    return {"id": await filled(stage), "items": [stage.item.id]}


async def named(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp", "name": "Spring"}


async def shown(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp", "item": stage.item.id}


async def previewed(stage: Stage) -> dict[str, Any]:
    return {"id": (await actions.create_preview(stage.services, SYSTEM, "eccp")).id}


ROWS = {
    "createRelease": Row("publish", named, unseen="NOT_PERMITTED"),
    "renameRelease": of_release(name="Summer"),
    "addToRelease": Row("publish", adding),
    "removeFromRelease": Row("publish", removing),
    "publishRelease": of_release(event=True),
    "scheduleRelease": of_release(event=True, at=AT),
    "cancelRelease": of_release(scheduled),
    "deleteRelease": of_release(),
    "createPreview": Row("update", shown, unseen="NOT_PERMITTED"),
    "revokePreview": Row("update", previewed),
}
