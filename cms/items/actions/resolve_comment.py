"""Say that a conversation is over, or that it is not."""

from cms.access.actor import Actor
from cms.items.comment_threads import record_comment, thread_of
from cms.kernel.errors import TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import CommentThread
from storage.mongo import Session


async def resolve_comment(services: Services, actor: Actor, thread_id: str) -> CommentThread:
    """Raises NotFound, NotPermitted, TransitionNotAllowed (it is resolved already)."""
    return await _move(services, actor, thread_id, is_resolved=True)


async def reopen_comment(services: Services, actor: Actor, thread_id: str) -> CommentThread:
    """Raises NotFound, NotPermitted, TransitionNotAllowed (it is open)."""
    return await _move(services, actor, thread_id, is_resolved=False)


async def _move(services: Services, actor: Actor, thread_id: str, *, is_resolved: bool) -> CommentThread:
    async def write(session: Session) -> CommentThread:
        thread, item = await thread_of(services, actor, thread_id, session)
        if (thread.resolved_at is not None) == is_resolved:
            raise TransitionNotAllowed("Somebody has done that already; load it again.")
        thread.resolved_at = services.clock() if is_resolved else None
        thread.resolved_by = actor.id if is_resolved else None
        await services.repository.comments.replace(thread, session)
        action, event = ("resolve", "Resolved") if is_resolved else ("reopen", "Reopened")
        first = thread.comments[0]
        await record_comment(services, actor, f"{action}_comment", f"ItemComment{event}", item, thread, first, session)
        return thread

    return await services.transact(write)
