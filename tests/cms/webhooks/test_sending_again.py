"""Sent on demand: a ping, one delivery again, or all since a moment."""

from datetime import timedelta

import orjson
import pytest

from cms.access.actor import SYSTEM
from cms.kernel.errors import Invalid, TransitionNotAllowed
from cms.kernel.services import Services
from cms.webhooks.actions.ping_webhook import ping_webhook
from cms.webhooks.actions.replay_webhook import replay_webhook
from cms.webhooks.actions.retry_delivery import retry_delivery
from cms.webhooks.actions.update_webhook import update_webhook
from storage.mongo import Mongo
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries, webhook_now
from tests.cms.webhooks.receiver import Receiver, present, status, verified
from tests.services import Clock, Publish

__all__ = ["present"]


async def test_a_ping_is_sent_once_to_a_webhook_that_is_switched_off_too(
    make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services, clock: Clock
) -> None:
    webhook, secret = await make_webhook()
    await update_webhook(services, SYSTEM, webhook.id, is_active=False)
    receiver.will(status(500), status(200))

    failed = await ping_webhook(services, SYSTEM, webhook.id)
    await drain()
    clock.now += timedelta(seconds=1)
    arrived = await ping_webhook(services, SYSTEM, webhook.id)
    await drain()

    assert {one.id: one.state for one in await deliveries(webhook)} == {failed.id: "failed", arrived.id: "delivered"}
    assert verified(receiver, secret)["type"] == "webhook.ping"
    assert (await webhook_now(webhook)).failing_since is None


async def test_one_delivery_can_be_sent_again(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()
    await drain()
    [arrived] = await deliveries(webhook)

    again = await retry_delivery(services, SYSTEM, arrived.id)
    assert (again.state, again.round, again.tries_in_round) == ("waiting", 2, 0)
    await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.tries, len(kept.attempts)) == ("delivered", 2, 2)
    assert len({request.headers["webhook-id"] for request in receiver.received}) == 1


async def test_a_delivery_that_waits_for_its_next_try_can_be_hurried_and_is_then_sent_once(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500), status(200))
    await make_edition()
    await drain()
    [waiting] = await deliveries(webhook)

    await retry_delivery(services, SYSTEM, waiting.id)
    await drain()
    clock.now += timedelta(days=1)
    await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, len(receiver.received)) == ("delivered", 2)


async def test_all_since_a_moment_is_sent_again_with_what_was_missed(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    await make_edition("too-early")
    await drain()
    clock.now += timedelta(hours=1)
    since = clock.now
    sent = await make_edition("sent")
    await drain()
    await update_webhook(services, SYSTEM, webhook.id, is_active=False)
    missed = await make_edition("missed")
    await drain()
    with pytest.raises(TransitionNotAllowed):
        await replay_webhook(services, SYSTEM, webhook.id, since)
    await update_webhook(services, SYSTEM, webhook.id, is_active=True)
    before = len(receiver.received)

    await replay_webhook(services, SYSTEM, webhook.id, since)
    await drain()

    again = [orjson.loads(request.body)["data"]["id"] for request in receiver.received[before:]]
    assert sorted(again) == sorted([sent.id, missed.id])
    assert len(await deliveries(webhook)) == 3


async def test_a_replay_that_is_worked_on_twice_sends_nothing_twice(
    make_edition: Publish,
    make_webhook: MakeWebhook,
    receiver: Receiver,
    drain: Drain,
    services: Services,
    clock: Clock,
    mongo: Mongo,
) -> None:
    webhook, _ = await make_webhook()
    clock.now += timedelta(hours=1)
    since = clock.now
    await make_edition()
    await drain()
    await replay_webhook(services, SYSTEM, webhook.id, since)
    await drain()
    assert len(receiver.received) == 2

    await mongo.db["outbox"].update_one({"name": "WebhookReplayAsked"}, {"$set": {"state": "waiting"}})
    await drain()

    assert len(receiver.received) == 2


@pytest.mark.parametrize("back", [timedelta(days=31), timedelta(seconds=-1)])
async def test_a_replay_goes_back_no_further_than_the_log(
    make_webhook: MakeWebhook, services: Services, clock: Clock, back: timedelta
) -> None:
    webhook, _ = await make_webhook()

    with pytest.raises(Invalid):
        await replay_webhook(services, SYSTEM, webhook.id, clock.now - back)
