"""Change a webhook: its address, its events, whether it is told anything."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.kernel.services import Services
from cms.webhooks.actions.create_webhook import check_webhook
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import Webhook
from storage.mongo import Session

FORGIVEN = {"failing_since": None, "disabled_at": None, "disabled_reason": None}


async def update_webhook(
    services: Services,
    actor: Actor,
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

    async def write(session: Session) -> Webhook:
        webhook = await load_webhook(services, actor, id, session)
        changed = webhook.model_copy(update={**changes, "modified_at": services.clock()})
        changed.events = list(dict.fromkeys(changed.events))
        changed.description = changed.description.strip()
        check_webhook(services, url=changed.url, events=changed.events, description=changed.description)
        if changed.is_active and (not webhook.is_active or changed.url != webhook.url):
            changed = changed.model_copy(update=FORGIVEN)
        stored = (*changes, "modified_at", *FORGIVEN)
        await services.repository.webhooks.change(id, {name: getattr(changed, name) for name in stored}, session)
        await record_webhook(services, actor, "update_webhook", changed, session, changed=sorted(changes))
        return changed

    return await services.transact(write)
