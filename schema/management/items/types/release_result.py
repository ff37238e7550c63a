"""How a mutation on a release answers."""

from collections.abc import Awaitable
from typing import Optional

import strawberry

from schema.management.answer import MutationResult, outcome
from schema.management.items.types.release import Release, release
from storage.documents import Release as StoredRelease


@strawberry.type(description="Either `release` as it is now, or `refusal` and then nothing was changed.")
class ReleaseResult(MutationResult):
    release: Optional[Release] = strawberry.field(default=None, description="Null where it was refused.")


async def release_answer(work: Awaitable[StoredRelease]) -> ReleaseResult:
    return await outcome(ReleaseResult, "release", work, release)
