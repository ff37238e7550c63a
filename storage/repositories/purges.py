"""Caches in front of the CMS: which sites have told where to send what they have to drop, and what waits to be sent."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from storage.documents import OutboxEvent, Webhook
from storage.live_changes import EVERYTHING
from storage.mongo import Session, vendor_errors
from storage.repositories.outbox import Outbox

INVALIDATED = "cache.invalidated"
"""The event of webhooks that ask for it."""
CACHES_CHANGED = "CachesChanged"
"""The event of the outbox: {tags}, and {told} once a message was made of it."""
COALESCED = timedelta(seconds=0.5)
"""What changes within it is one message: a bulk change sends two in a second, not one for each item."""
GATHERED = 1_000
"""Changes that become one message."""
MOST_TAGS = 1_000
"""Of one change, and of one message; more are EVERYTHING."""


class Purges:
    """Those of one database."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def note(self, session: Session, tags: frozenset[str]) -> None:
        """Part of the transaction that changed what has these tags; nothing where no webhook asks for it."""
        if await Webhook.get_motor_collection().find_one(_ASKING, {"_id": 1}, session=session) is None:
            return
        now = datetime.now(UTC)
        event = OutboxEvent(
            name=CACHES_CHANGED,
            lane="webhooks",
            group=CACHES_CHANGED,
            at=now,
            due_at=now + COALESCED,
            payload={"tags": _bounded(tags)},
        )
        await self._outbox.add(event, session)

    async def gather(self, event: OutboxEvent, now: datetime, session: Session) -> list[str]:
        """The tags of this change and of the others that wait, which are done by that; none where somebody else has
        gathered this one."""
        collection, waiting = OutboxEvent.get_motor_collection(), {"state": "waiting", "payload.told": None}
        if await collection.find_one({"_id": event.id, **waiting}, session=session) is None:
            return []
        others = {"lane": "webhooks", "name": CACHES_CHANGED, **waiting}
        found = await collection.find(others, {"payload.tags": 1}, session=session).to_list(GATHERED)
        ids = [one["_id"] for one in found if one["_id"] != event.id]
        done = {"$set": {"state": "done", "done_at": now}}
        await collection.update_many({"_id": {"$in": ids}}, done, session=session)
        await collection.update_one({"_id": event.id}, {"$set": {"payload.told": True}}, session=session)
        return _bounded({*event.payload["tags"], *(tag for one in found for tag in one["payload"]["tags"])})

    async def sites(self) -> frozenset[str]:
        """The keys of those whose caches are told. Raises Unavailable."""
        with vendor_errors():
            return frozenset(await Webhook.get_motor_collection().distinct("site", _ASKING))


_ASKING = {"is_active": True, "events": INVALIDATED}


def _bounded(tags: Sequence[str] | set[str] | frozenset[str]) -> list[str]:
    return [EVERYTHING] if EVERYTHING in tags or len(tags) > MOST_TAGS else sorted(tags)
