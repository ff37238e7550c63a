"""What the editors of a site put first in its lists: few items, named in the site's own snapshot, which every query
reads anyway; a site that puts nothing first pays nothing for it."""

from typing import Any

from storage.conditions import equal
from storage.mongo import Session
from storage.repository import Repository

MAX_PINS = 20
"""Of one content type on one site."""


async def repin(repository: Repository, site: str, session: Session) -> None:
    """Brings the pins in the site's snapshots, live and for previews, in agreement with its overrides."""
    await repository.serialize(f"pins:{site}", session)
    for snapshots, world in ((repository.published, "live"), (repository.drafts, "draft")):
        pins = _by_type(await repository.overrides.ordered(site, world, session))
        here = equal({"type": "Site", "data.key": site})
        for document in await snapshots.matching(here, ["derived.pins"], session):
            if document.get("derived", {}).get("pins", {}) != pins:
                await snapshots.set_each({document["_id"]: {"derived.pins": pins}}, session)


def _by_type(ordered: list[dict[str, Any]]) -> dict[str, list[list[Any]]]:
    """{content type: [[order, item], …]}, the first in front."""
    pins: dict[str, list[list[Any]]] = {}
    for one in ordered:
        pins.setdefault(one["type"], []).append([one["order"], one["item"]])
    return {type: sorted(places)[:MAX_PINS] for type, places in pins.items()}
