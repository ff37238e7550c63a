"""Give a term another slug, with all its uses."""

import strawberry

from cms.items import actions
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.items.mutations.merge_terms import TermMoveResult
from schema.management.items.types.terms import term_move


@strawberry.input
class RenameTermInput:
    vocabulary: str = strawberry.field(description="Its key, such as sectors.")
    slug: str = strawberry.field(description="The present one.")
    to: str = strawberry.field(description="The new slug. Labels are changed by `updateItem`.")
    base_version: int = strawberry.field(description="The vocabulary's version that this was decided on.")


@strawberry.mutation(description="Give a term another slug, with all its uses in drafts and live.")
async def rename_term(info: ManagementInfo, input: RenameTermInput) -> TermMoveResult:
    services, actor = info.context.services, info.context.actor
    work = actions.rename_term(services, actor, input.vocabulary, input.slug, input.to, input.base_version)
    return await outcome(TermMoveResult, "move", work, term_move)
