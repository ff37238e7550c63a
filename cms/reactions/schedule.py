"""Publications and expiries whose moment has come."""

from cms.actions.keep_schedule import expire_scheduled, publish_scheduled
from cms.desk import Desk
from storage.documents import OutboxEvent


async def publish_when_due(desk: Desk, event: OutboxEvent) -> None:
    if event.locale and event.scheduled_for:
        await publish_scheduled(desk, event.item, event.locale, event.scheduled_for)


async def expire_when_due(desk: Desk, event: OutboxEvent) -> None:
    if event.locale and event.scheduled_for:
        await expire_scheduled(desk, event.item, event.locale, event.scheduled_for)
