"""Give a parked event another chance."""

from typing import Optional

import strawberry

from cms.items.actions.retry_event import retry_event as retry
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.outbox.types import OutboxEvent, stored_event


@strawberry.input
class RetryEventInput:
    id: strawberry.ID = strawberry.field(description="Of a parked event.")


@strawberry.type(description="Either `event` or `refusal`.")
class OutboxEventResult(MutationResult):
    event: Optional[OutboxEvent] = strawberry.field(
        default=None, description="As it is now; null where it was refused."
    )


@strawberry.mutation(description="Give a parked event another chance.")
async def retry_event(info: ManagementInfo, input: RetryEventInput) -> OutboxEventResult:
    work = retry(info.context.services, info.context.actor, str(input.id))
    return await outcome(OutboxEventResult, "event", work, stored_event)
