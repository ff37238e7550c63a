"""Change the draft of what a site shows differently of an item; the item itself is not touched."""

from typing import Any

from cms.access.action import action
from cms.content.fields.field import Clash
from cms.items.checks import check_references, check_size
from cms.items.override_change import OverrideChange
from cms.items.overrides import ItemOnSite, cleaned
from cms.kernel.errors import Conflict
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.documents.site_override import override_id
from storage.mongo import Session


@action(right="update", event="OverrideUpdated")
async def update_override(
    change: OverrideChange, id: str, site: str, base_version: int, changes: dict[str, Any]
) -> SiteOverride:
    """The changed draft of the override of the item `id` on `site`. `changes` is {role: value} as the content type's
    `overridable` says; it replaces roles, or the languages of one that it names, None empties one. `base_version` is 0
    where there is none yet.

    Others' changes since then are merged: per role and locale. Raises NotFound, NotPermitted (`update` on `site`),
    Invalid, and Conflict with base, theirs and yours where both touched the same thing.
    """
    services, place, session = change.services, change.place, change.session
    stored = await change.repository.overrides.get(id, site, session)
    base = await _base(services, stored, override_id(id, site), base_version, session)
    new = cleaned(place.part, place.part.completed(base, changes))
    theirs = stored.data if stored else {}
    data = _merged(place, base, theirs, {**base, **dict.fromkeys(changes), **new}, stored)
    check_size(data)
    await check_references(services, change.actor, place.part, data, session, theirs)
    return await _store(change, stored, data)


async def _base(
    services: Services, stored: SiteOverride | None, override: str, number: int, session: Session
) -> dict[str, Any]:
    """What the change started from. Raises Conflict where that is not known any more."""
    if number == 0:
        return {}
    if stored and number == stored.version:
        return stored.data
    version = await services.repository.history.version(override, number, session)
    if stored is None or version is None:
        raise Conflict(f"Version {number} is not known; load it again.", (), stored.version if stored else 0)
    return version.data


def _merged(
    place: ItemOnSite, base: dict[str, Any], theirs: dict[str, Any], yours: dict[str, Any], stored: SiteOverride | None
) -> dict[str, Any]:
    clashes: list[Clash] = []
    data = place.part.merge(base, theirs, yours, "", clashes)
    if clashes:
        where = ", ".join(sorted({clash.at for clash in clashes}))
        message = f"Somebody else changed this meanwhile: {where}. Choose between both."
        raise Conflict(message, clashes, stored.version if stored else 0)
    return data


async def _store(change: OverrideChange, stored: SiteOverride | None, data: dict[str, Any]) -> SiteOverride:
    written = {"data": data, "modified_at": change.now, "modified_by": change.actor.id}
    if stored:
        return await change.store(stored, {**written, "version": stored.version + 1})
    item, site = change.place.item, change.place.site
    id = override_id(item.id, site)
    number = await change.repository.history.last_version(id, change.session)
    return await change.insert(
        SiteOverride(id=id, item=item.id, type=item.type, site=site, version=number + 1, **written)
    )
