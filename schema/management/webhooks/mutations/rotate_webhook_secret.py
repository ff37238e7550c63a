"""Give a webhook another secret."""

import strawberry

from cms.webhooks.actions.rotate_webhook_secret import rotate_webhook_secret as rotate
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.webhooks.mutations.create_webhook import WebhookSecretResult, new_secret


@strawberry.input
class RotateWebhookSecretInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["webhook"])
    at_once: bool = strawberry.field(
        default=False, description="End the old secret now, as where it leaked, and not after a day of both."
    )


@strawberry.mutation(description="Give a webhook another secret; for a day both are valid.")
async def rotate_webhook_secret(info: ManagementInfo, input: RotateWebhookSecretInput) -> WebhookSecretResult:
    work = rotate(info.context.services, info.context.actor, str(input.id), at_once=input.at_once)
    return await outcome(WebhookSecretResult, "created", work, new_secret)
