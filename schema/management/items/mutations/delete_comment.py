"""Take a comment back, or somebody else's away."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.comment_result import CommentResult, comment_outcome


@strawberry.input
class DeleteCommentInput:
    id: strawberry.ID = strawberry.field(description="Of the comment, not of the thread.")


@strawberry.mutation(description="Delete one's own comment, or any where one may delete the item.")
async def delete_comment(info: ManagementInfo, input: DeleteCommentInput) -> CommentResult:
    return await comment_outcome(actions.delete_comment(info.context.services, info.context.actor, str(input.id)))
