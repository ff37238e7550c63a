"""What mutations about comments answer with."""

from collections.abc import Awaitable
from typing import Optional

import strawberry

from schema.management.answer import MutationResult, outcome
from schema.management.items.types.comments import CommentThread, shown_thread
from storage.documents import CommentThread as StoredThread


@strawberry.type(description="Either `thread` as it is now, or `refusal` and then nothing was changed.")
class CommentResult(MutationResult):
    thread: Optional[CommentThread] = strawberry.field(
        default=None, description="Null too where the last of its comments was deleted."
    )


async def comment_outcome(work: Awaitable[StoredThread | None]) -> CommentResult:
    return await outcome(CommentResult, "thread", work, lambda stored: shown_thread(stored) if stored else None)
