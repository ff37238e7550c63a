"""One try to send a message to a webhook, and what follows from how it went."""

from datetime import datetime, timedelta
from typing import Any

from cms.access.actor import SYSTEM
from cms.kernel.services import Services
from cms.kernel.work.outcome import Postponed
from cms.webhooks.events import PING
from cms.webhooks.guarded_network import GuardedNetwork
from cms.webhooks.invalidation import note_telling
from cms.webhooks.networks import allowed_networks
from cms.webhooks.retries import DISABLED_AFTER, GONE, wait_after
from cms.webhooks.sender import Answer, send
from cms.webhooks.signing import secrets_of, signed_headers
from cms.webhooks.webhook_record import record_webhook
from storage.documents import OutboxEvent, Webhook, WebhookDelivery
from storage.mongo import Session

WEBHOOK_DISABLED = "WebhookDisabled"
AGENT = "ClusterCMS-Webhooks/1"


async def deliver_webhook(services: Services, event: OutboxEvent) -> None:
    """Sends at least once: a worker that dies before it has recorded the answer leaves the same message, with the same
    id, to be sent again. Raises Postponed until the next try."""
    delivery = await services.repository.webhook_deliveries.get(event.payload["delivery"])
    webhook = await services.repository.webhooks.get(delivery.webhook) if delivery else None
    if not (delivery and webhook) or (delivery.state, delivery.round) != ("waiting", event.payload["round"]):
        return
    if delivery.next_at and delivery.next_at > services.clock():
        raise Postponed(delivery.next_at)
    started = services.clock()
    answer = await _answer(services, webhook, delivery, started)
    next_at = await _record(services, webhook, delivery, answer, started)
    if next_at:
        raise Postponed(next_at, answer.error or f"answered with {answer.status}")


async def _answer(services: Services, webhook: Webhook, delivery: WebhookDelivery, now: datetime) -> Answer:
    if not webhook.is_active and delivery.event != PING:
        return Answer(None, "", "the webhook is switched off", 0)
    secrets = secrets_of(services.vault, webhook, now)
    if not secrets:
        return Answer(None, "", "its secret was stored under another CMS_SECRET_KEY: give it a new one", 0)
    headers = {
        "content-type": "application/json",
        "user-agent": AGENT,
        **signed_headers(f"msg_{delivery.id}", now, delivery.body, secrets),
    }
    network = GuardedNetwork(allowed_networks(services.settings.webhook_allowed_networks))
    seconds = services.settings.webhook_timeout_seconds
    return await send(network, webhook.url, delivery.body.encode(), headers, seconds)


async def _record(
    services: Services, webhook: Webhook, delivery: WebhookDelivery, answer: Answer, started: datetime
) -> datetime | None:
    """When to try again."""
    wait = _wait(webhook, delivery, answer)
    now = services.clock()
    changes: dict[str, Any] = {"state": "failed", "next_at": None}
    if answer.is_success:
        changes |= {"state": "delivered", "delivered_at": now}
    elif wait:
        changes |= {"state": "waiting", "next_at": now + wait}

    async def write(session: Session) -> None:
        attempt = {
            "at": started,
            "status": answer.status,
            "milliseconds": answer.milliseconds,
            "answer": answer.text,
            "error": answer.error,
        }
        if await services.repository.webhook_deliveries.record_attempt(delivery, attempt, changes, session):
            await _judge(services, webhook.id, delivery, answer, session)

    await services.transact(write)
    return changes["next_at"]


def _wait(webhook: Webhook, delivery: WebhookDelivery, answer: Answer) -> timedelta | None:
    """None: it is not tried again by itself."""
    is_over = answer.is_success or answer.status == GONE or delivery.event == PING or not webhook.is_active
    return None if is_over else wait_after(delivery.tries_in_round + 1)


async def _judge(services: Services, id: str, delivery: WebhookDelivery, answer: Answer, session: Session) -> None:
    """Keeps in mind since when a webhook fails, and switches it off after days, or at once when it says that it is
    gone."""
    webhook, now = await services.repository.webhooks.get(id, session), services.clock()
    if webhook is None or not webhook.is_active:
        return
    if answer.is_success:
        if webhook.failing_since:
            await services.repository.webhooks.change(id, {"failing_since": None}, session)
        return
    if delivery.event == PING:
        return
    since = webhook.failing_since or now
    reason = "gone" if answer.status == GONE else "failing" if now - since >= DISABLED_AFTER else None
    await services.repository.webhooks.change(id, {"failing_since": since}, session)
    if reason:
        await _disable(services, webhook, reason, session)


async def _disable(services: Services, webhook: Webhook, reason: str, session: Session) -> None:
    now = services.clock()
    off = {"is_active": False, "disabled_at": now, "disabled_reason": reason}
    await services.repository.webhooks.change(webhook.id, off, session)
    note_telling(webhook.site, webhook.events, session)
    await record_webhook(services, SYSTEM, "disable_webhook", webhook, session, reason=reason)
    payload = {"webhook": webhook.id, "reason": reason}
    event = OutboxEvent(name=WEBHOOK_DISABLED, at=now, due_at=now, site=webhook.site, payload=payload)
    await services.repository.outbox.add(event, session)
