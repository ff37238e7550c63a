"""Send a webhook a message that tells of nothing, to see whether it arrives."""

from typing import Optional

import strawberry

from cms.webhooks.actions.ping_webhook import ping_webhook as ping
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.webhooks.types import WebhookDelivery, stored_delivery


@strawberry.input(name="TestWebhookInput")
class PingWebhookInput:
    id: strawberry.ID = strawberry.field(description="Of the webhook, switched on or off.")


@strawberry.type(description="Either `delivery` or `refusal`.")
class WebhookDeliveryResult(MutationResult):
    delivery: Optional[WebhookDelivery] = strawberry.field(
        default=None, description="Ask for it again with `webhookDelivery` to see what became of it."
    )


@strawberry.mutation(name="testWebhook", description="Send a test message, once.")
async def ping_webhook(info: ManagementInfo, input: PingWebhookInput) -> WebhookDeliveryResult:
    work = ping(info.context.services, info.context.actor, str(input.id))
    return await outcome(WebhookDeliveryResult, "delivery", work, stored_delivery)
