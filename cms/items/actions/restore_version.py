"""Return to an earlier text: a version of the history, or what is live. Both become a new version; nothing is lost."""

from collections.abc import Mapping
from typing import Annotated, Any

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.item_change import ItemChange
from cms.items.own_slugs import own_slugs
from cms.items.translation_notes import Provenance
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.made_from import MadeFrom
from storage.mongo import Session


@action(right="update", event="ItemUpdated", offered="Make an earlier version the draft again, as a new version.")
async def restore_version(
    change: ItemChange, id: Id, version: Annotated[int, "The number of the earlier one, of `Item.versions`."]
) -> Item:
    """The draft as it was in `version`. Raises NotFound, NotPermitted, Invalid (a reference or address is gone)."""
    item = change.item
    earlier = await change.repository.history.version(id, version, change.session)
    if earlier is None:
        raise NotFound(f"There is no version {version} of this item.")
    made = Provenance(earlier=earlier.made_from)
    slugs = await own_slugs(change.services, change.kind, item, earlier.slugs, change.session)
    await change.store_draft(earlier.data, slugs, provenance=made, restored=version)
    return item


@action(
    right="update", event="ItemUpdated", offered="Return the draft to what is live; what it was stays in the history."
)
async def discard_draft(change: ItemChange, id: Id) -> Item:
    """The draft as it is live; languages of which nothing is live keep their texts. All of it stays in the history.

    Raises NotFound, NotPermitted, and TransitionNotAllowed when nothing of the item is live.
    """
    item, data = change.item, change.item.data
    live = await change.repository.published.get(id, change.session)
    if live is None:
        raise TransitionNotAllowed("Nothing of this item is live, so there is nothing to return to.")
    for locale in live["locales"]:
        data = change.kind.live_data(live["data"], data, locale)
    made = Provenance(earlier=await _made_from(change.services, item, live["locales"], change.session))
    await change.store_draft(data, {**item.slugs, **live["slugs"]}, provenance=made)
    return item


async def _made_from(
    services: Services, item: Item, locales: Mapping[str, Mapping[str, Any]], session: Session
) -> list[MadeFrom]:
    """What the live texts were made from: each language is live as of a version of its own."""
    found: list[MadeFrom] = []
    for locale, stamp in locales.items():
        version = await services.repository.history.version(item.id, stamp["version"], session)
        found += [mark for mark in (version.made_from if version else ()) if mark.locale == locale]
    return found
