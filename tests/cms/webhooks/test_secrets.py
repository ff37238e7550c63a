"""Secrets of webhooks: stored sealed, changed with a day for both, or ended at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from standardwebhooks import WebhookVerificationError

from cms.access.actor import SYSTEM
from cms.kernel.services import Services
from cms.kernel.vault import Vault
from cms.webhooks.actions.rotate_webhook_secret import rotate_webhook_secret
from cms.worker import Worker
from storage.mongo import Mongo
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries, until_idle, webhook_now
from tests.cms.webhooks.receiver import Receiver, present, verified
from tests.services import Clock, Publish

__all__ = ["present"]


async def test_two_secrets_are_valid_for_a_day_after_a_change(
    make_edition: Publish,
    make_webhook: MakeWebhook,
    receiver: Receiver,
    drain: Drain,
    services: Services,
    clock: Clock,
    mongo: Mongo,
) -> None:
    webhook, old = await make_webhook()
    _webhook, new = await rotate_webhook_secret(services, SYSTEM, webhook.id)

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
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, drain: Drain, services: Services
) -> None:
    webhook, old = await make_webhook()
    _webhook, new = await rotate_webhook_secret(services, SYSTEM, webhook.id, at_once=True)

    await make_edition()
    await drain()

    assert verified(receiver, new)
    with pytest.raises(WebhookVerificationError):
        verified(receiver, old)


async def test_a_secret_is_stored_sealed_for_its_webhook_alone(
    make_webhook: MakeWebhook, mongo: Mongo, services: Services
) -> None:
    (webhook, secret), (other, _other_secret) = await make_webhook(), await make_webhook()

    assert secret.startswith("whsec_") and len(secret) == 50
    for name in await mongo.db.list_collection_names():
        assert secret[6:] not in str(await mongo.db[name].find().to_list(None))
    assert services.vault.open("webhook", webhook.id, webhook.sealed_secret) == secret
    assert services.vault.open("webhook", other.id, webhook.sealed_secret) is None


async def test_a_secret_of_another_installation_is_said(
    make_edition: Publish, make_webhook: MakeWebhook, receiver: Receiver, services: Services
) -> None:
    webhook, _ = await make_webhook()
    await make_edition()

    worker = Worker(replace(services, vault=Vault("x" * 32)))
    await until_idle(worker)

    [kept] = await deliveries(webhook)
    assert receiver.received == []
    assert "another CMS_SECRET_KEY" in kept.attempts[0]["error"]
