"""What a change of a webhook leaves behind, and finding the webhook that is to be changed."""

from typing import Any

import httpx

from cms.access.actor import Actor
from cms.access.record import Subject, record
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import Webhook
from storage.mongo import Session

RIGHT = "manage_webhooks"


async def load_webhook(services: Services, actor: Actor, id: str, session: Session | None = None) -> Webhook:
    """Raises NotFound, also for somebody who may not manage it: only those may know of it."""
    webhook = await services.repository.webhooks.get(id, session)
    if webhook is None or not actor.may(RIGHT, webhook.site):
        raise NotFound(f"There is no webhook {id}.")
    return webhook


def webhook_details(webhook: Webhook) -> dict[str, str]:
    """What the audit trail says of it: the host only, as the rest of an address may be a secret of the receiver."""
    return {"webhook": webhook.id, "host": httpx.URL(webhook.url).host}


async def record_webhook(
    services: Services, actor: Actor, action: str, webhook: Webhook, session: Session, **details: Any
) -> None:
    """The audit entry of what the CMS did itself."""
    told = {**webhook_details(webhook), **details}
    await record(services, actor.id, action, Subject(site=webhook.site), session, told)
