"""Mutations about webhooks: only those who manage them know of them."""

from datetime import timedelta
from typing import Any

from cms.access.actor import SYSTEM
from cms.webhooks.actions.create_webhook import create_webhook
from cms.webhooks.actions.ping_webhook import ping_webhook
from tests.schema.management.roles import Row, Stage

RIGHT = "manage_webhooks"
URL = "https://hooks.example.org/cms"


async def new_webhook(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp", "url": URL, "events": ["item.published"]}


async def webhook(stage: Stage) -> dict[str, Any]:
    made, _secret = await create_webhook(stage.services, SYSTEM, site="eccp", url=URL, events=["item.published"])
    return {"id": made.id}


async def described_webhook(stage: Stage) -> dict[str, Any]:
    return {**await webhook(stage), "description": "Ours"}


async def webhook_and_moment(stage: Stage) -> dict[str, Any]:
    return {**await webhook(stage), "since": (stage.services.clock() - timedelta(hours=1)).isoformat()}


async def delivery(stage: Stage) -> dict[str, Any]:
    made = await ping_webhook(stage.services, SYSTEM, (await webhook(stage))["id"])
    return {"id": made.id}


ROWS = {
    "createWebhook": Row(RIGHT, new_webhook, unseen="NOT_PERMITTED"),
    "updateWebhook": Row(RIGHT, described_webhook, hidden=True),
    "rotateWebhookSecret": Row(RIGHT, webhook, hidden=True),
    "deleteWebhook": Row(RIGHT, webhook, hidden=True),
    "testWebhook": Row(RIGHT, webhook, hidden=True, event=True),
    "retryWebhookDelivery": Row(RIGHT, delivery, hidden=True, event=True),
    "replayWebhook": Row(RIGHT, webhook_and_moment, hidden=True, event=True),
}
