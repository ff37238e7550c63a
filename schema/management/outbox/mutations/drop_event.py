"""Give a parked event up."""

import strawberry

from cms.items.actions.retry_event import drop_event as drop
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.outbox.mutations.retry_event import OutboxEventResult
from schema.management.outbox.types import stored_event


@strawberry.input
class DropEventInput:
    id: strawberry.ID = strawberry.field(description="Of a parked event.")


@strawberry.mutation(description="Give a parked event up.")
async def drop_event(info: ManagementInfo, input: DropEventInput) -> OutboxEventResult:
    work = drop(info.context.services, info.context.actor, str(input.id))
    return await outcome(OutboxEventResult, "event", work, stored_event)
