"""A program that is told of changes, and what it was told."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by

KEPT_SECONDS = 30 * 24 * 3600
"""How long the delivery log is kept."""


class Webhook(Stored):
    """An address that is told of a site's events. Secrets are sealed (`cms.webhooks.signing`); the previous one is
    valid until `previous_until`. `failing_since`: no delivery has succeeded from then on. `disabled_reason`: gone (the
    receiver said so) or failing (for days), None when a person switched it off."""

    site: str
    url: str
    events: list[str]
    description: str = ""
    is_active: bool = True
    sealed_secret: str
    previous_secret: str | None = None
    previous_until: datetime | None = None
    created_at: datetime
    created_by: str
    modified_at: datetime
    failing_since: datetime | None = None
    disabled_at: datetime | None = None
    disabled_reason: str | None = None

    class Settings:
        name = "webhooks"
        indexes = [
            newest_by("site", "created_at"),
            IndexModel([("created_at", DESCENDING), ("_id", DESCENDING)], name="created"),
        ]


class WebhookDelivery(Stored):
    """One message to one webhook, with every try. `source`: what it was made for, once per webhook; `body`: the JSON
    text that is sent, the same each time. A round is the tries until success or the last failure; a person may begin
    another one. State: waiting, delivered or failed.

    An attempt is {at, status | None, milliseconds, answer, error | None}.
    """

    webhook: str
    site: str
    source: str
    event: str
    item: str | None = None
    body: str
    created_at: datetime
    state: str = "waiting"
    round: int = 1
    tries_in_round: int = 0
    tries: int = 0
    next_at: datetime | None = None
    delivered_at: datetime | None = None
    replayed_by: str | None = None
    attempts: list[dict[str, Any]] = []

    class Settings:
        name = "webhook_deliveries"
        indexes = [
            IndexModel([("webhook", ASCENDING), ("source", ASCENDING)], name="once", unique=True),
            newest_by("webhook", "created_at"),
            IndexModel([("created_at", ASCENDING)], name="kept", expireAfterSeconds=KEPT_SECONDS),
        ]
