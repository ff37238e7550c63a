"""Merge a term into another one, with all its uses."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MergeResult, outcome
from schema.management.context import ManagementInfo
from schema.management.items.types.terms import TermMove, term_move


@strawberry.input
class MergeTermsInput:
    vocabulary: str = strawberry.field(description="Its key, such as sectors.")
    from_: str = strawberry.field(name="from", description="Slug of the term that goes.")
    into: str = strawberry.field(description="Slug of the term that stays.")
    base_version: int = strawberry.field(description="The vocabulary's version that this was decided on.")


@strawberry.type(description="Either `move` as far as it is, or `refusal` and then nothing was changed.")
class TermMoveResult(MergeResult):
    move: Optional[TermMove] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Merge a term into another one, with all its uses in drafts and live.")
async def merge_terms(info: ManagementInfo, input: MergeTermsInput) -> TermMoveResult:
    services, actor = info.context.services, info.context.actor
    work = actions.merge_terms(services, actor, input.vocabulary, input.from_, input.into, input.base_version)
    return await outcome(TermMoveResult, "move", work, term_move)
