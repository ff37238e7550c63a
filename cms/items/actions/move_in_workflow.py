"""The steps of the workflow that change nothing of the content: submit, withdraw, send back, archive, reopen."""

from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id, OneLanguage
from cms.items import workflow
from cms.items.item_change import ItemChange
from cms.items.snapshot import write_schedule, write_snapshot
from cms.kernel.errors import Invalid, Problem
from storage.documents import Comment, CommentThread, Item, LocaleState

PUT_AWAY: dict[str, object] = {
    "version": None,
    "published_at": None,
    "effective": None,
    "scheduled_version": None,
    "along": [],
    "left": [],
    "expires": None,
}


@action(right="update", event="ItemSubmitted", offered="Ask for review of one language.")
async def submit_item(change: ItemChange, id: Id, locale: OneLanguage) -> Item:
    """Asks for review. Raises NotFound, NotPermitted, TransitionNotAllowed."""
    await _move(change, locale, "submit", submitted_by=change.actor.id)
    return change.item


@action(right="update", event="ItemWithdrawn", offered="Take the request for review back.")
async def withdraw_item(change: ItemChange, id: Id, locale: OneLanguage) -> Item:
    """Takes the request for review back."""
    await _move(change, locale, "withdraw")
    return change.item


@action(right="publish", event="ItemSentBack", offered="Return one language to its author with a comment.")
async def send_back_item(
    change: ItemChange, id: Id, locale: OneLanguage, comment: Annotated[str, "What should be changed."]
) -> Item:
    """Returns it to its author with a comment, which must say something."""
    text = comment.strip()[:4000]
    if not text:
        raise Invalid([Problem("comment", "REQUIRED", "Say what should be changed.", locale)])
    before = await _move(change, locale, "send_back", is_sent_back=True)
    change.tell(comment=text)
    await _leave_comment(change, locale, text, before.submitted_by)
    return change.item


@action(right="publish", event="ItemArchived", offered="Put one language away, live text included.")
async def archive_item(change: ItemChange, id: Id, locale: OneLanguage) -> Item:
    """Puts one language away, live text included."""
    before = await _move(change, locale, "archive", **PUT_AWAY)
    if before.version is not None:
        await write_snapshot(change.services, change.kind, change.item, change.session, withdraw=[locale])
    await write_schedule(change.services, change.kind, change.item, change.session)
    return change.item


@action(right="publish", event="ItemReopened", offered="Bring an archived language back as a private draft.")
async def reopen_item(change: ItemChange, id: Id, locale: OneLanguage) -> Item:
    """Brings an archived language back as a private draft."""
    await _move(change, locale, "reopen")
    return change.item


async def _move(change: ItemChange, locale: str, name: str, **changes: object) -> LocaleState:
    """The state before. Raises NotPermitted, TransitionNotAllowed."""
    item = change.item
    transition = workflow.require(name, change.actor, item, locale)
    before = workflow.state_of(item, locale)
    to = workflow.at_rest(before.version) if transition.to == workflow.PRIVATE else transition.to
    moved = {"state": to, "is_sent_back": False, "submitted_by": None, **changes}
    item.states = {**item.states, locale: before.model_copy(update=moved)}
    await change.store()
    change.tell(locale=locale)
    return before


async def _leave_comment(change: ItemChange, locale: str, text: str, author: str | None) -> None:
    """Where it can be answered. The event of sending back tells of it already, so there is none of its own."""
    mentions = [author] if author and author != change.actor.id else []
    comment = Comment(by=change.actor.id, at=change.now, text=text, mentions=mentions)
    thread = CommentThread(item=change.item.id, locale=locale, at=comment.at, comments=[comment], mentioned=mentions)
    await change.repository.comments.insert(thread, change.session)
