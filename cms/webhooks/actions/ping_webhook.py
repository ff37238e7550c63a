"""Send a webhook a message that tells of nothing, to see whether it arrives."""

from cms.access.actor import Actor
from cms.kernel.services import Services
from cms.webhooks.deliveries import add_delivery
from cms.webhooks.events import PING, text_of
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import WebhookDelivery
from storage.ids import new_id
from storage.mongo import Session


async def ping_webhook(services: Services, actor: Actor, id: str) -> WebhookDelivery:
    """The delivery, which is tried once, also where the webhook is switched off. Raises NotFound."""

    async def write(session: Session) -> WebhookDelivery:
        webhook = await load_webhook(services, actor, id, session)
        body = text_of(PING, services.clock(), {"site": webhook.site})
        delivery = await add_delivery(services, webhook, f"ping {new_id()}", PING, body, session)
        await record_webhook(services, actor, "test_webhook", webhook, session)
        return delivery

    return await services.transact(write)
