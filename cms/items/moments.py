"""The moments at which the clock alone changes what lists show of an item: kept in its snapshot, by which a read learns
how long its answer holds (`storage.moments`)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cms.items.visibility import MOMENTS


def moments_of(document: Mapping[str, Any]) -> list[datetime]:
    """Of a snapshot, the earliest first: those of its languages' schedule, and every moment that its type derives, such
    as when an edition begins and ends: by nothing else a filter may compare an item with the clock."""
    scheduled = (stamp.get(name) for stamp in document["locales"].values() for name in MOMENTS)
    derived = document.get("derived", {}).values()
    return sorted({one for one in (*scheduled, *derived) if isinstance(one, datetime)})
