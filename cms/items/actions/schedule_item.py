"""Publish or take away later, at a moment of the site's own time."""

from datetime import datetime

from cms.access.action import action
from cms.content.rules.wall_time import entered_instant, wall_time_problems
from cms.content.sites import published_sites
from cms.items import workflow
from cms.items.accompanying_targets import LEAVE_TARGETS, TargetsChoice, along_problems, divide_targets
from cms.items.item_change import ItemChange
from cms.items.publication import publication_problems
from cms.items.snapshot import write_schedule
from cms.items.unpublished_targets import Target, going_live
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import GoesAlong, Item, OutboxEvent
from storage.mongo import Session

PUBLICATION_DUE = "PublicationDue"
EXPIRY_DUE = "ExpiryDue"
NOT_SCHEDULED: dict[str, object] = {"effective": None, "scheduled_version": None, "along": [], "left": []}


@action(right="publish", event="ItemScheduled")
async def schedule_publication(
    change: ItemChange, id: str, locale: str, at: str | None, targets: TargetsChoice = LEAVE_TARGETS
) -> Item:
    """The present version becomes live at the wall time `at` of the site, with the present versions of the `targets`
    that go along, whatever is written after them; None cancels.

    Raises NotFound, NotPermitted, TransitionNotAllowed, and Invalid with what would stop the publication of the item or
    of one that goes along, or for a moment that has passed or that the clocks skip.
    """
    services, actor, item, session = change.services, change.actor, change.item, change.session
    workflow.require("publish", actor, item, locale)
    moment = await _moment(change, at)
    if moment is None:
        return await _schedule(change, locale, PUBLICATION_DUE, None, **NOT_SCHEDULED)
    division = await divide_targets(services, [going_live(item, [locale])], targets, session)
    problems = _order_problems(moment, workflow.state_of(item, locale).expires)
    problems += await publication_problems(services, actor, item, [locale], session)
    problems += [*division.problems, *await along_problems(services, actor, division.along, session)]
    if problems:
        raise Invalid(problems)
    changes = {
        "effective": moment,
        "scheduled_version": item.version,
        "along": [_pinned(one) for one in division.along],
        "left": division.left,
    }
    return await _schedule(change, locale, PUBLICATION_DUE, moment, **changes)


def _pinned(target: Target) -> GoesAlong:
    return GoesAlong(item=target.item.id, version=target.item.version, locales=list(target.locales))


@action(right="publish", event="ItemScheduled")
async def schedule_expiry(change: ItemChange, id: str, locale: str, at: str | None) -> Item:
    """What is live in `locale` goes at the wall time `at` of the site; None cancels. Raises as above."""
    workflow.require("unpublish", change.actor, change.item, locale)
    state = workflow.state_of(change.item, locale)
    if state.version is None and state.effective is None:
        raise TransitionNotAllowed(f"Publish it in {locale}, or schedule that, before scheduling its end.")
    moment = await _moment(change, at)
    if problems := _order_problems(state.effective, moment):
        raise Invalid(problems)
    return await _schedule(change, locale, EXPIRY_DUE, moment, expires=moment)


async def _moment(change: ItemChange, at: str | None) -> datetime | None:
    return None if at is None else await moment_ahead(change.services, change.item.site, at, change.session)


async def moment_ahead(services: Services, key: str, at: str, session: Session) -> datetime:
    """The instant of a wall time of the site `key`. Raises Invalid for one that has passed or that the clocks skip, and
    for a site that is not published."""
    [site] = await published_sites(services.repository, [key], session)
    try:
        moment = entered_instant(at, site.time_zone)
        problems = wall_time_problems(at, site.time_zone, "at")
    except ValueError:
        raise Invalid([Problem("at", "NOT_A_WALL_TIME", "Give a local time such as 2024-05-31T18:00.")]) from None
    if problems:
        raise Invalid(problems)
    if moment <= services.clock():
        raise Invalid([Problem("at", "PASSED", "Choose a moment that is still ahead.")])
    return moment


def _order_problems(effective: datetime | None, expires: datetime | None) -> list[Problem]:
    if effective and expires and expires <= effective:
        return [Problem("at", "EXPIRES_FIRST", "It would go before it comes; change the other moment first.")]
    return []


async def _schedule(change: ItemChange, locale: str, event: str, moment: datetime | None, **changes: object) -> Item:
    item = change.item
    state = workflow.state_of(item, locale).model_copy(update=changes)
    item.states = {**item.states, locale: state}
    await change.store()
    await write_schedule(change.services, change.kind, item, change.session)
    if moment:
        await change.repository.outbox.add(_due(item, locale, event, change.now, moment), change.session)
    change.tell(locale=locale, at=moment)
    return item


def _due(item: Item, locale: str, event: str, now: datetime, moment: datetime) -> OutboxEvent:
    return OutboxEvent(
        name=event,
        at=now,
        due_at=moment,
        scheduled_for=moment,
        item=item.id,
        type=item.type,
        site=item.site,
        locale=locale,
        version=item.version,
    )
