"""Tell a webhook again of all that happened since a moment."""

from datetime import datetime, timedelta

from cms.access.actor import Actor
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import OutboxEvent, Webhook
from storage.documents.webhook import KEPT_SECONDS
from storage.mongo import Session

REPLAY_ASKED = "WebhookReplayAsked"


async def replay_webhook(services: Services, actor: Actor, id: str, since: datetime) -> Webhook:
    """A worker sends again what was sent since then, and, as far back as events are kept, what was missed while the
    webhook was switched off or not there. Raises NotFound, TransitionNotAllowed, Invalid."""
    now = services.clock()
    if since.tzinfo is None:
        raise Invalid([Problem("since", "NO_TIME_ZONE", "Give a time with its zone, such as 2024-05-31T18:00:00Z.")])
    if not now - timedelta(seconds=KEPT_SECONDS) <= since <= now:
        message = f"Choose a moment of the last {KEPT_SECONDS // 86400} days."
        raise Invalid([Problem("since", "OUT_OF_RANGE", message)])

    async def write(session: Session) -> Webhook:
        webhook = await load_webhook(services, actor, id, session)
        if not webhook.is_active:
            raise TransitionNotAllowed("This webhook is switched off; switch it on first.")
        event = OutboxEvent(
            name=REPLAY_ASKED, at=now, due_at=now, site=webhook.site, payload={"webhook": id, "since": since}
        )
        await services.repository.outbox.add(event, session)
        await record_webhook(services, actor, "replay_webhook", webhook, session, since=since)
        return webhook

    return await services.transact(write)
