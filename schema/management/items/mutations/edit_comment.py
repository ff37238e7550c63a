"""Change what oneself has said."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import bounded
from schema.management.context import ManagementInfo
from schema.management.items.types.comment_result import CommentResult, comment_outcome
from storage.documents import CommentThread


@strawberry.input
class EditCommentInput:
    id: strawberry.ID = strawberry.field(description="Of the comment, not of the thread.")
    text: str
    mentions: Optional[list[strawberry.ID]] = strawberry.field(default=None, description="Left out, they stay.")


@strawberry.mutation(description="Change what oneself has said.")
async def edit_comment(info: ManagementInfo, input: EditCommentInput) -> CommentResult:
    return await comment_outcome(_edit(info, input))


async def _edit(info: ManagementInfo, input: EditCommentInput) -> CommentThread:
    given = None if input.mentions is None else [str(one) for one in bounded("mentions", input.mentions)]
    services, actor = info.context.services, info.context.actor
    return await actions.edit_comment(services, actor, str(input.id), input.text, mentions=given)
