"""Return to an earlier text: a version of the history, or what is live. Both become a new version; nothing is lost."""

from collections.abc import Mapping
from typing import Any

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items.checks import content_type
from cms.items.next_version import store_draft
from cms.items.own_slugs import own_slugs
from cms.items.translation_notes import Provenance
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.made_from import MadeFrom
from storage.mongo import Session


async def restore_version(services: Services, actor: Actor, id: str, version: int) -> Item:
    """The draft as it was in `version`. Raises NotFound, NotPermitted, Invalid (a reference or address is gone)."""

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        earlier = await services.repository.history.version(id, version, session)
        if earlier is None:
            raise NotFound(f"There is no version {version} of this item.")
        made = Provenance(earlier=earlier.made_from)
        slugs = await own_slugs(services, content_type(item.type), item, earlier.slugs, session)
        data = earlier.data
        await store_draft(
            services, actor, item, data, slugs, "restore_version", session, provenance=made, restored=version
        )
        return item

    return await services.transact(write)


async def discard_draft(services: Services, actor: Actor, id: str) -> Item:
    """The draft as it is live; languages of which nothing is live keep their texts. All of it stays in the history.

    Raises NotFound, NotPermitted, and TransitionNotAllowed when nothing of the item is live.
    """

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        live = await services.repository.published.get(id, session)
        if live is None:
            raise TransitionNotAllowed("Nothing of this item is live, so there is nothing to return to.")
        kind, data = content_type(item.type), item.data
        for locale in live["locales"]:
            data = kind.live_data(live["data"], data, locale)
        made = Provenance(earlier=await _made_from(services, item, live["locales"], session))
        slugs = {**item.slugs, **live["slugs"]}
        await store_draft(services, actor, item, data, slugs, "discard_draft", session, provenance=made)
        return item

    return await services.transact(write)


async def _made_from(
    services: Services, item: Item, locales: Mapping[str, Mapping[str, Any]], session: Session
) -> list[MadeFrom]:
    """What the live texts were made from: each language is live as of a version of its own."""
    found: list[MadeFrom] = []
    for locale, stamp in locales.items():
        version = await services.repository.history.version(item.id, stamp["version"], session)
        found += [mark for mark in (version.made_from if version else ()) if mark.locale == locale]
    return found
