"""Messages to webhooks: written together with the event that makes a worker send them."""

from cms.kernel.services import Services
from cms.kernel.work.lanes import WEBHOOKS
from storage.documents import OutboxEvent, Webhook, WebhookDelivery
from storage.mongo import Session

DELIVERY_DUE = "WebhookDeliveryDue"


async def add_delivery(
    services: Services,
    webhook: Webhook,
    source: str,
    event: str,
    body: str,
    session: Session,
    *,
    item: str | None = None,
    replay: str | None = None,
) -> WebhookDelivery:
    """`source`: what it is made for, once per webhook; `replay`: the event that asked for what was missed."""
    delivery = WebhookDelivery(
        webhook=webhook.id,
        site=webhook.site,
        source=source,
        event=event,
        item=item,
        body=body,
        created_at=services.clock(),
        replayed_by=replay,
    )
    await services.repository.webhook_deliveries.insert(delivery, session)
    await _make_due(services, delivery, delivery.round, session)
    return delivery


async def begin_again(
    services: Services, delivery: WebhookDelivery, session: Session, *, replay: str | None = None
) -> bool:
    """Another round of tries from now on; False when somebody else began one."""
    changes = {"state": "waiting", "round": delivery.round + 1, "tries_in_round": 0, "next_at": None}
    if replay:
        changes["replayed_by"] = replay
    if not await services.repository.webhook_deliveries.change(delivery, changes, session):
        return False
    await _make_due(services, delivery, delivery.round + 1, session)
    return True


async def _make_due(services: Services, delivery: WebhookDelivery, round: int, session: Session) -> None:
    now = services.clock()
    event = OutboxEvent(
        name=DELIVERY_DUE,
        lane=WEBHOOKS,
        group=delivery.webhook,
        at=now,
        due_at=now,
        site=delivery.site,
        item=delivery.item or "",
        payload={"delivery": delivery.id, "round": round},
    )
    await services.repository.outbox.add(event, session)
