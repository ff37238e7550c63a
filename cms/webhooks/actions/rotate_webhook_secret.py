"""Give a webhook another secret."""

from cms.access.action import action
from cms.webhooks.signing import OVERLAP, new_secret, sealed
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import Webhook


@action(right=RIGHT)
async def rotate_webhook_secret(change: WebhookChange, id: str, *, at_once: bool = False) -> tuple[Webhook, str]:
    """The webhook and its new secret, which is not shown again. For a day requests are signed with both, unless the
    old one is to end `at_once`. Raises NotFound."""
    secret = new_secret()
    changes = {
        "sealed_secret": sealed(change.services.vault, id, secret),
        "previous_secret": None if at_once else change.webhook.sealed_secret,
        "previous_until": None if at_once else change.now + OVERLAP,
        "modified_at": change.now,
    }
    await change.repository.webhooks.change(id, changes, change.session)
    change.tell(at_once=at_once)
    return change.webhook.model_copy(update=changes), secret
