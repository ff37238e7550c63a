"""Put items into a release, and take them out."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.reach import may_read
from cms.content.fields.field import MAX_LOCALES
from cms.content.fields.locale import is_locale
from cms.items.accompanying_targets import IGNORE, LEAVE_TARGETS, TargetsChoice
from cms.items.release_plan import (
    OPEN,
    check_entries,
    load_release,
    record_release,
    require_state,
    store_changed,
    take_along,
)
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from storage.documents import Release, ReleaseEntry
from storage.mongo import Session


async def add_to_release(
    services: Services, actor: Actor, id: str, entries: Sequence[ReleaseEntry], targets: TargetsChoice = LEAVE_TARGETS
) -> Release:
    """With these entries, and those of the `targets` that all of its items refer to and that go along; one for an item
    that is in it already with the same action replaces that one.

    Raises NotFound (release or item), NotPermitted (to publish on its site, or one of the items), TransitionNotAllowed
    (scheduled or published), Invalid (languages; one language of an item both ways; too many items; refused targets).
    """
    _check_locales(entries)

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        require_state(release, OPEN)
        await _check_items(services, actor, entries, session)
        kept = {(one.item, one.action): one for one in release.entries}
        release.entries = list({**kept, **{(one.item, one.action): one for one in entries}}.values())
        await _take_along(services, actor, release, targets, session)
        check_entries(release)
        await store_changed(services, actor, release, session)
        await record_release(services, actor, "add_to_release", release, session)
        return release

    return await services.transact(write)


async def remove_from_release(services: Services, actor: Actor, id: str, items: Sequence[str]) -> Release:
    """Without any entry of these items. Raises NotFound, NotPermitted, TransitionNotAllowed."""

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        require_state(release, OPEN)
        release.entries = [one for one in release.entries if one.item not in items]
        await store_changed(services, actor, release, session)
        await record_release(services, actor, "remove_from_release", release, session)
        return release

    return await services.transact(write)


async def _take_along(
    services: Services, actor: Actor, release: Release, targets: TargetsChoice, session: Session
) -> None:
    if targets.what != IGNORE:
        before = len(release.entries)
        await take_along(services, release, targets, session)
        await _check_items(services, actor, release.entries[before:], session)


def _check_locales(entries: Sequence[ReleaseEntry]) -> None:
    for entry in entries:
        if not 0 < len(entry.locales) <= MAX_LOCALES or not all(map(is_locale, entry.locales)):
            message = "Give the languages by codes such as en or cs, at least one."
            raise Invalid([Problem("locales", "NOT_A_LOCALE", message, None, entry.item)])


async def _check_items(services: Services, actor: Actor, entries: Sequence[ReleaseEntry], session: Session) -> None:
    wanted = list(dict.fromkeys(entry.item for entry in entries))
    items = {item.id: item for item in await services.repository.items.with_ids(wanted, session)}
    for id in wanted:
        if id not in items or not may_read(actor, items[id]):
            raise NotFound(f"There is no item {id}.")
        actor.require_on("publish", items[id])
