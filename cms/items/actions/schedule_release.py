"""Publish a release later, at a moment of its site's own time, or not after all."""

from dataclasses import replace
from datetime import datetime

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.parameters import Id
from cms.items.accompanying_targets import LEAVE_TARGETS, TargetsChoice
from cms.items.actions.publish_release import check_release
from cms.items.actions.schedule_item import moment_ahead
from cms.items.four_eyes import second_person_problems
from cms.items.release_change import ReleaseChange
from cms.items.release_plan import (
    DRAFT,
    OPEN,
    PUBLISH,
    SCHEDULED,
    take_along,
    write_plan,
)
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import OutboxEvent, Release

RELEASE_DUE = "ReleaseDue"


async def schedule_release(
    services: Services, actor: Actor, id: str, at: str, targets: TargetsChoice = LEAVE_TARGETS
) -> Release:
    """The present versions of its items, and of the `targets` that go along, go live at the wall time `at` of its site,
    whatever is written after it.

    Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled or published), and Invalid with all that would stop
    it now, or for a moment that has passed or that the clocks skip.
    """
    if problems := await check_release(services, actor, id, targets):
        raise Invalid(problems)
    return await schedule_checked_release(services, actor, id, at, targets)


@action(right="publish", event="ReleaseScheduled", records="schedule_release")
async def schedule_checked_release(change: ReleaseChange, id: str, at: str, targets: TargetsChoice) -> Release:
    """As `schedule_release`, of a release that could be published now."""
    release = change.release
    change.require_state(OPEN)
    release.scheduled_for = await moment_ahead(change.services, release.site, at, change.session)
    release.state, release.scheduled_by, release.problems = SCHEDULED, change.actor.id, []
    release.left = await take_along(change.services, release, targets, change.session)
    await _pin(change)
    await write_plan(change.services, release, change.session)
    await change.store()
    await change.repository.outbox.add(_due(change, release.scheduled_for), change.session)
    return release


@action(right="publish", offered="Take the schedule of a release back: it is a draft again.")
async def cancel_release(change: ReleaseChange, id: Id) -> Release:
    """A draft again. Raises NotFound, NotPermitted, TransitionNotAllowed (not scheduled)."""
    release = change.release
    change.require_state((SCHEDULED,))
    release.state, release.scheduled_for, release.scheduled_by, release.left = DRAFT, None, None, []
    release.entries = [one.model_copy(update={"version": None}) for one in release.entries]
    await write_plan(change.services, release, change.session)
    await change.store()
    return release


async def _pin(change: ReleaseChange) -> None:
    """To the present versions, of which each must be somebody else's where its site asks for that: the clock will not
    ask again. Raises Invalid."""
    release = change.release
    locales = {one.item: one.locales for one in release.entries if one.action == PUBLISH}
    items = await change.repository.items.with_ids(list(locales), change.session)
    problems = [
        replace(problem, item=item.id)
        for item in items
        for problem in await second_person_problems(
            change.services, change.actor, item, locales[item.id], change.session
        )
    ]
    if problems:
        raise Invalid(problems)
    versions = {item.id: item.version for item in items}
    release.entries = [
        one.model_copy(update={"version": versions.get(one.item)}) if one.action == PUBLISH else one
        for one in release.entries
    ]


def _due(change: ReleaseChange, moment: datetime) -> OutboxEvent:
    return OutboxEvent(
        name=RELEASE_DUE,
        at=change.now,
        due_at=moment,
        scheduled_for=moment,
        site=change.release.site,
        payload={"release": change.release.id},
    )
