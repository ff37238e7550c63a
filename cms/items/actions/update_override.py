"""Change the draft of what a site shows differently of an item; the item itself is not touched."""

from typing import Any

from cms.access.actor import Actor
from cms.content.fields.field import Clash
from cms.items.checks import check_references, check_size
from cms.items.overrides import ItemOnSite, cleaned, follow, place_of, record, record_override_version
from cms.kernel.errors import Conflict
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.documents.site_override import override_id
from storage.mongo import Session


async def update_override(
    services: Services, actor: Actor, id: str, site: str, base_version: int, changes: dict[str, Any]
) -> SiteOverride:
    """The changed draft of the override of the item `id` on `site`. `changes` is {role: value} as the content type's
    `overridable` says; it replaces roles, or the languages of one that it names, None empties one. `base_version` is 0
    where there is none yet.

    Others' changes since then are merged: per role and locale. Raises NotFound, NotPermitted (`update` on `site`),
    Invalid, and Conflict with base, theirs and yours where both touched the same thing.
    """

    async def write(session: Session) -> SiteOverride:
        place = await place_of(services, actor, id, site, "update", session)
        stored = await services.repository.overrides.get(id, site, session)
        base = await _base(services, stored, override_id(id, site), base_version, session)
        new = cleaned(place.part, place.part.completed(base, changes))
        theirs = stored.data if stored else {}
        data = _merged(place, base, theirs, {**base, **dict.fromkeys(changes), **new}, stored)
        check_size(data)
        await check_references(services, actor, place.part, data, session, theirs)
        override = await _store(services, actor, place, stored, data, session)
        await record_override_version(services, actor, "update_override", override, session)
        await follow(services, place.kind, place.item, [site], session)
        await record(services, actor, place, override, "update_override", "OverrideUpdated", session)
        return override

    return await services.transact(write)


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


async def _store(
    services: Services,
    actor: Actor,
    place: ItemOnSite,
    stored: SiteOverride | None,
    data: dict[str, Any],
    session: Session,
) -> SiteOverride:
    written = {"data": data, "modified_at": services.clock(), "modified_by": actor.id}
    if stored:
        override = stored.model_copy(update={**written, "version": stored.version + 1})
        await services.repository.overrides.replace(override, stored.version, session)
        return override
    number = await services.repository.history.last_version(override_id(place.item.id, place.site), session)
    override = SiteOverride(
        id=override_id(place.item.id, place.site),
        item=place.item.id,
        type=place.item.type,
        site=place.site,
        version=number + 1,
        **written,
    )
    await services.repository.overrides.insert(override, session)
    return override
