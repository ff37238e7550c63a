"""Tells a webhook again of what happened since a moment: what it was told, and what it missed."""

from datetime import datetime

from cms.items.live_change import LIVE_CHANGED
from cms.kernel.desk import Desk
from cms.webhooks.deliveries import begin_again
from cms.webhooks.events import EVENTS
from cms.webhooks.reactions.tell_webhooks import tell
from storage.documents import OutboxEvent, Webhook, WebhookDelivery
from storage.keyset import Order
from storage.mongo import Session

BATCH = 100


async def replay_to_webhook(desk: Desk, event: OutboxEvent) -> None:
    """Each message once, however often this runs."""
    webhook = await desk.repository.webhooks.get(event.payload["webhook"])
    if webhook is None or not webhook.is_active:
        return
    await _tell_what_was_missed(desk, webhook, event)
    await _send_again(desk, webhook, event)


async def _tell_what_was_missed(desk: Desk, webhook: Webhook, replay: OutboxEvent) -> None:
    query, order = {"name": LIVE_CHANGED, "at": {"$gte": _since(replay)}}, Order("at", descending=False)
    last: tuple[datetime, str] | None = None
    while batch := await desk.repository.outbox_lists.page(query, order, BATCH, last):
        for document in batch:
            await _tell_once(desk, webhook, OutboxEvent.model_validate(document), replay.id)
        last = batch[-1]["at"], batch[-1]["_id"]


async def _tell_once(desk: Desk, webhook: Webhook, event: OutboxEvent, replay: str) -> None:
    async def write(session: Session) -> None:
        if not await desk.repository.webhook_deliveries.made_for(event.id, [webhook.id], session):
            await tell(desk, webhook, event, session, replay=replay)

    await desk.transact(write)


async def _send_again(desk: Desk, webhook: Webhook, replay: OutboxEvent) -> None:
    deliveries, since = desk.repository.webhook_deliveries, _since(replay)
    while batch := await deliveries.to_replay(webhook.id, list(EVENTS), since, replay.id, BATCH):
        for delivery in batch:
            await _begin_again(desk, delivery, replay.id)


async def _begin_again(desk: Desk, delivery: WebhookDelivery, replay: str) -> None:
    async def write(session: Session) -> None:
        await begin_again(desk, delivery, session, replay=replay)

    await desk.transact(write)


def _since(replay: OutboxEvent) -> datetime:
    return replay.payload["since"]
