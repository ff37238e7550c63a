"""Forget a webhook with its delivery log."""

import strawberry

from cms.webhooks.actions.delete_webhook import delete_webhook as delete
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.webhooks.mutations.update_webhook import WebhookResult
from schema.management.webhooks.types import stored_webhook


@strawberry.input
class DeleteWebhookInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["webhook"])


@strawberry.mutation(description="Forget a webhook with its delivery log; answers with what it was.")
async def delete_webhook(info: ManagementInfo, input: DeleteWebhookInput) -> WebhookResult:
    """`webhook` is what it was."""
    work = delete(info.context.services, info.context.actor, str(input.id))
    return await outcome(WebhookResult, "webhook", work, stored_webhook)
