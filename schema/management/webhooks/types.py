"""Webhooks and their delivery log, as editors see them."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Optional

import strawberry

from cms.webhooks.queries.webhooks import list_deliveries
from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from storage.documents import Webhook as StoredWebhook
from storage.documents import WebhookDelivery as StoredDelivery


@strawberry.enum(description="Why a webhook was switched off by itself.")
class DisabledReason(Enum):
    GONE = strawberry.enum_value("gone", description="The receiver answered 410.")
    FAILING = strawberry.enum_value("failing", description="Nothing arrived for days.")


@strawberry.enum(description="What became of a message.")
class DeliveryState(Enum):
    WAITING = strawberry.enum_value("waiting", description="For the first or the next try.")
    DELIVERED = strawberry.enum_value("delivered", description="It was answered with a status of success.")
    FAILED = strawberry.enum_value("failed", description="Not tried again by itself.")


@strawberry.type(description="One try.")
class DeliveryAttempt:
    at: datetime = strawberry.field(description="When it was begun.")
    status: Optional[int] = strawberry.field(description="Of the answer; null when none came.")
    milliseconds: int = strawberry.field(description="Until the answer, or until it was given up.")
    answer: str = strawberry.field(description="Its first 2,000 bytes.")
    error: Optional[str] = strawberry.field(description="Why no answer, or not all of it, came.")


@strawberry.type(description="One message to one webhook; kept for 30 days.")
class WebhookDelivery:
    id: strawberry.ID = strawberry.field(description="For `retryWebhookDelivery`.")
    webhook: strawberry.ID = strawberry.field(description=ID_OF["webhook"])
    message_id: str = strawberry.field(description="The header webhook-id, the same with every try.")
    event: str = strawberry.field(description="As in `webhookEvents`, or webhook.ping for a test.")
    item: Optional[strawberry.ID] = strawberry.field(description="Id of the item that it tells of; null for a test.")
    state: DeliveryState = strawberry.field(description="What became of it.")
    created_at: datetime = strawberry.field(description="When it was made.")
    next_at: Optional[datetime] = strawberry.field(description="When it is tried again.")
    delivered_at: Optional[datetime] = strawberry.field(description="When it arrived; null before.")
    tries: int = strawberry.field(description="All so far, good or bad.")
    body: str = strawberry.field(description="The JSON text that is sent.")
    attempts: list[DeliveryAttempt] = strawberry.field(description="The latest 30, the oldest first.")


@strawberry.type(description="A program that is told when what visitors can read on a site changes.")
class Webhook:
    id: strawberry.ID = strawberry.field(description="As mutations about it take it.")
    site: str = strawberry.field(description="Key of the site whose changes it is told of.")
    url: str = strawberry.field(description="Where the messages are posted.")
    events: list[str] = strawberry.field(description="Which it is told of: names of `webhookEvents`.")
    description: str = strawberry.field(description="What it is for; may be empty.")
    is_active: bool = strawberry.field(description="Whether it is told anything.")
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: Optional[Person] = strawberry.field(description="Who made it.")
    modified_at: datetime = strawberry.field(description="Of the last change by a person.")
    previous_secret_until: Optional[datetime] = strawberry.field(
        description="Until then requests are signed with the secret before the present one too."
    )
    failing_since: Optional[datetime] = strawberry.field(description="Nothing has arrived since then.")
    disabled_at: Optional[datetime] = strawberry.field(
        description="When it was switched off by itself; null where it was not."
    )
    disabled_reason: Optional[DisabledReason] = strawberry.field(
        description="Why that was done; null where it was not."
    )

    @strawberry.field(description="The delivery log, newest first.")
    async def deliveries(
        self,
        info: ManagementInfo,
        state: Annotated[Optional[DeliveryState], strawberry.argument(description="Left out, all of them.")] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[WebhookDelivery]:
        listing = list_deliveries(info.context.services, str(self.id), str(state.value) if state else None)
        return await page(info, listing, delivery, first, after)


@strawberry.type(description="What webhooks can be told of.")
class WebhookEvent:
    name: str = strawberry.field(description="As `createWebhook` takes it, such as item.published.")
    description: str = strawberry.field(description="When it is told, in English.")


def webhook(document: dict[str, Any]) -> Webhook:
    names = ("site", "url", "events", "description", "is_active", "created_at", "modified_at", "failing_since")
    given: dict[str, Any] = {name: document[name] for name in names}
    reason = document["disabled_reason"]
    return Webhook(
        id=strawberry.ID(document["_id"]),
        created_by=person(document["created_by"]),
        previous_secret_until=document["previous_until"],
        disabled_at=document["disabled_at"],
        disabled_reason=DisabledReason(reason) if reason else None,
        **given,
    )


def delivery(document: dict[str, Any]) -> WebhookDelivery:
    names = ("event", "created_at", "next_at", "delivered_at", "tries", "body")
    given: dict[str, Any] = {name: document[name] for name in names}
    return WebhookDelivery(
        id=strawberry.ID(document["_id"]),
        webhook=strawberry.ID(document["webhook"]),
        message_id=f"msg_{document['_id']}",
        item=strawberry.ID(document["item"]) if document["item"] else None,
        state=DeliveryState(document["state"]),
        attempts=[DeliveryAttempt(**one) for one in document["attempts"]],
        **given,
    )


def stored_webhook(found: StoredWebhook) -> Webhook:
    return webhook(found.model_dump(by_alias=True))


def stored_delivery(found: StoredDelivery) -> WebhookDelivery:
    return delivery(found.model_dump(by_alias=True))
