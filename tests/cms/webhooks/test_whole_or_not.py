"""A fault at any write of what is done with webhooks and parked events leaves all of it or nothing."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions.retry_event import drop_event, retry_event, retry_parked_events
from cms.items.live_change import LIVE_CHANGED
from cms.kernel.services import Services
from cms.webhooks.actions.create_webhook import create_webhook
from cms.webhooks.actions.delete_webhook import delete_webhook
from cms.webhooks.actions.ping_webhook import ping_webhook
from cms.webhooks.actions.replay_webhook import replay_webhook
from cms.webhooks.actions.retry_delivery import retry_delivery
from cms.webhooks.actions.rotate_webhook_secret import rotate_webhook_secret
from cms.webhooks.actions.update_webhook import update_webhook
from cms.webhooks.reactions.deliver_webhook import deliver_webhook
from cms.webhooks.reactions.tell_webhooks import tell_webhooks
from storage.documents import OutboxEvent, Webhook, WebhookDelivery
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.cms.webhooks.conftest import EVENTS, MakeWebhook
from tests.cms.webhooks.receiver import Receiver, status
from tests.services import Clock, Publish

Action = Callable[[Services, Webhook, WebhookDelivery], Awaitable[Any]]

ACTIONS: dict[str, tuple[int, Action]] = {
    "update": (2, lambda services, hook, _: update_webhook(services, SYSTEM, hook.id, description="Ours")),
    "rotate": (2, lambda services, hook, _: rotate_webhook_secret(services, SYSTEM, hook.id)),
    "delete": (2, lambda services, hook, _: delete_webhook(services, SYSTEM, hook.id)),
    "test": (3, lambda services, hook, _: ping_webhook(services, SYSTEM, hook.id)),
    "retry": (3, lambda services, _, delivery: retry_delivery(services, SYSTEM, delivery.id)),
    "replay": (
        2,
        lambda services, hook, _: replay_webhook(services, SYSTEM, hook.id, services.clock() - timedelta(hours=1)),
    ),
}
"""{what is done: (how many writes it has at least, how)}"""


@pytest.mark.parametrize("name", ACTIONS)
async def test_what_is_done_with_a_webhook(
    name: str, services: Services, mongo: Mongo, make_webhook: MakeWebhook
) -> None:
    hook, _secret = await make_webhook()
    delivery = await ping_webhook(services, SYSTEM, hook.id)
    writes, action = ACTIONS[name]

    assert await stopped_after_each_write(services, mongo, lambda stopping: action(stopping, hook, delivery)) >= writes


async def test_making_one(services: Services, mongo: Mongo, sites: None, receiver: Receiver) -> None:
    async def create(stopping: Services) -> None:
        await create_webhook(stopping, SYSTEM, site="eccp", url=receiver.url, events=EVENTS)

    assert await stopped_after_each_write(services, mongo, create) >= 3


async def test_telling_several(
    services: Services, mongo: Mongo, make_webhook: MakeWebhook, make_edition: Publish, clock: Clock
) -> None:
    for _ in range(3):
        await make_webhook()
    edition = await make_edition()
    event = await OutboxEvent.find_one({"name": LIVE_CHANGED, "item": edition.id})
    assert event

    assert await stopped_after_each_write(services, mongo, lambda stopping: tell_webhooks(stopping, event)) >= 6


async def test_switching_one_off_that_is_gone(
    services: Services, mongo: Mongo, make_webhook: MakeWebhook, make_edition: Publish, receiver: Receiver
) -> None:
    await make_webhook()
    receiver.will(status(410))
    edition = await make_edition()
    event = await OutboxEvent.find_one({"name": LIVE_CHANGED, "item": edition.id})
    assert event
    await tell_webhooks(services, event)
    due = await OutboxEvent.find_one({"name": "WebhookDeliveryDue"})
    assert due

    assert await stopped_after_each_write(services, mongo, lambda stopping: deliver_webhook(stopping, due)) >= 4


@pytest.mark.parametrize("name", ["retry", "drop", "retry all"])
async def test_what_is_done_with_a_parked_event(name: str, services: Services, mongo: Mongo, clock: Clock) -> None:
    event = await OutboxEvent(name="X", at=clock.now, due_at=clock.now, state="parked").insert()
    actions: dict[str, Callable[[Services], Awaitable[Any]]] = {
        "retry": lambda stopping: retry_event(stopping, SYSTEM, event.id),
        "drop": lambda stopping: drop_event(stopping, SYSTEM, event.id),
        "retry all": lambda stopping: retry_parked_events(stopping, SYSTEM, "X"),
    }

    assert await stopped_after_each_write(services, mongo, actions[name]) >= 2
