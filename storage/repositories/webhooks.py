"""Webhooks and their deliveries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from storage.documents import Webhook, WebhookDelivery
from storage.mongo import Session, outside, vendor_errors

MAX_ATTEMPTS = 30
"""Of one delivery that are kept, the latest ones."""


class Webhooks:
    """Programs that are told of changes."""

    async def get(self, id: str, session: Session | None = None) -> Webhook | None:
        with outside(session):
            return await Webhook.get(id, session=session)

    async def count(self, site: str, session: Session) -> int:
        return await Webhook.get_motor_collection().count_documents({"site": site}, session=session)

    async def active(self, sites: Sequence[str] | None, session: Session) -> list[Webhook]:
        """Those of these sites that are not switched off, None for all sites."""
        where = {} if sites is None else {"site": {"$in": list(sites)}}
        return await Webhook.find({"is_active": True, **where}, session=session).to_list()

    async def insert(self, webhook: Webhook, session: Session) -> None:
        await webhook.insert(session=session)

    async def change(self, id: str, changes: Mapping[str, Any], session: Session) -> None:
        await Webhook.get_motor_collection().update_one({"_id": id}, {"$set": dict(changes)}, session=session)

    async def remove(self, id: str, session: Session) -> None:
        """With its delivery log."""
        await Webhook.get_motor_collection().delete_one({"_id": id}, session=session)
        await WebhookDelivery.get_motor_collection().delete_many({"webhook": id}, session=session)


class WebhookDeliveries:
    """What webhooks were told."""

    async def get(self, id: str, session: Session | None = None) -> WebhookDelivery | None:
        with outside(session):
            return await WebhookDelivery.get(id, session=session)

    async def made_for(self, source: str, webhooks: Sequence[str], session: Session) -> set[str]:
        """Which of the webhooks have a delivery for this source."""
        query = {"webhook": {"$in": list(webhooks)}, "source": source}
        found = WebhookDelivery.get_motor_collection().find(query, {"webhook": 1}, session=session)
        return {document["webhook"] async for document in found}

    async def insert(self, delivery: WebhookDelivery, session: Session) -> None:
        await delivery.insert(session=session)

    async def record_attempt(
        self, delivery: WebhookDelivery, attempt: Mapping[str, Any], changes: Mapping[str, Any], session: Session
    ) -> bool:
        """False, and nothing recorded, when the delivery is in another round by now."""
        update = {
            "$set": dict(changes),
            "$push": {"attempts": {"$each": [dict(attempt)], "$slice": -MAX_ATTEMPTS}},
            "$inc": {"tries": 1, "tries_in_round": 1},
        }
        same = {"_id": delivery.id, "round": delivery.round, "tries": delivery.tries, "state": "waiting"}
        changed = await WebhookDelivery.get_motor_collection().update_one(same, update, session=session)
        return changed.matched_count == 1

    async def change(self, delivery: WebhookDelivery, changes: Mapping[str, Any], session: Session) -> bool:
        """False when it is in another round or state by now."""
        same = {"_id": delivery.id, "round": delivery.round, "state": delivery.state}
        collection = WebhookDelivery.get_motor_collection()
        return (await collection.update_one(same, {"$set": dict(changes)}, session=session)).matched_count == 1

    async def to_replay(
        self, webhook: str, events: Sequence[str], since: datetime, replay: str, limit: int
    ) -> list[WebhookDelivery]:
        """The oldest ones of these events made since then, that do not wait and that this replay has not begun
        again."""
        query = {
            "webhook": webhook,
            "created_at": {"$gte": since},
            "event": {"$in": list(events)},
            "state": {"$ne": "waiting"},
            "replayed_by": {"$ne": replay},
        }
        with vendor_errors():
            return await WebhookDelivery.find(query).sort("created_at", "_id").limit(limit).to_list()
