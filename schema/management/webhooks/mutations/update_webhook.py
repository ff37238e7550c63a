"""Change a webhook: its address, its events, whether it is told anything."""

from typing import Optional

import strawberry

from cms.webhooks.actions.create_webhook import LONGEST_DESCRIPTION
from cms.webhooks.actions.update_webhook import update_webhook as update
from schema.management.answer import MutationResult, bounded, outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.webhooks.types import Webhook, stored_webhook
from storage.documents import Webhook as StoredWebhook


@strawberry.input(description="What is left out stays as it is.")
class UpdateWebhookInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["webhook"])
    url: Optional[str] = strawberry.field(
        default=None, description="http or https, on a public address; another one is tried afresh."
    )
    events: Optional[list[str]] = strawberry.field(default=None, description="Of `webhookEvents`, all of them anew.")
    description: Optional[str] = strawberry.field(
        default=None, description=f"What it is for, at most {LONGEST_DESCRIPTION} characters."
    )
    is_active: Optional[bool] = strawberry.field(
        default=None, description="True: switched on, also after it was switched off by itself."
    )


@strawberry.type(description="Either `webhook` or `refusal`.")
class WebhookResult(MutationResult):
    webhook: Optional[Webhook] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Change a webhook, or switch it on or off.")
async def update_webhook(info: ManagementInfo, input: UpdateWebhookInput) -> WebhookResult:
    return await outcome(WebhookResult, "webhook", _update(info, input), stored_webhook)


async def _update(info: ManagementInfo, input: UpdateWebhookInput) -> StoredWebhook:
    return await update(
        info.context.services,
        info.context.actor,
        str(input.id),
        url=input.url,
        events=None if input.events is None else bounded("events", input.events),
        description=input.description,
        is_active=input.is_active,
    )
