"""Give all parked events of one name another chance."""

from typing import Optional

import strawberry

from cms.items.actions.retry_event import retry_parked_events as retry
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class RetryParkedEventsInput:
    name: str = strawberry.field(description="As in `OutboxEvent.name`.")


@strawberry.type(description="Either `retried` or `refusal`.")
class RetryParkedEventsResult(MutationResult):
    retried: Optional[int] = strawberry.field(default=None, description="How many there were.")


@strawberry.mutation(description="Give all parked events of one name another chance.")
async def retry_parked_events(info: ManagementInfo, input: RetryParkedEventsInput) -> RetryParkedEventsResult:
    work = retry(info.context.services, info.context.actor, input.name)
    return await outcome(RetryParkedEventsResult, "retried", work, int)
