"""Say that a conversation is over, or that it is not."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.comment_result import CommentResult, comment_outcome


@strawberry.input
class ResolveCommentInput:
    thread: strawberry.ID = strawberry.field(description="Id of the thread.")


@strawberry.input
class ReopenCommentInput:
    thread: strawberry.ID = strawberry.field(description="Id of the thread.")


@strawberry.mutation(description="Say that a conversation is over.")
async def resolve_comment(info: ManagementInfo, input: ResolveCommentInput) -> CommentResult:
    return await comment_outcome(actions.resolve_comment(info.context.services, info.context.actor, str(input.thread)))


@strawberry.mutation(description="Say that a conversation is not over.")
async def reopen_comment(info: ManagementInfo, input: ReopenCommentInput) -> CommentResult:
    return await comment_outcome(actions.reopen_comment(info.context.services, info.context.actor, str(input.thread)))
