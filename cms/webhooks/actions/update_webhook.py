"""Change a webhook: its address, its events, whether it is told anything."""

from collections.abc import Sequence

from cms.access.action import action
from cms.webhooks.actions.create_webhook import check_webhook
from cms.webhooks.invalidation import note_telling
from cms.webhooks.webhook_change import WebhookChange
from cms.webhooks.webhook_record import RIGHT
from storage.documents import Webhook

FORGIVEN = {"failing_since": None, "disabled_at": None, "disabled_reason": None}


@action(right=RIGHT)
async def update_webhook(
    change: WebhookChange,
    id: str,
    *,
    url: str | None = None,
    events: Sequence[str] | None = None,
    description: str | None = None,
    is_active: bool | None = None,
) -> Webhook:
    """The webhook with what is given; None leaves a value as it is. One that is switched on, or has another address,
    starts afresh. Raises NotFound, Invalid."""
    given = {"url": url, "events": events, "description": description, "is_active": is_active}
    changes = {name: value for name, value in given.items() if value is not None}
    webhook = change.webhook
    changed = webhook.model_copy(update={**changes, "modified_at": change.now})
    changed.events = list(dict.fromkeys(changed.events))
    changed.description = changed.description.strip()
    check_webhook(change.services, url=changed.url, events=changed.events, description=changed.description)
    if changed.is_active and (not webhook.is_active or changed.url != webhook.url):
        changed = changed.model_copy(update=FORGIVEN)
    stored = (*changes, "modified_at", *FORGIVEN)
    written = {name: getattr(changed, name) for name in stored}
    await change.repository.webhooks.change(id, written, change.session)
    note_telling(webhook.site, (*webhook.events, *changed.events), change.session)
    change.webhook = changed
    change.tell(changed=sorted(changes))
    return changed
