"""Publish a release later, at a moment of its site's own time, or not after all."""

from dataclasses import replace

from cms.access.actor import Actor
from cms.items.accompanying_targets import LEAVE_TARGETS, TargetsChoice
from cms.items.actions.publish_release import check_release
from cms.items.actions.schedule_item import moment_ahead
from cms.items.four_eyes import second_person_problems
from cms.items.release_plan import (
    DRAFT,
    OPEN,
    PUBLISH,
    SCHEDULED,
    load_release,
    record_release,
    require_state,
    store_changed,
    take_along,
    write_plan,
)
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import OutboxEvent, Release
from storage.mongo import Session

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

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        require_state(release, OPEN)
        release.scheduled_for = await moment_ahead(services, release.site, at, session)
        release.state, release.scheduled_by, release.problems = SCHEDULED, actor.id, []
        release.left = await take_along(services, release, targets, session)
        await _pin(services, actor, release, session)
        await write_plan(services, release, session)
        await store_changed(services, actor, release, session)
        await services.repository.outbox.add(_due(services, release), session)
        await record_release(services, actor, "schedule_release", release, session, "ReleaseScheduled")
        return release

    return await services.transact(write)


async def cancel_release(services: Services, actor: Actor, id: str) -> Release:
    """A draft again. Raises NotFound, NotPermitted, TransitionNotAllowed (not scheduled)."""

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        require_state(release, (SCHEDULED,))
        release.state, release.scheduled_for, release.scheduled_by, release.left = DRAFT, None, None, []
        release.entries = [one.model_copy(update={"version": None}) for one in release.entries]
        await write_plan(services, release, session)
        await store_changed(services, actor, release, session)
        await record_release(services, actor, "cancel_release", release, session)
        return release

    return await services.transact(write)


async def _pin(services: Services, actor: Actor, release: Release, session: Session) -> None:
    """To the present versions, of which each must be somebody else's where its site asks for that: the clock will not
    ask again. Raises Invalid."""
    locales = {one.item: one.locales for one in release.entries if one.action == PUBLISH}
    items = await services.repository.items.with_ids(list(locales), session)
    problems = [
        replace(problem, item=item.id)
        for item in items
        for problem in await second_person_problems(services, actor, item, locales[item.id], session)
    ]
    if problems:
        raise Invalid(problems)
    versions = {item.id: item.version for item in items}
    release.entries = [
        one.model_copy(update={"version": versions.get(one.item)}) if one.action == PUBLISH else one
        for one in release.entries
    ]


def _due(services: Services, release: Release) -> OutboxEvent:
    assert release.scheduled_for
    return OutboxEvent(
        name=RELEASE_DUE,
        at=services.clock(),
        due_at=release.scheduled_for,
        scheduled_for=release.scheduled_for,
        site=release.site,
        payload={"release": release.id},
    )
