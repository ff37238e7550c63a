"""Tell a webhook again of all that happened since a moment."""

from datetime import datetime

import strawberry

from cms.webhooks.actions.replay_webhook import replay_webhook as replay
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.webhooks.mutations.update_webhook import WebhookResult
from schema.management.webhooks.types import stored_webhook


@strawberry.input
class ReplayWebhookInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["webhook"])
    since: datetime = strawberry.field(description="In the last 30 days; what was missed is known for 14.")


@strawberry.mutation(description="Send again all since a moment, with what was missed meanwhile.")
async def replay_webhook(info: ManagementInfo, input: ReplayWebhookInput) -> WebhookResult:
    work = replay(info.context.services, info.context.actor, str(input.id), input.since)
    return await outcome(WebhookResult, "webhook", work, stored_webhook)
