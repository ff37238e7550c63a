"""Say something about an item, or answer what somebody said."""

from collections.abc import Sequence

from cms.access.action import action
from cms.items.checks import content_type
from cms.items.comment_change import CommentedItemChange, ThreadChange
from cms.items.comment_threads import (
    MAX_COMMENTS,
    MAX_THREADS,
    checked_mentions,
    checked_text,
    settle_mentions,
)
from cms.kernel.errors import Invalid, Problem
from storage.documents import Comment, CommentThread, Item

LONGEST_FIELD = 300


@action(right="comment", event="ItemCommented")
async def add_comment(
    change: CommentedItemChange,
    id: str,
    text: str,
    *,
    field: str = "",
    locale: str | None = None,
    mentions: Sequence[str] = (),
) -> CommentThread:
    """The new thread about the item `id`. `field`: dotted path with element ids, "" for the item as a whole;
    `mentions`: ids of people who may read the item and are asked to look.

    Raises NotFound, NotPermitted, Invalid.
    """
    item = change.item
    _check_field(item, field)
    comment = await _comment(change, text, mentions)
    if await change.repository.comments.count(item.id, change.session) >= MAX_THREADS:
        message = f"There are {MAX_THREADS} conversations about this item; delete some that are over."
        raise Invalid([Problem("", "TOO_MANY", message)])
    thread = CommentThread(item=item.id, field=field, locale=locale, at=comment.at, comments=[comment])
    settle_mentions(thread)
    await change.repository.comments.insert(thread, change.session)
    change.thread = thread
    change.tell_of(comment, comment.mentions)
    return thread


@action(right="comment", event="ItemCommented")
async def reply_to_comment(change: ThreadChange, id: str, text: str, *, mentions: Sequence[str] = ()) -> CommentThread:
    """The thread `id` with the answer. Raises NotFound, NotPermitted, Invalid."""
    comment = await _comment(change, text, mentions)
    if len(change.thread.comments) >= MAX_COMMENTS:
        raise Invalid([Problem("", "TOO_MANY", f"{MAX_COMMENTS} comments are enough for one; begin another one.")])
    change.thread.comments.append(comment)
    await change.store()
    change.tell_of(comment, comment.mentions)
    return change.thread


async def _comment(change: CommentedItemChange, text: str, mentions: Sequence[str]) -> Comment:
    asked = await checked_mentions(change.services, change.item, mentions, change.session)
    return Comment(by=change.actor.id, at=change.now, text=checked_text(text), mentions=asked)


def _check_field(item: Item, field: str) -> None:
    known = {"", "slugs", *content_type(item.type).fields}
    if len(field) > LONGEST_FIELD or field.partition(".")[0] not in known:
        raise Invalid([Problem("field", "UNKNOWN_FIELD", "Give the path of a field, or leave it out.")])
