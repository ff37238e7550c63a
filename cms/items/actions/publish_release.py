"""Publish a release: all of its items at one moment, or nothing."""

from datetime import datetime

from cms.access.actor import SYSTEM, Actor
from cms.items.accompanying_targets import IGNORE, LEAVE_TARGETS, TargetsChoice, left_behind, note_left_behind
from cms.items.release_plan import (
    FAILED,
    OPEN,
    PUBLISHED,
    SCHEDULED,
    Carrying,
    load_release,
    record_release,
    require_state,
    store_changed,
    take_along,
    write_plan,
)
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Release, ReleaseProblem
from storage.mongo import Session


class _Undone(Exception):
    """Ends the transaction of a trial."""


async def publish_release(services: Services, actor: Actor, id: str, targets: TargetsChoice = LEAVE_TARGETS) -> Release:
    """The release, all of it live now, with the `targets` that go along.

    Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled or published), and Invalid with all that stops any of
    its items, each problem with its item; missing rights, a second person's hand and refused targets are among them.
    """

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        require_state(release, OPEN)
        if targets.what != IGNORE:
            await take_along(services, release, targets, session)
        await _carry_out(services, actor, release, session)
        return release

    return await services.transact(write)


async def check_release(
    services: Services, actor: Actor, id: str, targets: TargetsChoice = LEAVE_TARGETS
) -> list[Problem]:
    """What publishing it now, with the `targets` that go along, would be refused for, found by doing it and leaving
    nothing of it. Raises NotFound, NotPermitted."""

    async def attempt(session: Session) -> None:
        release = await load_release(services, actor, id, session)
        if release.state != PUBLISHED:
            _check_not_empty(release)
            if targets.what != IGNORE:
                await take_along(services, release, targets, session)
            await Carrying(services, actor, release, session).run()
        raise _Undone

    try:
        await services.transact(attempt)
    except _Undone:
        return []
    except Invalid as error:
        return list(error.problems)
    raise AssertionError("a trial always ends its transaction")


async def publish_scheduled_release(services: Services, id: str, due: datetime) -> None:
    """Does what was scheduled for `due`, or notes why not: the release has then failed, and nothing of it is live."""

    async def write(session: Session) -> None:
        if release := await _still_due(services, id, due, session):
            await _carry_out(services, SYSTEM, release, session)

    try:
        await services.transact(write)
    except Invalid as error:
        await _note_failure(services, id, due, error)


async def _carry_out(services: Services, actor: Actor, release: Release, session: Session) -> None:
    _check_not_empty(release)
    carrying = Carrying(services, actor, release, session)
    await carrying.run()
    release.state, release.problems = PUBLISHED, []
    # in the order of the release, with the versions that went live
    done = {(one.item, one.action): one for one in carrying.done}
    release.entries = [done[one.item, one.action] for one in release.entries]
    if actor.id == SYSTEM.id:
        left = await left_behind(services, carrying.live, release.left, session)
        await note_left_behind(services, left, session, site=release.site, release=release.id)
    release.published_at = services.clock()
    release.published_by = release.scheduled_by if actor.id == SYSTEM.id else actor.id
    await store_changed(services, actor, release, session)
    await record_release(services, actor, "publish_release", release, session, "ReleasePublished")


def _check_not_empty(release: Release) -> None:
    if not release.entries:
        raise Invalid([Problem("items", "EMPTY", "Put items into the release first.")])


async def _still_due(services: Services, id: str, due: datetime, session: Session) -> Release | None:
    release = await services.repository.releases.get(id, session)
    is_due = release is not None and release.state == SCHEDULED and release.scheduled_for == due
    return release if is_due else None


async def _note_failure(services: Services, id: str, due: datetime, error: Invalid) -> None:
    async def write(session: Session) -> None:
        if (release := await _still_due(services, id, due, session)) is None:
            return
        release.state = FAILED
        release.problems = [_kept(problem) for problem in error.problems]
        release.entries = [one.model_copy(update={"version": None}) for one in release.entries]
        await write_plan(services, release, session)
        await store_changed(services, SYSTEM, release, session)
        await record_release(services, SYSTEM, "fail_release", release, session, "ReleaseFailed")

    await services.transact(write)


def _kept(problem: Problem) -> ReleaseProblem:
    return ReleaseProblem(
        item=problem.item,
        field=problem.field,
        code=problem.code,
        message=problem.message,
        locale=problem.locale,
    )
