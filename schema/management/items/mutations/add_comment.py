"""Say something about an item, or answer what somebody said."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import bounded
from schema.management.context import ManagementInfo
from schema.management.items.types.comment_result import CommentResult, comment_outcome
from schema.management.scalars import Locale
from storage.documents import CommentThread

MENTIONS = "Ids of people who may read the item and are asked to look; see `Item.mentionable`."


@strawberry.input
class AddCommentInput:
    item: strawberry.ID = strawberry.field(description="Id of an item that the viewer may comment on.")
    text: str = strawberry.field(description="Plain text of at most 4,000 characters.")
    field: str = strawberry.field(default="", description="Dotted path with element ids, empty for the whole item.")
    locale: Optional[Locale] = strawberry.field(
        default=None, description="The language it is about; left out, all of them."
    )
    mentions: list[strawberry.ID] = strawberry.field(default_factory=list, description=MENTIONS)


@strawberry.input
class ReplyToCommentInput:
    thread: strawberry.ID = strawberry.field(description="Id of the thread; answers go to its end.")
    text: str = strawberry.field(description="Plain text of at most 4,000 characters.")
    mentions: list[strawberry.ID] = strawberry.field(default_factory=list, description=MENTIONS)


@strawberry.mutation(description="Say something about an item or one of its fields.")
async def add_comment(info: ManagementInfo, input: AddCommentInput) -> CommentResult:
    return await comment_outcome(_add(info, input))


@strawberry.mutation(description="Answer what somebody said.")
async def reply_to_comment(info: ManagementInfo, input: ReplyToCommentInput) -> CommentResult:
    return await comment_outcome(_reply(info, input))


async def _add(info: ManagementInfo, input: AddCommentInput) -> CommentThread:
    return await actions.add_comment(
        info.context.services,
        info.context.actor,
        str(input.item),
        input.text,
        field=input.field,
        locale=input.locale,
        mentions=[str(one) for one in bounded("mentions", input.mentions)],
    )


async def _reply(info: ManagementInfo, input: ReplyToCommentInput) -> CommentThread:
    mentions = [str(one) for one in bounded("mentions", input.mentions)]
    services, actor = info.context.services, info.context.actor
    return await actions.reply_to_comment(services, actor, str(input.thread), input.text, mentions=mentions)
