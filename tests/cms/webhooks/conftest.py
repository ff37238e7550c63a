"""Services whose webhooks may reach loopback, a receiver there, and workers that send until nothing is due."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.webhooks.actions.create_webhook import create_webhook
from cms.worker import Worker
from storage.documents import Webhook, WebhookDelivery
from tests.cms.webhooks.receiver import Receiver, receiving

EVENTS = ["item.published", "item.unpublished"]
Drain = Callable[[], Awaitable[None]]
MakeWebhook = Callable[..., Awaitable[tuple[Webhook, str]]]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as running:
        yield running


@pytest.fixture
async def services(services: Services) -> Services:
    settings = load_settings(webhook_allowed_networks="127.0.0.1", webhook_timeout_seconds=5)
    return replace(services, settings=settings)


async def until_idle(worker: Worker) -> None:
    while await worker.step():
        pass


@pytest.fixture
def drain(services: Services) -> Drain:
    async def until_nothing_is_due() -> None:
        await until_idle(Worker(services))

    return until_nothing_is_due


@pytest.fixture
def make_webhook(services: Services, sites: None, receiver: Receiver, drain: Drain) -> MakeWebhook:
    """A webhook of the European site that nothing has been sent to, and its secret."""

    async def make(site: str = "eccp", events: list[str] = EVENTS, **options: Any) -> tuple[Webhook, str]:
        await drain()
        url = options.pop("url", receiver.url)
        return await create_webhook(services, SYSTEM, site=site, url=url, events=events, **options)

    return make


async def deliveries(webhook: Webhook) -> list[WebhookDelivery]:
    return await WebhookDelivery.find({"webhook": webhook.id}).sort("_id").to_list()


async def webhook_now(webhook: Webhook) -> Webhook:
    found = await Webhook.get(webhook.id)
    assert found
    return found
