"""Say something about an item, or answer what somebody said."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.items.checks import content_type
from cms.items.comment_threads import (
    MAX_COMMENTS,
    MAX_THREADS,
    checked_mentions,
    checked_text,
    commented_item,
    record_comment,
    settle_mentions,
    thread_of,
)
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Comment, CommentThread, Item
from storage.mongo import Session

LONGEST_FIELD = 300


async def add_comment(
    services: Services,
    actor: Actor,
    item_id: str,
    text: str,
    *,
    field: str = "",
    locale: str | None = None,
    mentions: Sequence[str] = (),
) -> CommentThread:
    """The new thread. `field`: dotted path with element ids, "" for the item as a whole; `mentions`: ids of people who
    may read the item and are asked to look.

    Raises NotFound, NotPermitted, Invalid.
    """

    async def write(session: Session) -> CommentThread:
        item = await commented_item(services, actor, item_id, session)
        _check_field(item, field)
        comment = await _comment(services, actor, item, text, mentions, session)
        if await services.repository.comments.count(item.id, session) >= MAX_THREADS:
            message = f"There are {MAX_THREADS} conversations about this item; delete some that are over."
            raise Invalid([Problem("", "TOO_MANY", message)])
        thread = CommentThread(item=item.id, field=field, locale=locale, at=comment.at, comments=[comment])
        settle_mentions(thread)
        await services.repository.comments.insert(thread, session)
        await record_comment(
            services, actor, "add_comment", "ItemCommented", item, thread, comment, session, comment.mentions
        )
        return thread

    return await services.transact(write)


async def reply_to_comment(
    services: Services, actor: Actor, thread_id: str, text: str, *, mentions: Sequence[str] = ()
) -> CommentThread:
    """The thread with the answer. Raises NotFound, NotPermitted, Invalid."""

    async def write(session: Session) -> CommentThread:
        thread, item = await thread_of(services, actor, thread_id, session)
        comment = await _comment(services, actor, item, text, mentions, session)
        if len(thread.comments) >= MAX_COMMENTS:
            raise Invalid([Problem("", "TOO_MANY", f"{MAX_COMMENTS} comments are enough for one; begin another one.")])
        thread.comments.append(comment)
        settle_mentions(thread)
        await services.repository.comments.replace(thread, session)
        await record_comment(
            services, actor, "reply_to_comment", "ItemCommented", item, thread, comment, session, comment.mentions
        )
        return thread

    return await services.transact(write)


async def _comment(
    services: Services, actor: Actor, item: Item, text: str, mentions: Sequence[str], session: Session
) -> Comment:
    asked = await checked_mentions(services, item, mentions, session)
    return Comment(by=actor.id, at=services.clock(), text=checked_text(text), mentions=asked)


def _check_field(item: Item, field: str) -> None:
    known = {"", "slugs", *content_type(item.type).fields}
    if len(field) > LONGEST_FIELD or field.partition(".")[0] not in known:
        raise Invalid([Problem("field", "UNKNOWN_FIELD", "Give the path of a field, or leave it out.")])
