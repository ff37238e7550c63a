"""Forget a webhook with its delivery log; what is on its way to it is dropped."""

from cms.access.actor import Actor
from cms.kernel.services import Services
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import Webhook
from storage.mongo import Session


async def delete_webhook(services: Services, actor: Actor, id: str) -> Webhook:
    """What it was. Raises NotFound."""

    async def write(session: Session) -> Webhook:
        webhook = await load_webhook(services, actor, id, session)
        await services.repository.webhooks.remove(id, session)
        await record_webhook(services, actor, "delete_webhook", webhook, session)
        return webhook

    return await services.transact(write)
