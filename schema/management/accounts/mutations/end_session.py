"""End one session."""

from typing import Optional

import strawberry

from cms.accounts.actions.end_sessions import end_session as action
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class EndSessionInput:
    id: strawberry.ID = strawberry.field(description="Of the session, as in `sessions`.")


@strawberry.type(description="Either `ended`, or `refusal` and then nothing was changed.")
class EndSessionResult(MutationResult):
    ended: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Id of the session that is over; null where it was refused."
    )


@strawberry.mutation(description="End a session at once: one's own, or anybody's for whoever manages people.")
async def end_session(info: ManagementInfo, input: EndSessionInput) -> EndSessionResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(EndSessionResult, "ended", work, strawberry.ID)
