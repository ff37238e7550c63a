"""Publish a release: all of its items at one moment, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cms.access.action import action
from cms.access.actor import SYSTEM, Actor
from cms.items.accompanying_targets import IGNORE, LEAVE_TARGETS, TargetsChoice, left_behind, note_left_behind
from cms.items.release_change import ReleaseChange
from cms.items.release_plan import (
    FAILED,
    OPEN,
    PUBLISHED,
    SCHEDULED,
    Carrying,
    take_along,
    write_plan,
)
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Release, ReleaseProblem


class _Undone(Exception):
    """Ends the transaction of a trial."""


@action(right="publish", event="ReleasePublished")
async def publish_release(change: ReleaseChange, id: str, targets: TargetsChoice = LEAVE_TARGETS) -> Release:
    """The release, all of it live now, with the `targets` that go along.

    Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled or published), and Invalid with all that stops any of
    its items, each problem with its item; missing rights, a second person's hand and refused targets are among them.
    """
    change.require_state(OPEN)
    if targets.what != IGNORE:
        await take_along(change.services, change.release, targets, change.session)
    await _carry_out(change)
    return change.release


async def check_release(
    services: Services, actor: Actor, id: str, targets: TargetsChoice = LEAVE_TARGETS
) -> list[Problem]:
    """What publishing it now, with the `targets` that go along, would be refused for, found by doing it and leaving
    nothing of it. Raises NotFound, NotPermitted."""
    try:
        await try_release(services, actor, id, targets)
    except _Undone:
        return []
    except Invalid as error:
        return list(error.problems)
    raise AssertionError("a trial always ends its transaction")


@action(right="publish", records="publish_release")
async def try_release(change: ReleaseChange, id: str, targets: TargetsChoice) -> None:
    """Ends its transaction whatever it finds. Raises NotFound, NotPermitted, Invalid, or that it could be published."""
    if change.release.state != PUBLISHED:
        _check_not_empty(change.release)
        if targets.what != IGNORE:
            await take_along(change.services, change.release, targets, change.session)
        await Carrying(change.services, change.actor, change.release, change.session).run()
    raise _Undone


async def publish_scheduled_release(services: Services, id: str, due: datetime) -> None:
    """Does what was scheduled for `due`, or notes why not: the release has then failed, and nothing of it is live."""
    try:
        await publish_due_release(services, SYSTEM, id, due)
    except Invalid as error:
        await fail_release(services, SYSTEM, id, due, error.problems)


@dataclass
class DueRelease(ReleaseChange):
    """A change by the clock, which does nothing where the release is gone or was scheduled anew."""

    found: Release | None = field(init=False)

    async def load(self, id: str) -> None:
        self.found = await self.repository.releases.get(id, self.session)
        if self.found:
            self.release = self.found

    def is_due(self, due: datetime) -> bool:
        is_due = bool(self.found) and self.release.state == SCHEDULED and self.release.scheduled_for == due
        self.is_recorded = not is_due
        return is_due

    async def finish(self) -> None:
        if self.found:
            await super().finish()


@action(right="publish", event="ReleasePublished", records="publish_release")
async def publish_due_release(change: DueRelease, id: str, due: datetime) -> None:
    """Raises Invalid with all that stops any of its items."""
    if change.is_due(due):
        await _carry_out(change)


@action(right="publish", event="ReleaseFailed")
async def fail_release(change: DueRelease, id: str, due: datetime, problems: Sequence[Problem]) -> None:
    """Notes why it could not be published."""
    if not change.is_due(due):
        return
    release = change.release
    release.state, release.problems = FAILED, [_kept(problem) for problem in problems]
    release.entries = [one.model_copy(update={"version": None}) for one in release.entries]
    await write_plan(change.services, release, change.session)
    await change.store()


async def _carry_out(change: ReleaseChange) -> None:
    services, release, is_clock = change.services, change.release, change.actor.id == SYSTEM.id
    _check_not_empty(release)
    carrying = Carrying(services, change.actor, release, change.session)
    await carrying.run()
    release.state, release.problems = PUBLISHED, []
    # in the order of the release, with the versions that went live
    done = {(one.item, one.action): one for one in carrying.done}
    release.entries = [done[one.item, one.action] for one in release.entries]
    if is_clock:
        left = await left_behind(services, carrying.live, release.left, change.session)
        await note_left_behind(services, left, change.session, site=release.site, release=release.id)
    release.published_at = change.now
    release.published_by = release.scheduled_by if is_clock else change.actor.id
    await change.store()


def _check_not_empty(release: Release) -> None:
    if not release.entries:
        raise Invalid([Problem("items", "EMPTY", "Put items into the release first.")])


def _kept(problem: Problem) -> ReleaseProblem:
    return ReleaseProblem(
        item=problem.item,
        field=problem.field,
        code=problem.code,
        message=problem.message,
        locale=problem.locale,
    )
