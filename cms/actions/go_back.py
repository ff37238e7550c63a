"""Return to an earlier text: a version of the history, or what is live. Both become a new version; nothing is lost."""

from cms.access import Actor
from cms.actions.check import content_type, load_item
from cms.actions.update_item import store_draft
from cms.desk import Desk
from cms.errors import NotFound, TransitionNotAllowed
from storage.documents import Item
from storage.mongo import Session


async def restore_version(desk: Desk, actor: Actor, id: str, version: int) -> Item:
    """The draft as it was in `version`. Raises NotFound, NotPermitted, Invalid (a reference or address is gone)."""

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        actor.require_on("update", item)
        earlier = await desk.repository.history.version(id, version, session)
        if earlier is None:
            raise NotFound(f"There is no version {version} of this item.")
        await store_draft(desk, actor, item, earlier.data, earlier.slugs, "restore_version", session, restored=version)
        return item

    return await desk.transact(write)


async def discard_draft(desk: Desk, actor: Actor, id: str) -> Item:
    """The draft as it is live; languages of which nothing is live keep their texts. All of it stays in the history.

    Raises NotFound, NotPermitted, and TransitionNotAllowed when nothing of the item is live.
    """

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        actor.require_on("update", item)
        live = await desk.repository.published.get(id, session)
        if live is None:
            raise TransitionNotAllowed("Nothing of this item is live, so there is nothing to return to.")
        kind, data = content_type(item.type), item.data
        for locale in live["locales"]:
            data = kind.live_data(live["data"], data, locale)
        await store_draft(desk, actor, item, data, {**item.slugs, **live["slugs"]}, "discard_draft", session)
        return item

    return await desk.transact(write)
