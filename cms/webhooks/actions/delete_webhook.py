"""Forget a webhook with its delivery log; what is on its way to it is dropped."""

from cms.access.actor import Actor
from cms.kernel.desk import Desk
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import Webhook
from storage.mongo import Session


async def delete_webhook(desk: Desk, actor: Actor, id: str) -> Webhook:
    """What it was. Raises NotFound."""

    async def write(session: Session) -> Webhook:
        webhook = await load_webhook(desk, actor, id, session)
        await desk.repository.webhooks.remove(id, session)
        await record_webhook(desk, actor, "delete_webhook", webhook, session)
        return webhook

    return await desk.transact(write)
