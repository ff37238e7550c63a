"""Make an item's draft live in one or several locales."""

from collections.abc import Sequence

from cms import workflow
from cms.access import Actor
from cms.actions.check import content_type, load_item
from cms.actions.publish_checks import publish_problems
from cms.actions.record import record_change
from cms.actions.snapshot import write_snapshot
from cms.desk import Desk
from cms.errors import Invalid, TransitionNotAllowed
from storage.documents import Item, LocaleState
from storage.mongo import Session


async def publish_item(desk: Desk, actor: Actor, id: str, locales: Sequence[str]) -> Item:
    """The item, now live in `locales`. Facts become live for every locale, texts only for these.

    Raises NotFound, NotPermitted, TransitionNotAllowed (no locale given, or archived in one), and Invalid with all
    that is missing.
    """
    if not locales:
        raise TransitionNotAllowed("Say in which languages to publish.")

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        for locale in locales:
            workflow.require("publish", actor, item, locale)
        kind = content_type(item.type)
        problems = await publish_problems(desk, kind, item, locales, session)
        if problems:
            raise Invalid(problems)
        now = desk.clock()
        live = {"state": workflow.PUBLISHED, "version": item.version, "published_at": now}
        item.states = {**item.states, **{locale: published_state(item, locale, live) for locale in locales}}
        await desk.repository.items.replace(item, item.version, session)
        await write_snapshot(desk, kind, item, session, publish=locales)
        await record_change(desk, actor, "publish_item", "ItemPublished", item, session, locales=list(locales))
        return item

    return await desk.transact(write)


def published_state(item: Item, locale: str, live: dict[str, object]) -> LocaleState:
    """Publishing by hand ends a schedule for publishing; one for taking away stays."""
    ended: dict[str, object] = {"effective": None, "scheduled_version": None, "submitted_by": None}
    return workflow.state_of(item, locale).model_copy(update=live | ended)
