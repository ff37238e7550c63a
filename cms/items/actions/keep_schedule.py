"""Does what was scheduled when its moment has come; run by the worker, harmless when run twice or too early."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from cms.access.action import action
from cms.access.actor import SYSTEM
from cms.items import workflow
from cms.items.accompanying_targets import left_behind, note_left_behind
from cms.items.checks import content_type
from cms.items.item_change import ItemChange
from cms.items.publication import as_of_version, publish_locales, transition_problems
from cms.items.publish_checks import publish_problems
from cms.items.snapshot import write_schedule, write_snapshot
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import GoesAlong, Item, LocaleState
from storage.mongo import Session


@dataclass
class DueItem(ItemChange):
    """A change by the clock, which does nothing where the item is gone."""

    is_there: bool = field(init=False, default=False)

    async def load(self, id: str) -> None:
        item = await self.repository.items.get(id, self.session)
        if item and not item.deleted_at:
            self.found(item)
            self.is_there = True

    def state(self, locale: str) -> LocaleState:
        return workflow.state_of(self.item, locale) if self.is_there else LocaleState()

    async def finish(self) -> None:
        if self.is_there:
            await super().finish()


@action(right="publish", event="ItemPublished", records="publish_item")
async def publish_scheduled(change: DueItem, id: str, locale: str, due: datetime) -> None:
    """Makes the scheduled version live and what was to go along, when it is still scheduled for `due`.

    Raises Invalid when it cannot be published any more, so that the event is tried again and then shown to people.
    """
    services, session, state = change.services, change.session, change.state(locale)
    change.is_recorded = True  # by publishing, for each of them
    if state.effective != due:
        return
    item = change.item
    scheduled = await as_of_version(services, item, state.scheduled_version, session)
    along = await _along(services, state.along, session)
    for text, locales in [*((one.text, one.locales) for one in along), (scheduled, [locale])]:
        if problems := await publish_problems(services, content_type(text.type), text, locales, session):
            raise Invalid([replace(problem, item=text.id) for problem in problems])
    for one in along:
        await publish_locales(services, SYSTEM, one.item, one.text, one.locales, session, together_with=id)
    await publish_locales(services, SYSTEM, item, scheduled, [locale], session)
    live = [(scheduled, [locale]), *((one.text, one.locales) for one in along)]
    left = await left_behind(services, live, state.left, session)
    await note_left_behind(services, left, session, site=item.site, item=id, locale=locale)


@dataclass(frozen=True, slots=True)
class _GoingAlong:
    item: Item
    text: Item
    locales: list[str]


async def _along(services: Services, planned: Sequence[GoesAlong], session: Session) -> list[_GoingAlong]:
    """What was to go along and still may: not what was deleted or archived meanwhile, or is live already."""
    items = {item.id: item for item in await services.repository.items.with_ids([one.item for one in planned], session)}
    found: list[_GoingAlong] = []
    for one in planned:
        if (item := items.get(one.item)) is None:
            continue
        hidden = [locale for locale in one.locales if workflow.state_of(item, locale).version is None]
        locales = [locale for locale in hidden if not transition_problems("publish", SYSTEM, item, [locale])]
        if locales:
            found.append(_GoingAlong(item, await as_of_version(services, item, one.version, session), locales))
    return found


@action(right="publish", event="ItemUnpublished", records="unpublish_item")
async def expire_scheduled(change: DueItem, id: str, locale: str, due: datetime) -> None:
    """Takes away what is live, when it is still scheduled to go at `due`."""
    state = change.state(locale)
    if state.expires != due:
        change.is_recorded = True  # nothing was changed
        return
    gone = {"state": workflow.PRIVATE, "version": None, "published_at": None, "expires": None}
    item, kind = change.item, change.kind
    item.states = {**item.states, locale: state.model_copy(update=gone)}
    await change.store()
    if state.version is not None:
        await write_snapshot(change.services, kind, item, change.session, withdraw=[locale])
    await write_schedule(change.services, kind, item, change.session)
    change.tell(locales=[locale])
