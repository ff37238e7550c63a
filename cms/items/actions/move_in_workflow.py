"""The steps of the workflow that change nothing of the content: submit, withdraw, send back, archive, reopen."""

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items import workflow
from cms.items.change_record import record_change
from cms.items.checks import content_type
from cms.items.snapshot import write_schedule, write_snapshot
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Comment, CommentThread, Item
from storage.mongo import Session

EVENTS = {
    "submit": "ItemSubmitted",
    "withdraw": "ItemWithdrawn",
    "send_back": "ItemSentBack",
    "archive": "ItemArchived",
    "reopen": "ItemReopened",
}


async def submit_item(services: Services, actor: Actor, id: str, locale: str) -> Item:
    """Asks for review. Raises NotFound, NotPermitted, TransitionNotAllowed."""
    return await _move(services, actor, id, locale, "submit")


async def withdraw_item(services: Services, actor: Actor, id: str, locale: str) -> Item:
    """Takes the request for review back."""
    return await _move(services, actor, id, locale, "withdraw")


async def send_back_item(services: Services, actor: Actor, id: str, locale: str, comment: str) -> Item:
    """Returns it to its author with a comment, which must say something."""
    if not comment.strip():
        raise Invalid([Problem("comment", "REQUIRED", "Say what should be changed.", locale)])
    return await _move(services, actor, id, locale, "send_back", comment=comment.strip()[:4000])


async def archive_item(services: Services, actor: Actor, id: str, locale: str) -> Item:
    """Puts one language away, live text included."""
    return await _move(services, actor, id, locale, "archive")


async def reopen_item(services: Services, actor: Actor, id: str, locale: str) -> Item:
    """Brings an archived language back as a private draft."""
    return await _move(services, actor, id, locale, "reopen")


async def _move(services: Services, actor: Actor, id: str, locale: str, name: str, **details: str) -> Item:
    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        transition = workflow.require(name, actor, item, locale)
        before = workflow.state_of(item, locale)
        to = workflow.at_rest(before.version) if transition.to == workflow.PRIVATE else transition.to
        changes: dict[str, object] = {"state": to, "is_sent_back": name == "send_back"}
        changes["submitted_by"] = actor.id if name == "submit" else None
        if name == "archive":
            changes |= {"version": None, "published_at": None}
            changes |= {"effective": None, "scheduled_version": None, "along": [], "left": [], "expires": None}
        item.states = {**item.states, locale: before.model_copy(update=changes)}
        await services.repository.items.replace(item, item.version, session)
        if name == "archive":
            await _take_away(services, item, locale, was_live=before.version is not None, session=session)
        await record_change(services, actor, f"{name}_item", EVENTS[name], item, session, locale=locale, **details)
        if name == "send_back":
            await _leave_comment(services, actor, item, locale, details["comment"], before.submitted_by, session)
        return item

    return await services.transact(write)


async def _leave_comment(
    services: Services, actor: Actor, item: Item, locale: str, text: str, author: str | None, session: Session
) -> None:
    """Where it can be answered. The event of sending back tells of it already, so there is none of its own."""
    mentions = [author] if author and author != actor.id else []
    comment = Comment(by=actor.id, at=services.clock(), text=text, mentions=mentions)
    thread = CommentThread(item=item.id, locale=locale, at=comment.at, comments=[comment], mentioned=mentions)
    await services.repository.comments.insert(thread, session)


async def _take_away(services: Services, item: Item, locale: str, *, was_live: bool, session: Session) -> None:
    kind = content_type(item.type)
    if was_live:
        await write_snapshot(services, kind, item, session, withdraw=[locale])
    await write_schedule(services, kind, item, session)
