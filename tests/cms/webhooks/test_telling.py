"""Webhooks are told of what was published: signed, once, each of its own, and without the content."""

import asyncio
from datetime import timedelta

import orjson

from cms.access.actor import SYSTEM
from cms.items.actions import unpublish_item, update_item
from cms.items.live_change import LIVE_CHANGED
from cms.kernel.services import Services
from cms.webhooks.actions.create_webhook import create_webhook
from cms.webhooks.reactions.tell_webhooks import tell_webhooks
from storage.documents import OutboxEvent
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries
from tests.cms.webhooks.receiver import Receiver, present, verified
from tests.services import Clock, Publish

__all__ = ["present"]

SECRET_TEXT = "not yet for the public"


async def test_a_publication_is_told_with_a_signature_and_without_the_content(
    make_webhook: MakeWebhook, make_edition: Publish, receiver: Receiver, drain: Drain, services: Services, clock: Clock
) -> None:
    webhook, secret = await make_webhook()
    edition = await make_edition(locales=["en"])
    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": SECRET_TEXT}})

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
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, services: Services
) -> None:
    eccp, _ = await make_webhook()
    nca, _ = await make_webhook("nca", ["item.unpublished"])
    edition = await make_edition(locales=["en", "cs"])
    await unpublish_item(services, SYSTEM, edition.id, ["cs"])

    await drain()

    of_edition = [one.event for one in await deliveries(eccp) if one.item == edition.id]
    assert of_edition == ["item.published"]  # that it is no longer there in Czech is nothing to the English site
    [gone] = await deliveries(nca)
    assert (gone.event, gone.item) == ("item.unpublished", edition.id)
    assert orjson.loads(gone.body)["data"]["site"] == "nca"


async def test_a_draft_is_told_to_nobody(
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, services: Services, receiver: Receiver
) -> None:
    edition = await make_edition()
    await make_webhook()

    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": SECRET_TEXT}})
    await drain()

    assert receiver.received == []


async def test_what_was_before_a_webhook_is_not_told_to_it(
    make_edition: Publish, drain: Drain, services: Services, clock: Clock, receiver: Receiver
) -> None:
    await make_edition(locales=["en"])
    clock.now += timedelta(seconds=1)
    await create_webhook(services, SYSTEM, site="eccp", url=receiver.url, events=["item.published"])

    await drain()

    assert receiver.received == []


async def test_an_event_that_is_worked_on_twice_is_told_once(
    make_webhook: MakeWebhook, make_edition: Publish, services: Services
) -> None:
    webhook, _ = await make_webhook()
    edition = await make_edition()
    event = await OutboxEvent.find_one({"name": LIVE_CHANGED, "item": edition.id})
    assert event

    await asyncio.gather(tell_webhooks(services, event), tell_webhooks(services, event), return_exceptions=True)
    await tell_webhooks(services, event)

    [_one] = [one for one in await deliveries(webhook) if one.item == edition.id]
    assert await OutboxEvent.find({"name": "WebhookDeliveryDue", "item": edition.id}).count() == 1
