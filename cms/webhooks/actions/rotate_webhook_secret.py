"""Give a webhook another secret."""

from cms.access.actor import Actor
from cms.kernel.services import Services
from cms.webhooks.signing import OVERLAP, new_secret, sealed
from cms.webhooks.webhook_record import load_webhook, record_webhook
from storage.documents import Webhook
from storage.mongo import Session


async def rotate_webhook_secret(
    services: Services, actor: Actor, id: str, *, at_once: bool = False
) -> tuple[Webhook, str]:
    """The webhook and its new secret, which is not shown again. For a day requests are signed with both, unless the
    old one is to end `at_once`. Raises NotFound."""

    async def write(session: Session) -> tuple[Webhook, str]:
        webhook = await load_webhook(services, actor, id, session)
        secret, now = new_secret(), services.clock()
        changes = {
            "sealed_secret": sealed(services.vault, id, secret),
            "previous_secret": None if at_once else webhook.sealed_secret,
            "previous_until": None if at_once else now + OVERLAP,
            "modified_at": now,
        }
        await services.repository.webhooks.change(id, changes, session)
        await record_webhook(services, actor, "rotate_webhook_secret", webhook, session, at_once=at_once)
        return webhook.model_copy(update=changes), secret

    return await services.transact(write)
