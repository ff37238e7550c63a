"""Take a comment back, or somebody else's away."""

from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.comment_change import CommentChange
from cms.kernel.errors import NotFound, NotPermitted
from storage.documents import CommentThread


@action(
    right="comment",
    event="ItemCommentDeleted",
    offered="Delete one's own comment, or any where one may delete the item.",
)
async def delete_comment(
    change: CommentChange, id: Annotated[Id, "Of the comment, not of the thread."]
) -> CommentThread | None:
    """What is left of the thread; None where nothing is. A first comment with answers stays without its text.

    Raises NotFound, NotPermitted (it is somebody else's, and one may not delete the item).
    """
    thread, comment = change.thread, change.comment
    if comment.by != change.actor.id and not change.actor.may_on("delete", change.item):
        raise NotPermitted("Only whoever wrote a comment, or whoever may delete the item, may delete it.")
    if comment.deleted_at is not None:
        raise NotFound(f"The comment {id} was deleted already.")
    _take_out(change)
    change.tell_of(comment)
    if all(one.deleted_at for one in thread.comments):
        await change.repository.comments.remove(thread.id, change.session)
        return None
    await change.store()
    return thread


def _take_out(change: CommentChange) -> None:
    thread, comment = change.thread, change.comment
    if comment is thread.comments[0]:
        comment.text, comment.mentions, comment.deleted_at = "", [], change.now
    else:
        thread.comments.remove(comment)
