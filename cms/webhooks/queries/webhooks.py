"""Webhooks and what they were told, for those who manage them."""

from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import NOTHING
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from cms.webhooks.webhook_record import RIGHT, load_webhook
from storage.documents import Webhook, WebhookDelivery
from storage.keyset import Order


async def get_webhook(services: Services, actor: Actor, id: str) -> Webhook:
    """Raises NotFound."""
    return await load_webhook(services, actor, id)


def list_webhooks(services: Services, actor: Actor, site: str | None) -> Listing:
    """Newest first, without their secrets."""
    sites = actor.sites(RIGHT)
    mine: dict[str, Any] = {"site": {"$in": sorted(sites)}} if sites else NOTHING
    query = {"$and": [{} if EVERYWHERE in sites else mine, {"site": site} if site else {}]}
    return Listing(
        "webhooks", services.repository.webhook_lists, query, Order("created_at"), ("sealed_secret", "previous_secret")
    )


def list_deliveries(services: Services, webhook: str, state: str | None) -> Listing:
    """Newest first. `webhook` is the id of one that was read by the person who asks."""
    query = {"webhook": webhook, **({"state": state} if state else {})}
    return Listing("webhook_deliveries", services.repository.webhook_delivery_lists, query, Order("created_at"))


async def get_delivery(services: Services, actor: Actor, id: str) -> WebhookDelivery:
    """Raises NotFound."""
    delivery = await services.repository.webhook_deliveries.get(id)
    if delivery is None or not actor.may(RIGHT, delivery.site):
        raise NotFound(f"There is no delivery {id}.")
    return delivery
