"""Tell a webhook again of all that happened since a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cms.access.action import action
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import Webhook
from storage.documents.webhook import KEPT_SECONDS

REPLAY_ASKED = "WebhookReplayAsked"


@dataclass
class ReplayChange(WebhookChange):
    """After it a worker has something to do."""

    def payload(self) -> dict[str, Any]:
        return {"webhook": self.webhook.id, "since": self.details["since"]}


@action(right=RIGHT, event=REPLAY_ASKED)
async def replay_webhook(change: ReplayChange, id: str, since: datetime) -> Webhook:
    """A worker sends again what was sent since then, and, as far back as events are kept, what was missed while the
    webhook was switched off or not there. Raises NotFound, TransitionNotAllowed, Invalid."""
    if since.tzinfo is None:
        raise Invalid([Problem("since", "NO_TIME_ZONE", "Give a time with its zone, such as 2024-05-31T18:00:00Z.")])
    if not change.now - timedelta(seconds=KEPT_SECONDS) <= since <= change.now:
        message = f"Choose a moment of the last {KEPT_SECONDS // 86400} days."
        raise Invalid([Problem("since", "OUT_OF_RANGE", message)])
    if not change.webhook.is_active:
        raise TransitionNotAllowed("This webhook is switched off; switch it on first.")
    change.tell(since=since)
    return change.webhook
