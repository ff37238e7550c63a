"""Say that a conversation is over, or that it is not."""

from cms.access.action import action
from cms.items.comment_change import ThreadChange
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import CommentThread


@action(right="comment", event="ItemCommentResolved")
async def resolve_comment(change: ThreadChange, id: str) -> CommentThread:
    """The thread `id`. Raises NotFound, NotPermitted, TransitionNotAllowed (it is resolved already)."""
    return await _move(change, is_resolved=True)


@action(right="comment", event="ItemCommentReopened")
async def reopen_comment(change: ThreadChange, id: str) -> CommentThread:
    """The thread `id`. Raises NotFound, NotPermitted, TransitionNotAllowed (it is open)."""
    return await _move(change, is_resolved=False)


async def _move(change: ThreadChange, *, is_resolved: bool) -> CommentThread:
    thread = change.thread
    if (thread.resolved_at is not None) == is_resolved:
        raise TransitionNotAllowed("Somebody has done that already; load it again.")
    thread.resolved_at = change.now if is_resolved else None
    thread.resolved_by = change.actor.id if is_resolved else None
    await change.store()
    change.tell_of(thread.comments[0])
    return thread
