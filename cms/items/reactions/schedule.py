"""Publications and expiries whose moment has come."""

from cms.access.actor import SYSTEM
from cms.items.actions.keep_schedule import expire_scheduled, publish_scheduled
from cms.items.actions.publish_release import publish_scheduled_release
from cms.items.reactions.notify_people import tell_of_failed_schedule
from cms.kernel.services import Services
from cms.kernel.work.outcome import MAX_TRIES
from storage.documents import OutboxEvent


async def publish_when_due(services: Services, event: OutboxEvent) -> None:
    """Whoever planned it is told when it is given up."""
    if event.locale and event.scheduled_for:
        try:
            await publish_scheduled(services, SYSTEM, event.item, event.locale, event.scheduled_for)
        except Exception as error:
            if event.tries >= MAX_TRIES:
                await tell_of_failed_schedule(services, event, error)
            raise


async def expire_when_due(services: Services, event: OutboxEvent) -> None:
    if event.locale and event.scheduled_for:
        await expire_scheduled(services, SYSTEM, event.item, event.locale, event.scheduled_for)


async def release_when_due(services: Services, event: OutboxEvent) -> None:
    if event.scheduled_for:
        await publish_scheduled_release(services, event.payload["release"], event.scheduled_for)
