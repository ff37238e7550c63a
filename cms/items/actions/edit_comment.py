"""Change what oneself has said."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.items.comment_threads import (
    checked_mentions,
    checked_text,
    record_comment,
    settle_mentions,
    thread_with_comment,
)
from cms.kernel.errors import NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import CommentThread
from storage.mongo import Session


async def edit_comment(
    services: Services, actor: Actor, id: str, text: str, *, mentions: Sequence[str] | None = None
) -> CommentThread:
    """The thread with the changed comment; `mentions` as they were unless given.

    Raises NotFound, NotPermitted (it is somebody else's), Invalid.
    """

    async def write(session: Session) -> CommentThread:
        thread, comment, item = await thread_with_comment(services, actor, id, session)
        if comment.by != actor.id:
            raise NotPermitted("Only whoever wrote a comment may change it; answer it instead.")
        if comment.deleted_at is not None:
            raise NotFound(f"The comment {id} was deleted; write another one.")
        before = set(comment.mentions)
        if mentions is not None:
            kept = [one for one in mentions if one in before]
            new = await checked_mentions(services, item, [one for one in mentions if one not in before], session)
            comment.mentions = list(dict.fromkeys([*kept, *new]))
        comment.text, comment.edited_at = checked_text(text), services.clock()
        settle_mentions(thread)
        await services.repository.comments.replace(thread, session)
        added = [one for one in comment.mentions if one not in before]
        await record_comment(
            services, actor, "edit_comment", "ItemCommentEdited", item, thread, comment, session, added
        )
        return thread

    return await services.transact(write)
