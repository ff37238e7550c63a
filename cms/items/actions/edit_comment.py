"""Change what oneself has said."""

from collections.abc import Sequence
from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.comment_change import CommentChange
from cms.items.comment_threads import (
    checked_mentions,
    checked_text,
)
from cms.kernel.errors import NotFound, NotPermitted
from storage.documents import CommentThread


@action(right="comment", event="ItemCommentEdited", offered="Change what oneself has said.")
async def edit_comment(
    change: CommentChange,
    id: Annotated[Id, "Of the comment, not of the thread."],
    text: Annotated[str, "Plain text of at most 4,000 characters."],
    *,
    mentions: Annotated[Sequence[Id] | None, "Left out, they stay."] = None,
) -> CommentThread:
    """The thread with the changed comment; `mentions` as they were unless given.

    Raises NotFound, NotPermitted (it is somebody else's), Invalid.
    """
    comment = change.comment
    if comment.by != change.actor.id:
        raise NotPermitted("Only whoever wrote a comment may change it; answer it instead.")
    if comment.deleted_at is not None:
        raise NotFound(f"The comment {id} was deleted; write another one.")
    before = set(comment.mentions)
    if mentions is not None:
        comment.mentions = await _mentioned(change, before, mentions)
    comment.text, comment.edited_at = checked_text(text), change.now
    await change.store()
    change.tell_of(comment, [one for one in comment.mentions if one not in before])
    return change.thread


async def _mentioned(change: CommentChange, before: set[str], mentions: Sequence[str]) -> list[str]:
    """Whoever was mentioned before may stay, whatever became of his rights."""
    new = [one for one in mentions if one not in before]
    checked = await checked_mentions(change.services, change.item, new, change.session)
    return list(dict.fromkeys([*(one for one in mentions if one in before), *checked]))
