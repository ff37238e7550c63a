"""Give all applications that want reviewers to those who have least to do."""

from typing import Optional

import strawberry

from cms.applications.actions.balance_reviewers import MAX_EACH
from cms.applications.actions.balance_reviewers import balance_reviewers as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import BalanceResult
from schema.management.context import ManagementInfo


@strawberry.input
class BalanceReviewersInput:
    call: strawberry.ID = strawberry.field(
        description="Id of the call; the right to manage its applications is needed."
    )
    cutoff: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Only applications of this cut-off; left out, of all."
    )
    each: int = strawberry.field(
        default=2, description=f"People for each application, 1 to {MAX_EACH}; who is assigned already counts."
    )


@strawberry.mutation(description="Give all applications that want reviewers to those who have least to do.")
async def balance_reviewers(info: ManagementInfo, input: BalanceReviewersInput) -> BalanceResult:
    cutoff = str(input.cutoff) if input.cutoff else None
    work = action(info.context.services, info.context.actor, str(input.call), cutoff=cutoff, each=input.each)
    return await outcome(BalanceResult, "applications", work, lambda found: [application(one) for one in found])
