"""Send one message to a webhook again."""

from dataclasses import dataclass, field

from cms.access.action import action
from cms.kernel.errors import Conflict, NotFound, TransitionNotAllowed
from cms.webhooks.deliveries import begin_again
from cms.webhooks.events import PING
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import WebhookDelivery


@dataclass
class DeliveryChange(WebhookChange):
    """A change of one delivery, by the right on its webhook."""

    delivery: WebhookDelivery = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        delivery = await self.repository.webhook_deliveries.get(id, self.session)
        if delivery is None:
            raise NotFound(f"There is no delivery {id}.")
        try:
            await super().load(delivery.webhook)
        except NotFound:
            raise NotFound(f"There is no delivery {id}.") from None
        self.delivery = delivery


@action(right=RIGHT, records="retry_webhook_delivery")
async def retry_delivery(change: DeliveryChange, id: str) -> WebhookDelivery:
    """The delivery, due at once whatever became of it before; its message keeps its id, so that receivers that have it
    can tell. Raises NotFound, TransitionNotAllowed, Conflict."""
    if not change.webhook.is_active and change.delivery.event != PING:
        raise TransitionNotAllowed("This webhook is switched off; switch it on first.")
    if not await begin_again(change.services, change.delivery, change.session):
        raise Conflict("This delivery was tried meanwhile; look at it again.")
    change.tell(delivery=id)
    again = await change.repository.webhook_deliveries.get(id, change.session)
    assert again
    return again
