"""The one rule for what goes live along with something, whichever way it goes live: now, by the clock, in a release."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.access.actor import Actor
from cms.items.publication import step_problems
from cms.items.unpublished_targets import (
    MAX_TARGETS,
    GoingLive,
    Target,
    Targets,
    going_live,
    unpublished_targets,
)
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from storage.documents import Item, OutboxEvent
from storage.mongo import Session

TARGETS_LEFT_BEHIND = "TargetsLeftBehind"
IGNORE, REFUSE, TOGETHER = "ignore", "refuse", "together"


@dataclass(frozen=True, slots=True)
class TargetsChoice:
    """What becomes of unpublished targets: they stay, nothing goes live while there are any, or they go along; `only`
    those with these ids, None for all."""

    what: str = IGNORE
    only: frozenset[str] | None = None


LEAVE_TARGETS, REFUSE_TARGETS, TAKE_TARGETS = TargetsChoice(), TargetsChoice(REFUSE), TargetsChoice(TOGETHER)


@dataclass(frozen=True, slots=True)
class Division:
    """`along`: what goes live too, the farthest first. `left`: ids of the rest, and of what was deleted. `problems`:
    why the choice cannot be carried out."""

    along: list[Target]
    left: list[str]
    problems: list[Problem]


NO_TARGETS = Division([], [], [])


async def divide_targets(
    services: Services, roots: Sequence[GoingLive], choice: TargetsChoice, session: Session | None = None
) -> Division:
    targets = await unpublished_targets(services, roots, session)
    along = [one for one in reversed(targets.found) if _goes_along(choice, one)]
    taken = {one.item.id for one in along}
    left = [one.item.id for one in targets.found if one.item.id not in taken] + sorted(targets.gone)
    return Division(along, left, _choice_problems(roots, targets, choice))


async def along_problems(services: Services, actor: Actor, along: Sequence[Target], session: Session) -> list[Problem]:
    """All that stops this person from publishing them now, missing rights among it."""
    return [
        problem for one in along for problem in await step_problems(services, actor, one.item, one.locales, session)
    ]


async def left_behind(
    services: Services, live: Sequence[tuple[Item, Sequence[str]]], known: Sequence[str], session: Session
) -> list[str]:
    """Ids of what that which went live refers to and visitors do not see, but for those that are `known` to stay."""
    roots = [going_live(item, locales) for item, locales in live]
    targets = await unpublished_targets(services, roots, session, through=())
    return [id for id in (*(one.item.id for one in targets.found), *sorted(targets.gone)) if id not in known]


async def note_left_behind(
    services: Services,
    ids: Sequence[str],
    session: Session,
    *,
    site: str,
    release: str = "",
    item: str = "",
    locale: str = "",
) -> None:
    """Leaves an event, so that whoever planned the publication of the item or the release is told: the clock can ask
    nobody."""
    if ids:
        now, payload = services.clock(), {"targets": list(ids), "release": release}
        event = OutboxEvent(name=TARGETS_LEFT_BEHIND, at=now, due_at=now, payload=payload)
        event.item, event.site, event.locale = item, site, locale or None
        await services.repository.outbox.add(event, session)


def _goes_along(choice: TargetsChoice, target: Target) -> bool:
    return choice.what == TOGETHER and (choice.only is None or target.item.id in choice.only)


def _choice_problems(roots: Sequence[GoingLive], targets: Targets, choice: TargetsChoice) -> list[Problem]:
    if choice.what == REFUSE:
        return [_refused(one, roots) for one in targets.found]
    if choice.what == TOGETHER and choice.only is None and not targets.is_complete:
        message = f"It refers to more than {MAX_TARGETS} unpublished items; publish some of them before."
        return [Problem("", "TOO_MANY", message)]
    return []


def _refused(target: Target, roots: Sequence[GoingLive]) -> Problem:
    at = target.at if any(target.source == one.id for one in roots) else ""
    message = f"The {target.item.type} it refers to is not published in {', '.join(target.locales)}."
    return Problem(at, "UNPUBLISHED_TARGET", f"{message} Publish it before, or together.", None, target.item.id)
