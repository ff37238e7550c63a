"""What an action that changed what is live leaves behind, for everything outside that follows it."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.kernel.services import Services
from storage.documents import Item, OutboxEvent
from storage.mongo import Session

LIVE_CHANGED = "LiveContentChanged"
COMPARED = ("data", "slugs", "locales", "channels", "addresses", "overrides")


async def record_live_change(
    services: Services,
    item: Item,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    session: Session,
    *,
    publish: Sequence[str],
    withdraw: Sequence[str],
) -> None:
    """`before` and `after` are the snapshots of an item in the delivery world, empty where it is not there. Leaves an
    event with the places and nothing of the content: {published, withdrawn, before, after: {locales, channels,
    addresses}}."""
    if not publish and all(before.get(name) == after.get(name) for name in COMPARED):
        return
    now = services.clock()
    payload = {
        "published": list(publish),
        "withdrawn": [locale for locale in withdraw if locale in before.get("locales", {})],
        "before": _places(before),
        "after": _places(after),
    }
    event = OutboxEvent(
        name=LIVE_CHANGED,
        at=now,
        due_at=now,
        item=item.id,
        type=item.type,
        site=item.site,
        version=item.version,
        payload=payload,
    )
    await services.repository.outbox.add(event, session)


def _places(snapshot: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        "locales": sorted(snapshot.get("locales", {})),
        "channels": list(snapshot.get("channels", ())),
        "addresses": list(snapshot.get("addresses", ())),
    }
