"""Webhooks and what they were told, for those who manage them."""

from cms.access.actor import Actor
from cms.access.reach import of_sites
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from cms.webhooks.webhook_record import RIGHT, load_webhook
from storage.conditions import all_of, equal, given
from storage.documents import Webhook, WebhookDelivery
from storage.keyset import Order


async def get_webhook(services: Services, actor: Actor, id: str) -> Webhook:
    """Raises NotFound."""
    return await load_webhook(services, actor, id)


def list_webhooks(services: Services, actor: Actor, site: str | None) -> Listing:
    """Newest first, without their secrets."""
    shown, secrets = all_of(of_sites(actor, RIGHT), given({"site": site})), ("sealed_secret", "previous_secret")
    return Listing("webhooks", services.repository.webhook_lists, shown, Order("created_at"), secrets)


def list_deliveries(services: Services, webhook: str, state: str | None) -> Listing:
    """Newest first. `webhook` is the id of one that was read by the person who asks."""
    made = all_of(equal({"webhook": webhook}), given({"state": state}))
    return Listing("webhook_deliveries", services.repository.webhook_delivery_lists, made, Order("created_at"))


async def get_delivery(services: Services, actor: Actor, id: str) -> WebhookDelivery:
    """Raises NotFound."""
    delivery = await services.repository.webhook_deliveries.get(id)
    if delivery is None or not actor.may(RIGHT, delivery.site):
        raise NotFound(f"There is no delivery {id}.")
    return delivery
