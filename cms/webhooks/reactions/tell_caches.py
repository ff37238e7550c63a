"""Tells caches in front of sites what they have to drop: one message to each webhook that asks, of all that waits."""

from cms.content.sites import known_sites
from cms.kernel.services import Services
from cms.webhooks.deliveries import add_delivery
from cms.webhooks.invalidation import invalidation
from storage.documents import OutboxEvent
from storage.mongo import Session
from storage.repositories.purges import INVALIDATED


async def tell_caches(services: Services, event: OutboxEvent) -> None:
    """Each change once, however often this runs. A site is also told of what has changed on no site in particular: its
    answers may have it in them."""

    async def write(session: Session) -> None:
        tags = await services.repository.purges.gather(event, services.clock(), session)
        webhooks = await services.repository.webhooks.active(None, session) if tags else []
        asking = [one for one in webhooks if INVALIDATED in one.events]
        rules = await known_sites(services.repository, sorted({one.site for one in asking}), session)
        locales = {one.key: one.default_locale for one in rules}
        for webhook in asking:
            body = invalidation(tags, webhook.site, locales.get(webhook.site), event.at)
            await add_delivery(services, webhook, event.id, INVALIDATED, body, session)

    await services.transact(write)
