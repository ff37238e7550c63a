"""Webhooks, for those who manage them."""

from typing import Annotated, Optional

import strawberry

from cms.webhooks.events import EVENTS
from cms.webhooks.queries import webhooks
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.webhooks.types import (
    Webhook,
    WebhookDelivery,
    WebhookEvent,
    stored_delivery,
    stored_webhook,
    webhook,
)


@strawberry.type
class WebhookQueries:
    @strawberry.field(description="What webhooks can be told of.")
    def webhook_events(self) -> list[WebhookEvent]:
        return [WebhookEvent(name=name, description=text) for name, text in EVENTS.items()]

    @strawberry.field(description="Webhooks of the sites where the viewer manages them, newest first.")
    async def webhooks(
        self,
        info: ManagementInfo,
        site: Annotated[
            Optional[str],
            strawberry.argument(description="Key of a site; left out, all that the viewer manages webhooks of."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Webhook]:
        listing = webhooks.list_webhooks(info.context.services, info.context.actor, site)
        return await page(info, listing, webhook, first, after)

    @strawberry.field(description="One webhook; NOT_FOUND where the viewer does not manage it.")
    async def webhook(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["webhook"])]
    ) -> Optional[Webhook]:
        return stored_webhook(await webhooks.get_webhook(info.context.services, info.context.actor, str(id)))

    @strawberry.field(description="One message; NOT_FOUND where the viewer does not manage its webhook.")
    async def webhook_delivery(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description="Of the delivery, as in `Webhook.deliveries`.")],
    ) -> Optional[WebhookDelivery]:
        return stored_delivery(await webhooks.get_delivery(info.context.services, info.context.actor, str(id)))
