"""Send one message to a webhook again."""

import strawberry

from cms.webhooks.actions.retry_delivery import retry_delivery
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.webhooks.mutations.ping_webhook import WebhookDeliveryResult
from schema.management.webhooks.types import stored_delivery


@strawberry.input
class RetryWebhookDeliveryInput:
    id: strawberry.ID = strawberry.field(description="Of the delivery, as in `Webhook.deliveries`.")


@strawberry.mutation(description="Send one message again.")
async def retry_webhook_delivery(info: ManagementInfo, input: RetryWebhookDeliveryInput) -> WebhookDeliveryResult:
    work = retry_delivery(info.context.services, info.context.actor, str(input.id))
    return await outcome(WebhookDeliveryResult, "delivery", work, stored_delivery)
