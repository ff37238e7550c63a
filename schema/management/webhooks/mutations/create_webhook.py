"""Let a program be told of what changes on a site."""

from typing import Optional

import strawberry

from cms.webhooks.actions.create_webhook import LONGEST_DESCRIPTION
from cms.webhooks.actions.create_webhook import create_webhook as create
from schema.management.answer import MutationResult, bounded, outcome
from schema.management.context import ManagementInfo
from schema.management.webhooks.types import Webhook, stored_webhook
from storage.documents import Webhook as StoredWebhook


@strawberry.input
class CreateWebhookInput:
    site: str = strawberry.field(description="Key of a published site; the right to manage its webhooks is needed.")
    url: str = strawberry.field(description="http or https, on a public address.")
    events: list[str] = strawberry.field(description="Which it is to be told of: names of `webhookEvents`.")
    description: str = strawberry.field(
        default="", description=f"What it is for, at most {LONGEST_DESCRIPTION} characters."
    )


@strawberry.type(description="A webhook with the secret that it has from now on.")
class NewSecret:
    webhook: Webhook = strawberry.field(description="As `webhook` shows it.")
    secret: str = strawberry.field(description="For verifying signatures. It is not shown again.")


@strawberry.type(description="Either `created` or `refusal`.")
class WebhookSecretResult(MutationResult):
    created: Optional[NewSecret] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Let a program be told of what changes on a site; its secret is shown once.")
async def create_webhook(info: ManagementInfo, input: CreateWebhookInput) -> WebhookSecretResult:
    return await outcome(WebhookSecretResult, "created", _create(info, input), new_secret)


async def _create(info: ManagementInfo, input: CreateWebhookInput) -> tuple[StoredWebhook, str]:
    return await create(
        info.context.services,
        info.context.actor,
        site=input.site,
        url=input.url,
        events=bounded("events", input.events),
        description=input.description,
    )


def new_secret(made: tuple[StoredWebhook, str]) -> NewSecret:
    found, secret = made
    return NewSecret(webhook=stored_webhook(found), secret=secret)
