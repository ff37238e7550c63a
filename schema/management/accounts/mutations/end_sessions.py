"""End all sessions of somebody."""

from typing import Optional

import strawberry

from cms.accounts.actions.end_sessions import end_sessions as action
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class EndSessionsInput:
    account: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Whose; without it all of the viewer's own except the one that asks."
    )


@strawberry.type(description="Either `ended`, or `refusal` and then nothing was changed.")
class EndSessionsResult(MutationResult):
    ended: Optional[int] = strawberry.field(default=None, description="How many there were.")


@strawberry.mutation(description="End all one's other sessions, or all of somebody's.")
async def end_sessions(info: ManagementInfo, input: EndSessionsInput) -> EndSessionsResult:
    context = info.context
    work = action(context.services, context.actor, context.session, str(input.account) if input.account else None)
    return await outcome(EndSessionsResult, "ended", work, int)
