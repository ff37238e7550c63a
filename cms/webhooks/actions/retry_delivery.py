"""Send one message to a webhook again."""

from cms.access.actor import Actor
from cms.kernel.errors import Conflict, NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from cms.webhooks.deliveries import begin_again
from cms.webhooks.events import PING
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import WebhookDelivery
from storage.mongo import Session


async def retry_delivery(services: Services, actor: Actor, id: str) -> WebhookDelivery:
    """The delivery, due at once whatever became of it before; its message keeps its id, so that receivers that have it
    can tell. Raises NotFound, TransitionNotAllowed, Conflict."""

    async def write(session: Session) -> WebhookDelivery:
        delivery = await services.repository.webhook_deliveries.get(id, session)
        if delivery is None:
            raise NotFound(f"There is no delivery {id}.")
        try:
            webhook = await load_webhook(services, actor, delivery.webhook, session)
        except NotFound:
            raise NotFound(f"There is no delivery {id}.") from None
        if not webhook.is_active and delivery.event != PING:
            raise TransitionNotAllowed("This webhook is switched off; switch it on first.")
        if not await begin_again(services, delivery, session):
            raise Conflict("This delivery was tried meanwhile; look at it again.")
        await record_webhook(services, actor, "retry_webhook_delivery", webhook, session, delivery=id)
        again = await services.repository.webhook_deliveries.get(id, session)
        assert again
        return again

    return await services.transact(write)
