"""Forget a webhook with its delivery log; what is on its way to it is dropped."""

from cms.access.action import action
from cms.webhooks.invalidation import note_telling
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import Webhook


@action(right=RIGHT)
async def delete_webhook(change: WebhookChange, id: str) -> Webhook:
    """What it was. Raises NotFound."""
    await change.repository.webhooks.remove(id, change.session)
    note_telling(change.webhook.site, change.webhook.events, change.session)
    return change.webhook
