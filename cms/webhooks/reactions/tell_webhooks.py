"""A delivery for each webhook that wants to know of a change."""

from cms.content.sites import known_sites
from cms.kernel.services import Services
from cms.webhooks.deliveries import add_delivery
from cms.webhooks.events import message, sites_of
from storage.documents import OutboxEvent, Webhook
from storage.mongo import Session


async def tell_webhooks(services: Services, event: OutboxEvent) -> None:
    """One per webhook and event, however often this runs; a webhook hears of nothing that was before it."""

    async def write(session: Session) -> None:
        found = await services.repository.webhooks.active(sites_of(event), session)
        told = await services.repository.webhook_deliveries.made_for(event.id, [one.id for one in found], session)
        for webhook in found:
            if webhook.id not in told and webhook.created_at <= event.at:
                await tell(services, webhook, event, session)

    await services.transact(write)


async def tell(
    services: Services, webhook: Webhook, event: OutboxEvent, session: Session, *, replay: str | None = None
) -> None:
    """Nothing where nothing changed on its site, or where it does not ask for this."""
    rules = await known_sites(services.repository, [webhook.site], session)
    found = message(event, webhook.site, rules[0].default_locale if rules else None)
    if found and found[0] in webhook.events:
        name, body = found
        await add_delivery(services, webhook, event.id, name, body, session, item=event.item, replay=replay)
