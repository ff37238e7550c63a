"""Does what was scheduled when its moment has come; run by the worker, harmless when run twice or too early."""

from datetime import datetime

from cms import workflow
from cms.access import SYSTEM
from cms.actions.check import content_type
from cms.actions.publish_checks import publish_problems
from cms.actions.publish_item import published_state
from cms.actions.record import record_change
from cms.actions.snapshot import write_snapshot
from cms.desk import Desk
from cms.errors import Invalid, NotFound
from storage.documents import Item
from storage.mongo import Session


async def publish_scheduled(desk: Desk, id: str, locale: str, due: datetime) -> None:
    """Makes the scheduled version live, when it is still scheduled for `due`.

    Raises Invalid when it cannot be published any more, so that the event is tried again and then shown to people.
    """

    async def write(session: Session) -> None:
        item = await desk.repository.items.get(id, session)
        state = workflow.state_of(item, locale) if item else None
        if item is None or item.deleted_at or state is None or state.effective != due:
            return
        scheduled = await _as_scheduled(desk, item, state.scheduled_version, session)
        kind = content_type(item.type)
        problems = await publish_problems(desk, kind, scheduled, [locale], session)
        if problems:
            raise Invalid(problems)
        live: dict[str, object] = {"version": scheduled.version, "published_at": desk.clock()}
        is_last = scheduled.version == item.version
        live["state"] = workflow.PUBLISHED if is_last else state.state
        item.states = {**item.states, locale: published_state(item, locale, live)}
        await desk.repository.items.replace(item, item.version, session)
        scheduled.states = item.states
        await write_snapshot(desk, kind, scheduled, session, publish=[locale])
        await record_change(desk, SYSTEM, "publish_item", "ItemPublished", item, session, locales=[locale])

    await desk.transact(write)


async def expire_scheduled(desk: Desk, id: str, locale: str, due: datetime) -> None:
    """Takes away what is live, when it is still scheduled to go at `due`."""

    async def write(session: Session) -> None:
        item = await desk.repository.items.get(id, session)
        state = workflow.state_of(item, locale) if item else None
        if item is None or item.deleted_at or state is None or state.expires != due:
            return
        was_live = state.version is not None
        gone = {"state": workflow.PRIVATE, "version": None, "published_at": None, "expires": None}
        item.states = {**item.states, locale: state.model_copy(update=gone)}
        await desk.repository.items.replace(item, item.version, session)
        if was_live:
            await write_snapshot(desk, content_type(item.type), item, session, withdraw=[locale])
        await record_change(desk, SYSTEM, "unpublish_item", "ItemUnpublished", item, session, locales=[locale])

    await desk.transact(write)


async def _as_scheduled(desk: Desk, item: Item, number: int | None, session: Session) -> Item:
    """The item as it was when its publication was scheduled."""
    if number is None or number == item.version:
        return item.model_copy()
    version = await desk.repository.history.version(item.id, number, session)
    if version is None:
        raise NotFound(f"Version {number} of the item {item.id} is gone; schedule its publication again.")
    return item.model_copy(update={"data": version.data, "slugs": version.slugs, "version": version.version})
