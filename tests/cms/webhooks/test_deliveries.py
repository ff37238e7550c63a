"""Webhooks from a publication to a receiver: signed, tried again, logged, sent again on demand."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from cms.access import SYSTEM
from cms.actions import publish_item, unpublish_item, update_item
from cms.actions.create_webhook import create_webhook
from cms.actions.delete_webhook import delete_webhook
from cms.actions.ping_webhook import ping_webhook
from cms.actions.record_live_change import LIVE_CHANGED
from cms.actions.replay_webhook import replay_webhook
from cms.actions.retry_delivery import retry_delivery
from cms.actions.rotate_webhook_secret import rotate_webhook_secret
from cms.actions.update_webhook import update_webhook
from cms.desk import Desk
from cms.errors import Invalid, NotFound, TransitionNotAllowed
from cms.reactions.deliver_webhook import WEBHOOK_DISABLED
from cms.reactions.tell_webhooks import tell_webhooks
from cms.settings import load_settings
from cms.vault import Vault
from cms.webhooks.retries import WAITS
from cms.worker import Worker
from storage.documents import OutboxEvent
from storage.documents.webhook import KEPT_SECONDS
from storage.mongo import Mongo
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries, webhook_now
from tests.cms.webhooks.receiver import Receiver, never, receiving, status
from tests.desk import Clock, Publish

SECRET_TEXT = "not yet for the public"


@pytest.fixture(autouse=True)
def present(clock: Clock) -> None:
    """Receivers look at the time of signatures."""
    clock.now = datetime.now(UTC).replace(microsecond=0)


def verified(receiver: Receiver, secret: str, at: int = -1) -> dict[str, Any]:
    """What a receiver makes of a request by the library of the specification. Raises WebhookVerificationError."""
    request = receiver.received[at]
    return Verifier(secret).verify(request.body, request.headers)


async def until_idle(worker: Worker) -> None:
    while await worker.step():
        pass


async def test_a_publication_is_told_with_a_signature_and_without_the_content(
    make_webhook: MakeWebhook, make_edition: Publish, receiver: Receiver, drain: Drain, desk: Desk, clock: Clock
) -> None:
    webhook, secret = await make_webhook()
    edition = await make_edition(locales=["en"])
    await update_item(desk, SYSTEM, edition.id, 1, {"theme": {"en": SECRET_TEXT}})

    await drain()

    told = [verified(receiver, secret, at) for at in range(len(receiver.received))]
    [found] = [one for one in told if one["data"]["id"] == edition.id]
    assert found == {
        "type": "item.published",
        "timestamp": clock.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "data": {
            "id": edition.id,
            "type": "Edition",
            "site": "eccp",
            "version": 1,
            "locales": ["en"],
            "addresses": [{"locale": "en", "url": "/editions/iasi-2023"}],
            "gone": [],
        },
    }
    request = receiver.received[-1]
    assert request.headers["content-type"] == "application/json"
    assert request.headers["user-agent"].startswith("ClusterCMS")
    assert not any(SECRET_TEXT.encode() in one.body or b"Meet us" in one.body for one in receiver.received)
    assert {one.state for one in await deliveries(webhook)} == {"delivered"}


async def test_each_site_is_told_of_its_own_and_each_webhook_of_what_it_asked_for(
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, desk: Desk
) -> None:
    eccp, _ = await make_webhook()
    nca, _ = await make_webhook("nca", ["item.unpublished"])
    edition = await make_edition(locales=["en", "cs"])
    await unpublish_item(desk, SYSTEM, edition.id, ["cs"])

    await drain()

    of_edition = [one.event for one in await deliveries(eccp) if one.item == edition.id]
    assert of_edition == ["item.published"]  # that it is no longer there in Czech is nothing to the English site
    [gone] = await deliveries(nca)
    assert (gone.event, gone.item) == ("item.unpublished", edition.id)
    assert orjson.loads(gone.body)["data"]["site"] == "nca"


async def test_a_draft_is_told_to_nobody(
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, desk: Desk, receiver: Receiver
) -> None:
    edition = await make_edition()
    await make_webhook()

    await update_item(desk, SYSTEM, edition.id, 1, {"theme": {"en": SECRET_TEXT}})
    await drain()

    assert receiver.received == []


async def test_what_was_before_a_webhook_is_not_told_to_it(
    make_edition: Publish, drain: Drain, desk: Desk, clock: Clock, receiver: Receiver
) -> None:
    await make_edition(locales=["en"])
    clock.now += timedelta(seconds=1)
    await create_webhook(desk, SYSTEM, site="eccp", url=receiver.url, events=["item.published"])

    await drain()

    assert receiver.received == []


async def test_an_event_that_is_worked_on_twice_is_told_once(
    make_webhook: MakeWebhook, make_edition: Publish, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    edition = await make_edition()
    event = await OutboxEvent.find_one({"name": LIVE_CHANGED, "item": edition.id})
    assert event

    await asyncio.gather(tell_webhooks(desk, event), tell_webhooks(desk, event), return_exceptions=True)
    await tell_webhooks(desk, event)

    [_one] = [one for one in await deliveries(webhook) if one.item == edition.id]
    assert await OutboxEvent.find({"name": "WebhookDeliveryDue", "item": edition.id}).count() == 1


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
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(410))
    await make_edition("first")
    await drain()
    receiver.will(status(200))

    again = await update_webhook(desk, SYSTEM, webhook.id, is_active=True)
    await make_edition("second")
    await drain()

    assert (again.failing_since, again.disabled_at, again.disabled_reason) == (None, None, None)
    assert [one.state for one in await deliveries(webhook)] == ["failed", "delivered"]


async def test_a_receiver_that_does_not_answer_in_time_is_tried_again(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(never(receiver))
    settings = load_settings(webhook_allowed_networks="127.0.0.1", webhook_timeout_seconds=0.1)
    await make_edition()

    worker = Worker(replace(desk, settings=settings))
    await until_idle(worker)

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.attempts[0]["status"]) == ("waiting", None)
    assert kept.attempts[0]["error"] == "no complete answer within 0.1 s"


async def test_a_receiver_inside_is_not_reached_though_it_was_when_the_webhook_was_made(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()

    worker = Worker(replace(desk, settings=load_settings()))
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
    desk: Desk,
    clock: Clock,
    drain: Drain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()
    record, dead = desk.repository.webhook_deliveries.record_attempt, asyncio.Event()

    async def dies(*args: Any) -> bool:
        if dead.is_set():
            return await record(*args)
        dead.set()
        raise asyncio.CancelledError

    monkeypatch.setattr(desk.repository.webhook_deliveries, "record_attempt", dies)
    worker = Worker(desk)
    with pytest.raises(asyncio.CancelledError):
        await until_idle(worker)
    clock.now += timedelta(minutes=2)
    await drain()

    [kept] = await deliveries(webhook)
    assert [request.headers["webhook-id"] for request in receiver.received] == [f"msg_{kept.id}"] * 2
    assert (kept.state, kept.tries) == ("delivered", 1)


async def test_two_secrets_are_valid_for_a_day_after_a_change(
    make_edition: Publish,
    make_webhook: MakeWebhook,
    receiver: Receiver,
    drain: Drain,
    desk: Desk,
    clock: Clock,
    mongo: Mongo,
) -> None:
    webhook, old = await make_webhook()
    _webhook, new = await rotate_webhook_secret(desk, SYSTEM, webhook.id)

    await make_edition("first")
    await drain()
    assert verified(receiver, old)["type"] == verified(receiver, new)["type"] == "item.published"
    assert receiver.received[-1].headers["webhook-signature"].count("v1,") == 2

    kept = await webhook_now(webhook)
    assert kept.previous_until and kept.previous_until - clock.now == timedelta(hours=24)
    await mongo.db["webhooks"].update_one({"_id": webhook.id}, {"$set": {"previous_until": clock.now}})
    await make_edition("second")
    await drain()
    assert verified(receiver, new)
    with pytest.raises(WebhookVerificationError):
        verified(receiver, old)


async def test_a_leaked_secret_can_be_ended_at_once(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk
) -> None:
    webhook, old = await make_webhook()
    _webhook, new = await rotate_webhook_secret(desk, SYSTEM, webhook.id, at_once=True)

    await make_edition()
    await drain()

    assert verified(receiver, new)
    with pytest.raises(WebhookVerificationError):
        verified(receiver, old)


async def test_a_secret_is_stored_sealed_for_its_webhook_alone(
    make_webhook: MakeWebhook, mongo: Mongo, desk: Desk
) -> None:
    (webhook, secret), (other, _other_secret) = await make_webhook(), await make_webhook()

    assert secret.startswith("whsec_") and len(secret) == 50
    for name in await mongo.db.list_collection_names():
        assert secret[6:] not in str(await mongo.db[name].find().to_list(None))
    assert desk.vault.open("webhook", webhook.id, webhook.sealed_secret) == secret
    assert desk.vault.open("webhook", other.id, webhook.sealed_secret) is None


async def test_a_secret_of_another_installation_is_said(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()

    worker = Worker(replace(desk, vault=Vault("x" * 32)))
    await until_idle(worker)

    [kept] = await deliveries(webhook)
    assert receiver.received == []
    assert "another CMS_SECRET_KEY" in kept.attempts[0]["error"]


async def test_a_ping_is_sent_once_to_a_webhook_that_is_switched_off_too(
    make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk, clock: Clock
) -> None:
    webhook, secret = await make_webhook()
    await update_webhook(desk, SYSTEM, webhook.id, is_active=False)
    receiver.will(status(500), status(200))

    failed = await ping_webhook(desk, SYSTEM, webhook.id)
    await drain()
    clock.now += timedelta(seconds=1)
    arrived = await ping_webhook(desk, SYSTEM, webhook.id)
    await drain()

    assert {one.id: one.state for one in await deliveries(webhook)} == {failed.id: "failed", arrived.id: "delivered"}
    assert verified(receiver, secret)["type"] == "webhook.ping"
    assert (await webhook_now(webhook)).failing_since is None


async def test_one_delivery_can_be_sent_again(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()
    await drain()
    [arrived] = await deliveries(webhook)

    again = await retry_delivery(desk, SYSTEM, arrived.id)
    assert (again.state, again.round, again.tries_in_round) == ("waiting", 2, 0)
    await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, kept.tries, len(kept.attempts)) == ("delivered", 2, 2)
    assert len({request.headers["webhook-id"] for request in receiver.received}) == 1


async def test_a_delivery_that_waits_for_its_next_try_can_be_hurried_and_is_then_sent_once(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500), status(200))
    await make_edition()
    await drain()
    [waiting] = await deliveries(webhook)

    await retry_delivery(desk, SYSTEM, waiting.id)
    await drain()
    clock.now += timedelta(days=1)
    await drain()

    [kept] = await deliveries(webhook)
    assert (kept.state, len(receiver.received)) == ("delivered", 2)


async def test_all_since_a_moment_is_sent_again_with_what_was_missed(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk, clock: Clock
) -> None:
    webhook, _ = await make_webhook()
    await make_edition("too-early")
    await drain()
    clock.now += timedelta(hours=1)
    since = clock.now
    sent = await make_edition("sent")
    await drain()
    await update_webhook(desk, SYSTEM, webhook.id, is_active=False)
    missed = await make_edition("missed")
    await drain()
    with pytest.raises(TransitionNotAllowed):
        await replay_webhook(desk, SYSTEM, webhook.id, since)
    await update_webhook(desk, SYSTEM, webhook.id, is_active=True)
    before = len(receiver.received)

    await replay_webhook(desk, SYSTEM, webhook.id, since)
    await drain()

    again = [orjson.loads(request.body)["data"]["id"] for request in receiver.received[before:]]
    assert sorted(again) == sorted([sent.id, missed.id])
    assert len(await deliveries(webhook)) == 3


async def test_a_replay_that_is_worked_on_twice_sends_nothing_twice(
    make_edition: Publish,
    make_webhook: MakeWebhook,
    receiver: Receiver,
    drain: Drain,
    desk: Desk,
    clock: Clock,
    mongo: Mongo,
) -> None:
    webhook, _ = await make_webhook()
    clock.now += timedelta(hours=1)
    since = clock.now
    await make_edition()
    await drain()
    await replay_webhook(desk, SYSTEM, webhook.id, since)
    await drain()
    assert len(receiver.received) == 2

    await mongo.db["outbox"].update_one({"name": "WebhookReplayAsked"}, {"$set": {"state": "waiting"}})
    await drain()

    assert len(receiver.received) == 2


@pytest.mark.parametrize("back", [timedelta(days=31), timedelta(seconds=-1)])
async def test_a_replay_goes_back_no_further_than_the_log(
    make_webhook: MakeWebhook, desk: Desk, clock: Clock, back: timedelta
) -> None:
    webhook, _ = await make_webhook()

    with pytest.raises(Invalid):
        await replay_webhook(desk, SYSTEM, webhook.id, clock.now - back)


async def test_a_deleted_webhook_takes_its_log_with_it_and_is_told_nothing_more(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, desk: Desk
) -> None:
    webhook, _ = await make_webhook()
    receiver.will(status(500))
    edition = await make_edition()
    await drain()

    await delete_webhook(desk, SYSTEM, webhook.id)
    await publish_item(desk, SYSTEM, edition.id, ["en"])
    await drain()

    assert len(receiver.received) == 1 and await deliveries(webhook) == []
    with pytest.raises(NotFound):
        await update_webhook(desk, SYSTEM, webhook.id, is_active=True)


async def test_the_delivery_log_goes_by_itself_after_thirty_days(mongo: Mongo) -> None:
    indexes = await mongo.db["webhook_deliveries"].index_information()

    assert indexes["kept"]["key"] == [("created_at", 1)]
    assert indexes["kept"]["expireAfterSeconds"] == KEPT_SECONDS == 30 * 86400
