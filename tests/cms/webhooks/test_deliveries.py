"""Deliveries: tried again with the same message, logged, given up at last, and gone with their webhook."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.webhooks.actions.delete_webhook import delete_webhook
from cms.webhooks.actions.update_webhook import update_webhook
from cms.webhooks.reactions.deliver_webhook import WEBHOOK_DISABLED
from cms.webhooks.retries import WAITS
from cms.worker import Worker
from storage.documents import OutboxEvent
from storage.documents.webhook import KEPT_SECONDS
from storage.mongo import Mongo
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries, until_idle, webhook_now
from tests.cms.webhooks.receiver import Receiver, never, present, receiving, status
from tests.services import Clock, Publish

__all__ = ["present"]


async def test_failures_are_tried_again_with_the_same_message_until_one_arrives(
    make_webhook: MakeWebhook, make_edition: Publish, receiver: Receiver, drain: Drain, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500, b"out of order"), status(503), status(200, b"thank you"))
    await make_edition()
    await drain()
    [kept] = await deliveries(webhook)
    [first] = kept.attempts
    assert (kept.state, kept.tries, first["status"], first["answer"]) == ("waiting", 1, 500, "out of order")
    assert kept.next_at and timedelta(seconds=5) <= kept.next_at - clock.now <= timedelta(seconds=6)

    await drain()
    assert len(receiver.received) == 1  # it is not time yet
    clock.now += timedelta(seconds=6)
    await drain()
    clock.now += timedelta(minutes=6)
    await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.tries, kept.next_at) == ("delivered", 3, None)
    assert [one["status"] for one in kept.attempts] == [500, 503, 200]
    assert kept.attempts[-1]["answer"] == "thank you"
    assert {request.headers["webhook-id"] for request in receiver.received} == {f"msg_{kept.id}"}
    assert len({request.body for request in receiver.received}) == 1
    assert len({request.headers["webhook-timestamp"] for request in receiver.received}) == 3
    assert (await webhook_now(webhook)).failing_since is None


async def test_what_never_arrives_is_tried_for_days_and_given_up(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(404))
    await make_edition()
    started = clock.now

    waits = []
    await drain()
    while (next_at := (await deliveries(webhook))[0].next_at) is not None:
        waits.append(next_at - clock.now)
        clock.now = next_at
        await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.tries) == ("failed", len(WAITS) + 1)
    assert all(wait <= found <= wait * 1.1 for wait, found in zip(WAITS, waits, strict=True))
    assert timedelta(days=3) < clock.now - started < timedelta(days=4)
    assert {event.state async for event in OutboxEvent.find({"name": "WebhookDeliveryDue"})} == {"done"}
    assert (await webhook_now(webhook)).is_active


async def test_a_webhook_that_failed_for_days_is_switched_off_with_notice(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, clock: Clock, mongo: Mongo
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500))
    await make_edition("first")
    await drain()
    clock.now += timedelta(days=5)

    await make_edition("second")
    await drain()

    off = await webhook_now(webhook)
    assert (off.is_active, off.disabled_reason, off.disabled_at) == (False, "failing", clock.now)
    assert await OutboxEvent.find({"name": WEBHOOK_DISABLED, "payload.webhook": webhook.id}).count() == 1
    entry = await mongo.db["audit"].find_one({"action": "disable_webhook"})
    assert entry and entry["by"] == "system" and entry["details"]["reason"] == "failing"
    before = len(receiver.received)
    clock.now += timedelta(days=5)
    await make_edition("third")
    await drain()
    assert len(receiver.received) == before
    assert {one.state for one in await deliveries(webhook)} == {"failed"}


async def test_a_receiver_that_is_gone_is_told_nothing_more(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(410))

    await make_edition()
    await drain()

    [kept] = await deliveries(webhook)
    off = await webhook_now(webhook)
    assert (kept.state, kept.tries) == ("failed", 1)
    assert (off.is_active, off.disabled_reason) == (False, "gone")


async def test_a_webhook_that_is_switched_on_again_starts_afresh(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(410))
    await make_edition("first")
    await drain()
    receiver.will(status(200))

    again = await update_webhook(services, SYSTEM, webhook.id, is_active=True)
    await make_edition("second")
    await drain()

    assert (again.failing_since, again.disabled_at, again.disabled_reason) == (None, None, None)
    assert [one.state for one in await deliveries(webhook)] == ["failed", "delivered"]


async def test_a_receiver_that_does_not_answer_in_time_is_tried_again(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, services: Services
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(never(receiver))
    settings = load_settings(webhook_allowed_networks="127.0.0.1", webhook_timeout_seconds=0.1)
    await make_edition()

    worker = Worker(replace(services, settings=settings))
    await until_idle(worker)

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.attempts[0]["status"]) == ("waiting", None)
    assert kept.attempts[0]["error"] == "no complete answer within 0.1 s"


async def test_a_receiver_inside_is_not_reached_though_it_was_when_the_webhook_was_made(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, services: Services
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()

    worker = Worker(replace(services, settings=load_settings()))
    await until_idle(worker)

    [kept] = await deliveries(webhook)
    assert kept.state == "waiting" and receiver.received == []
    assert kept.attempts[0]["error"] == "127.0.0.1 leads to 127.0.0.1, which webhooks may not reach"


async def test_a_redirect_inside_is_a_failure(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain
) -> None:
    webhook, _ = await make_webhook()
    async with receiving() as inside:
        receiver.will(status(302, location=inside.url))
        await make_edition()
        await drain()

        assert inside.received == []
    [kept] = await deliveries(webhook)
    assert (kept.state, kept.attempts[0]["status"]) == ("waiting", 302)


async def test_a_worker_that_dies_after_sending_sends_the_same_message_again(
    make_edition: Publish,
    make_webhook: MakeWebhook,
    receiver: Receiver,
    services: Services,
    clock: Clock,
    drain: Drain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()
    record, dead = services.repository.webhook_deliveries.record_attempt, asyncio.Event()

    async def dies(*args: Any) -> bool:
        if dead.is_set():
            return await record(*args)
        dead.set()
        raise asyncio.CancelledError

    monkeypatch.setattr(services.repository.webhook_deliveries, "record_attempt", dies)
    worker = Worker(services)
    with pytest.raises(asyncio.CancelledError):
        await until_idle(worker)
    clock.now += timedelta(minutes=2)
    await drain()

    [kept] = await deliveries(webhook)
    assert [request.headers["webhook-id"] for request in receiver.received] == [f"msg_{kept.id}"] * 2
    assert (kept.state, kept.tries) == ("delivered", 1)


async def test_a_deleted_webhook_takes_its_log_with_it_and_is_told_nothing_more(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500))
    edition = await make_edition()
    await drain()

    await delete_webhook(services, SYSTEM, webhook.id)
    await publish_item(services, SYSTEM, edition.id, ["en"])
    await drain()

    assert len(receiver.received) == 1 and await deliveries(webhook) == []
    with pytest.raises(NotFound):
        await update_webhook(services, SYSTEM, webhook.id, is_active=True)


async def test_the_delivery_log_goes_by_itself_after_thirty_days(mongo: Mongo) -> None:
    indexes = await mongo.db["webhook_deliveries"].index_information()

    assert indexes["kept"]["key"] == [("created_at", 1)]
    assert indexes["kept"]["expireAfterSeconds"] == KEPT_SECONDS == 30 * 86400
