"""Does what was scheduled when its moment has come; run by the worker, harmless when run twice or too early."""

from datetime import datetime

from cms import workflow
from cms.access import SYSTEM
from cms.actions.check import content_type
from cms.actions.go_live import as_of_version, go_live
from cms.actions.publish_checks import publish_problems
from cms.actions.record import record_change
from cms.actions.snapshot import write_schedule, write_snapshot
from cms.desk import Desk
from cms.errors import Invalid
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
        scheduled = await as_of_version(desk, item, state.scheduled_version, session)
        problems = await publish_problems(desk, content_type(item.type), scheduled, [locale], session)
        if problems:
            raise Invalid(problems)
        await go_live(desk, SYSTEM, item, scheduled, [locale], session)

    await desk.transact(write)


async def expire_scheduled(desk: Desk, id: str, locale: str, due: datetime) -> None:
    """Takes away what is live, when it is still scheduled to go at `due`."""

    async def write(session: Session) -> None:
        item = await desk.repository.items.get(id, session)
        state = workflow.state_of(item, locale) if item else None
        if item is None or item.deleted_at or state is None or state.expires != due:
            return
        was_live, kind = state.version is not None, content_type(item.type)
        gone = {"state": workflow.PRIVATE, "version": None, "published_at": None, "expires": None}
        item.states = {**item.states, locale: state.model_copy(update=gone)}
        await desk.repository.items.replace(item, item.version, session)
        if was_live:
            await write_snapshot(desk, kind, item, session, withdraw=[locale])
        await write_schedule(desk, kind, item, session)
        await record_change(desk, SYSTEM, "unpublish_item", "ItemUnpublished", item, session, locales=[locale])

    await desk.transact(write)
