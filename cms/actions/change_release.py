"""Put items into a release, and take them out."""

from collections.abc import Sequence

from cms.access import Actor
from cms.actions.releasing import (
    MOST_ENTRIES,
    OPEN,
    PUBLISH,
    load_release,
    record_release,
    require_state,
    store_changed,
)
from cms.catalog.reach import may_read
from cms.desk import Desk
from cms.errors import Invalid, NotFound, Problem
from cms.fields.field import MAX_LOCALES
from cms.fields.locale import is_locale
from storage.documents import Release, ReleaseEntry
from storage.mongo import Session


async def add_to_release(desk: Desk, actor: Actor, id: str, entries: Sequence[ReleaseEntry]) -> Release:
    """With these entries; one for an item that is in it already with the same action replaces that one.

    Raises NotFound (release or item), NotPermitted (to publish on its site, or one of the items), TransitionNotAllowed
    (scheduled or published), Invalid (languages; one language of an item both ways; too many items).
    """
    _check_locales(entries)

    async def write(session: Session) -> Release:
        release = await load_release(desk, actor, id, session)
        require_state(release, OPEN)
        await _check_items(desk, actor, entries, session)
        kept = {(one.item, one.action): one for one in release.entries}
        release.entries = list({**kept, **{(one.item, one.action): one for one in entries}}.values())
        _check_entries(release)
        await store_changed(desk, actor, release, session)
        await record_release(desk, actor, "add_to_release", release, session)
        return release

    return await desk.transact(write)


async def remove_from_release(desk: Desk, actor: Actor, id: str, items: Sequence[str]) -> Release:
    """Without any entry of these items. Raises NotFound, NotPermitted, TransitionNotAllowed."""

    async def write(session: Session) -> Release:
        release = await load_release(desk, actor, id, session)
        require_state(release, OPEN)
        release.entries = [one for one in release.entries if one.item not in items]
        await store_changed(desk, actor, release, session)
        await record_release(desk, actor, "remove_from_release", release, session)
        return release

    return await desk.transact(write)


def _check_locales(entries: Sequence[ReleaseEntry]) -> None:
    for entry in entries:
        if not 0 < len(entry.locales) <= MAX_LOCALES or not all(map(is_locale, entry.locales)):
            message = "Give the languages by codes such as en or cs, at least one."
            raise Invalid([Problem("locales", "NOT_A_LOCALE", message, None, entry.item)])


async def _check_items(desk: Desk, actor: Actor, entries: Sequence[ReleaseEntry], session: Session) -> None:
    wanted = list(dict.fromkeys(entry.item for entry in entries))
    items = {item.id: item for item in await desk.repository.items.with_ids(wanted, session)}
    for id in wanted:
        if id not in items or not may_read(actor, items[id]):
            raise NotFound(f"There is no item {id}.")
        actor.require_on("publish", items[id])


def _check_entries(release: Release) -> None:
    if len(release.entries) > MOST_ENTRIES:
        message = f"A release has at most {MOST_ENTRIES} entries; make another one."
        raise Invalid([Problem("items", "TOO_MANY", message)])
    coming = {(one.item, locale) for one in release.entries if one.action == PUBLISH for locale in one.locales}
    going = {(one.item, locale) for one in release.entries if one.action != PUBLISH for locale in one.locales}
    if both := sorted(coming & going):
        message = "It cannot be published and taken away at one moment."
        raise Invalid([Problem("items", "BOTH_WAYS", message, locale, item) for item, locale in both])
