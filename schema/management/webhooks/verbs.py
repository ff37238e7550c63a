"""What may be done with webhooks."""

import strawberry

from schema.management.webhooks.mutations.create_webhook import create_webhook
from schema.management.webhooks.mutations.delete_webhook import delete_webhook
from schema.management.webhooks.mutations.ping_webhook import ping_webhook
from schema.management.webhooks.mutations.replay_webhook import replay_webhook
from schema.management.webhooks.mutations.retry_webhook_delivery import retry_webhook_delivery
from schema.management.webhooks.mutations.rotate_webhook_secret import rotate_webhook_secret
from schema.management.webhooks.mutations.update_webhook import update_webhook


@strawberry.type
class WebhookVerbs:
    create_webhook = strawberry.mutation(
        create_webhook, description="Let a program be told of what changes on a site; its secret is shown once."
    )
    update_webhook = strawberry.mutation(update_webhook, description="Change a webhook, or switch it on or off.")
    rotate_webhook_secret = strawberry.mutation(
        rotate_webhook_secret, description="Give a webhook another secret; for a day both are valid."
    )
    delete_webhook = strawberry.mutation(
        delete_webhook, description="Forget a webhook with its delivery log; answers with what it was."
    )
    test_webhook = strawberry.mutation(ping_webhook, description="Send a test message, once.")
    retry_webhook_delivery = strawberry.mutation(retry_webhook_delivery, description="Send one message again.")
    replay_webhook = strawberry.mutation(
        replay_webhook, description="Send again all since a moment, with what was missed meanwhile."
    )
