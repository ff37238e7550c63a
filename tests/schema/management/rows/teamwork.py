"""Mutations of people who work on an item together."""

from typing import Any

from cms.access.actor import SYSTEM, Actor
from cms.items import actions
from storage.documents import CommentThread
from tests.schema.management.roles import SOMEBODY, Row, Stage
from tests.services import person


async def said(stage: Stage, by: Actor) -> CommentThread:
    return await actions.add_comment(stage.services, by, stage.item.id, "Is this the right date?", field="start")


async def new_comment(stage: Stage) -> dict[str, Any]:
    return {"item": stage.item.id, "text": "Is this the right date?", "field": "start"}


async def thread(stage: Stage) -> dict[str, Any]:
    return {"thread": (await said(stage, SYSTEM)).id}


async def answered_thread(stage: Stage) -> dict[str, Any]:
    return {**await thread(stage), "text": "Yes."}


async def resolved_thread(stage: Stage) -> dict[str, Any]:
    given = await thread(stage)
    await actions.resolve_comment(stage.services, SYSTEM, given["thread"])
    return given


async def own_comment(stage: Stage) -> dict[str, Any]:
    """Of somebody who may have lost the right since."""
    return {"id": (await said(stage, person(SOMEBODY, eccp=["editor"]))).comments[0].id}


async def changed_comment(stage: Stage) -> dict[str, Any]:
    return {**await own_comment(stage), "text": "It is."}


async def item(stage: Stage) -> dict[str, Any]:
    return {"item": stage.item.id}


async def present(stage: Stage) -> dict[str, Any]:
    await actions.announce_presence(stage.services, person(SOMEBODY, eccp=["editor"]), stage.item.id)
    return await item(stage)


async def stale(stage: Stage) -> dict[str, Any]:
    theme = {**stage.item.data["theme"], "en": "Another theme"}
    changed = await actions.update_item(stage.services, SYSTEM, stage.item.id, 1, {"theme": theme})
    return {"id": changed.id, "locale": "cs", "baseVersion": changed.version}


async def another_language(stage: Stage) -> dict[str, Any]:
    return {"id": stage.item.id, "locale": "bg", "baseVersion": 1}


async def another_source(stage: Stage) -> dict[str, Any]:
    return {"id": stage.item.id, "locale": "cs"}


ROWS = {
    "addComment": Row("comment", new_comment, event=True),
    "replyToComment": Row("comment", answered_thread, event=True),
    "editComment": Row("comment", changed_comment, event=True),
    "deleteComment": Row("comment", own_comment, event=True),
    "resolveComment": Row("comment", thread, event=True),
    "reopenComment": Row("comment", resolved_thread, event=True),
    "announcePresence": Row("update", item, audited=False),
    "leavePresence": Row("update", present, audited=False),
    "markTranslated": Row("update", stale, event=True),
    "copyFromSource": Row("update", another_language, event=True),
    "changeSourceLocale": Row("update", another_source, event=True),
}
