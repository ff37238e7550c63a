"""Take a comment back, or somebody else's away."""

from cms.access.actor import Actor
from cms.items.comment_threads import record_comment, settle_mentions, thread_with_comment
from cms.kernel.errors import NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Comment, CommentThread
from storage.mongo import Session


async def delete_comment(services: Services, actor: Actor, id: str) -> CommentThread | None:
    """What is left of the thread; None where nothing is. A first comment with answers stays without its text.

    Raises NotFound, NotPermitted (it is somebody else's, and one may not delete the item).
    """

    async def write(session: Session) -> CommentThread | None:
        thread, comment, item = await thread_with_comment(services, actor, id, session)
        if comment.by != actor.id and not actor.may_on("delete", item):
            raise NotPermitted("Only whoever wrote a comment, or whoever may delete the item, may delete it.")
        if comment.deleted_at is not None:
            raise NotFound(f"The comment {id} was deleted already.")
        _take_out(services, thread, comment)
        if all(one.deleted_at for one in thread.comments):
            await services.repository.comments.remove(thread.id, session)
        else:
            await services.repository.comments.replace(thread, session)
        await record_comment(services, actor, "delete_comment", "ItemCommentDeleted", item, thread, comment, session)
        return None if all(one.deleted_at for one in thread.comments) else thread

    return await services.transact(write)


def _take_out(services: Services, thread: CommentThread, comment: Comment) -> None:
    if comment is thread.comments[0]:
        comment.text, comment.mentions, comment.deleted_at = "", [], services.clock()
    else:
        thread.comments.remove(comment)
    settle_mentions(thread)
