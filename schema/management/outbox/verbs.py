"""What may be done with events that failed too often."""

import strawberry

from schema.management.outbox.mutations.drop_event import drop_event
from schema.management.outbox.mutations.retry_event import retry_event
from schema.management.outbox.mutations.retry_parked_events import retry_parked_events


@strawberry.type
class OutboxVerbs:
    retry_event = strawberry.mutation(retry_event, description="Give a parked event another chance.")
    drop_event = strawberry.mutation(drop_event, description="Give a parked event up.")
    retry_parked_events = strawberry.mutation(
        retry_parked_events, description="Give all parked events of one name another chance."
    )
