"""Put items into a release."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.reach import may_read
from cms.content.fields.field import MAX_LOCALES
from cms.content.fields.locale import is_locale
from cms.items.accompanying_targets import IGNORE, LEAVE_TARGETS, TargetsChoice
from cms.items.release_change import ReleaseChange
from cms.items.release_plan import (
    OPEN,
    check_entries,
    take_along,
)
from cms.kernel.errors import Invalid, NotFound, Problem
from storage.documents import Release, ReleaseEntry


@action(right="publish")
async def add_to_release(
    change: ReleaseChange, id: str, entries: Sequence[ReleaseEntry], targets: TargetsChoice = LEAVE_TARGETS
) -> Release:
    """With these entries, and those of the `targets` that all of its items refer to and that go along; one for an item
    that is in it already with the same action replaces that one.

    Raises NotFound (release or item), NotPermitted (to publish on its site, or one of the items), TransitionNotAllowed
    (scheduled or published), Invalid (languages; one language of an item both ways; too many items; refused targets).
    """
    _check_locales(entries)
    release = change.release
    change.require_state(OPEN)
    await _check_items(change, entries)
    kept = {(one.item, one.action): one for one in release.entries}
    release.entries = list({**kept, **{(one.item, one.action): one for one in entries}}.values())
    await _take_along(change, targets)
    check_entries(release)
    await change.store()
    return release


async def _take_along(change: ReleaseChange, targets: TargetsChoice) -> None:
    if targets.what != IGNORE:
        before = len(change.release.entries)
        await take_along(change.services, change.release, targets, change.session)
        await _check_items(change, change.release.entries[before:])


def _check_locales(entries: Sequence[ReleaseEntry]) -> None:
    for entry in entries:
        if not 0 < len(entry.locales) <= MAX_LOCALES or not all(map(is_locale, entry.locales)):
            message = "Give the languages by codes such as en or cs, at least one."
            raise Invalid([Problem("locales", "NOT_A_LOCALE", message, None, entry.item)])


async def _check_items(change: ReleaseChange, entries: Sequence[ReleaseEntry]) -> None:
    wanted = list(dict.fromkeys(entry.item for entry in entries))
    items = {item.id: item for item in await change.repository.items.with_ids(wanted, change.session)}
    for id in wanted:
        if id not in items or not may_read(change.actor, items[id]):
            raise NotFound(f"There is no item {id}.")
        change.actor.require_on("publish", items[id])
