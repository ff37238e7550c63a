"""Send a webhook a message that tells of nothing, to see whether it arrives."""

from cms.access.action import action
from cms.webhooks.deliveries import add_delivery
from cms.webhooks.events import PING, text_of
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import WebhookDelivery
from storage.ids import new_id


@action(right=RIGHT, records="test_webhook")
async def ping_webhook(change: WebhookChange, id: str) -> WebhookDelivery:
    """The delivery, which is tried once, also where the webhook is switched off. Raises NotFound."""
    body = text_of(PING, change.now, {"site": change.webhook.site})
    return await add_delivery(change.services, change.webhook, f"ping {new_id()}", PING, body, change.session)
