"""Whether an object is public, and when: as Plone says, unless somebody decided otherwise here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from cms.content_types import registry
from cms.items import workflow
from cms.items.actions.publish_item import publish_item
from cms.items.actions.schedule_item import schedule_expiry, schedule_publication
from cms.items.actions.unpublish_item import unpublish_item
from cms.items.publication import publication_problems
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.transfer.plone.containers import PUBLISHED
from cms.transfer.plone.placing import Known, Placed, Placing, is_new
from cms.transfer.plone.plone_object import PloneObject
from storage.documents import Item, Publication

HIDDEN = Publication()


def wanted_publication(one: PloneObject, state: str, now: datetime) -> Publication | None:
    """`state`: of the object, or of the container that decides for it. In doubt it is not public. None for what is
    public there, and has a text that cannot be taken over."""
    if state != PUBLISHED or one.has_odd_dates:
        return HIDDEN
    if one.is_of_blocks:
        return None
    return as_of(Publication(is_public=True, effective=one.effective, expires=one.expires), now)


def as_of(one: Publication, now: datetime) -> Publication:
    """With moments that have passed carried out."""
    if not one.is_public or (one.expires and one.expires <= now):
        return HIDDEN
    return one.model_copy(update={"effective": None}) if one.effective and one.effective <= now else one


def present_publication(item: Item, locale: str, now: datetime) -> Publication:
    state = workflow.state_of(item, locale)
    if state.version is not None:
        return as_of(Publication(is_public=True, expires=state.expires), now)
    if state.effective:
        return as_of(Publication(is_public=True, effective=state.effective, expires=state.expires), now)
    return HIDDEN


def publication_conflict(placing: Placing, known: Known, wanted: Publication) -> Problem | None:
    """That somebody decided otherwise here."""
    if known.item is None or is_new(known):
        return None
    now, locale = placing.services.clock(), known.locale
    present = present_publication(known.item, locale, now)
    left = known.record.publication if known.record else None
    if present == wanted or (left is not None and present == as_of(left, now)) or placing.on_conflict == "update":
        return None
    if present.is_public and wanted.is_public:
        return Problem("publication", "OTHER_MOMENTS", "It comes or goes at another time here: that stays.", locale)
    if present.is_public:
        return Problem("publication", "LIVE_HERE", "It is not public in Plone; here it is, and stays so.", locale)
    message = "It is public in Plone; here it was not published, or unpublished, and stays a draft."
    return Problem("publication", "UNPUBLISHED_HERE", message, locale)


@dataclass(frozen=True, slots=True)
class Followed:
    """`is_changed`: something is live, scheduled or taken away that was not; `problems`: what stops that."""

    is_changed: bool = False
    problems: Sequence[Problem] = ()


async def follow_publication(placing: Placing, placed: Placed, wanted: Publication) -> Followed:
    """What somebody decided otherwise here stays, and is told."""
    if conflict := publication_conflict(placing, placed.known, wanted):
        return Followed(problems=[conflict])
    try:
        is_changed = await _make(placing, placed, placed.known.locale, wanted)
    except Invalid as error:
        return Followed(problems=error.problems)
    except TransitionNotAllowed as error:
        return Followed(problems=[Problem("publication", error.code, str(error), placed.known.locale)])
    await _remember(placing, placed)
    return Followed(is_changed)


async def _make(placing: Placing, placed: Placed, locale: str, wanted: Publication) -> bool:
    item, present = placed.item, present_publication(placed.item, locale, placing.services.clock())
    if not wanted.is_public:
        return await _take_away(placing, item, locale, present)
    if await _is_there(placing, item, locale, wanted):
        return await _set_end(placing, item, locale, present.expires, wanted.expires)
    if not await _may_go_live(placing, placed, locale):
        if not placed.fields:
            return False
        message = "Somebody changed the draft and has not published it: look at it and publish it here."
        raise Invalid([Problem("publication", "UNPUBLISHED_CHANGES", message, locale)])
    if placing.dry_run:
        await _require_publishable(placing, item, locale)
    elif wanted.effective:
        at = _wall_time(placing, wanted.effective)
        await schedule_publication(placing.services, placing.actor, item.id, locale, at)
    else:
        await publish_item(placing.services, placing.actor, item.id, [locale])
    await _set_end(placing, item, locale, present.expires, wanted.expires)
    return True


async def _is_there(placing: Placing, item: Item, locale: str, wanted: Publication) -> bool:
    """Whether the present text is live, or is to be at that moment."""
    if wanted.effective:
        state = workflow.state_of(item, locale)
        return (state.effective, state.scheduled_version) == (wanted.effective, item.version)
    return await is_live(placing, item, locale)


async def is_live(placing: Placing, item: Item, locale: str) -> bool:
    for live in await placing.services.repository.published.as_written([item.id]):
        if locale in live["locales"] and live["slugs"].get(locale) == item.slugs.get(locale):
            return registry[item.type].live_data(item.data, live["data"], locale) == live["data"]
    return False


async def _may_go_live(placing: Placing, placed: Placed, locale: str) -> bool:
    """Not what somebody wrote here and has not published."""
    known = placed.known
    if known.item is None or known.is_untouched or placing.on_conflict == "update":
        return True
    return await is_live(placing, known.item, locale)


async def _take_away(placing: Placing, item: Item, locale: str, present: Publication) -> bool:
    """Even where something leads to it: in Plone that leads to nothing visitors may see either."""
    if not present.is_public or placing.dry_run:
        return present.is_public
    if present.effective:
        await schedule_publication(placing.services, placing.actor, item.id, locale, None)
    else:
        await unpublish_item(placing.services, placing.actor, item.id, [locale], even_if_used=True)
    return True


async def _set_end(
    placing: Placing, item: Item, locale: str, present: datetime | None, wanted: datetime | None
) -> bool:
    if present == wanted:
        return False
    if not placing.dry_run:
        at = _wall_time(placing, wanted) if wanted else None
        await schedule_expiry(placing.services, placing.actor, item.id, locale, at)
    return True


async def _require_publishable(placing: Placing, item: Item, locale: str) -> None:
    """Raises what publishing would raise."""
    workflow.require("publish", placing.actor, item, locale)
    if problems := await publication_problems(placing.services, placing.actor, item, [locale]):
        raise Invalid(problems)


def _wall_time(placing: Placing, moment: datetime) -> str:
    return moment.astimezone(ZoneInfo(placing.site.time_zone)).replace(tzinfo=None).isoformat()


async def _remember(placing: Placing, placed: Placed) -> None:
    objects, name = placing.services.repository.imported_objects, placed.known.name
    record = await objects.get(placing.site.key, name)
    item = await placing.services.repository.items.get(placed.item.id)
    if record and item:
        left = present_publication(item, placed.known.locale, placing.services.clock())
        if left != record.publication:
            await objects.put(record.model_copy(update={"publication": left}), name)
