"""Tells a webhook again of what happened since a moment: what it was told, and what it missed."""

from datetime import datetime

from cms.items.live_change import LIVE_CHANGED
from cms.kernel.services import Services
from cms.webhooks.deliveries import begin_again
from cms.webhooks.events import EVENTS
from cms.webhooks.reactions.tell_webhooks import tell
from storage.conditions import all_of, between, equal
from storage.documents import OutboxEvent, Webhook, WebhookDelivery
from storage.keyset import Order
from storage.mongo import Session

BATCH = 100


async def replay_to_webhook(services: Services, event: OutboxEvent) -> None:
    """Each message once, however often this runs."""
    webhook = await services.repository.webhooks.get(event.payload["webhook"])
    if webhook is None or not webhook.is_active:
        return
    await _tell_what_was_missed(services, webhook, event)
    await _send_again(services, webhook, event)


async def _tell_what_was_missed(services: Services, webhook: Webhook, replay: OutboxEvent) -> None:
    events = all_of(equal({"name": LIVE_CHANGED}), between("at", at_least=_since(replay)))
    order = Order("at", descending=False)
    last: tuple[datetime, str] | None = None
    while batch := await services.repository.outbox_lists.page(events, order, BATCH, last):
        for document in batch:
            await _tell_once(services, webhook, OutboxEvent.model_validate(document), replay.id)
        last = batch[-1]["at"], batch[-1]["_id"]


async def _tell_once(services: Services, webhook: Webhook, event: OutboxEvent, replay: str) -> None:
    async def write(session: Session) -> None:
        if not await services.repository.webhook_deliveries.made_for(event.id, [webhook.id], session):
            await tell(services, webhook, event, session, replay=replay)

    await services.transact(write)


async def _send_again(services: Services, webhook: Webhook, replay: OutboxEvent) -> None:
    deliveries, since = services.repository.webhook_deliveries, _since(replay)
    while batch := await deliveries.to_replay(webhook.id, list(EVENTS), since, replay.id, BATCH):
        for delivery in batch:
            await _begin_again(services, delivery, replay.id)


async def _begin_again(services: Services, delivery: WebhookDelivery, replay: str) -> None:
    async def write(session: Session) -> None:
        await begin_again(services, delivery, session, replay=replay)

    await services.transact(write)


def _since(replay: OutboxEvent) -> datetime:
    return replay.payload["since"]
