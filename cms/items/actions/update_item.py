"""Change an item's draft; what is live stays as it is, and what others changed meanwhile is kept."""

from collections.abc import Mapping
from typing import Any

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items.checks import clean_data, content_type, places
from cms.items.draft_merge import draft_of_version, merged_draft
from cms.items.free_addresses import require_asked
from cms.items.next_version import store_draft
from cms.items.translation_notes import Provenance
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def update_item(
    services: Services,
    actor: Actor,
    id: str,
    base_version: int,
    changes: dict[str, Any],
    slugs: Mapping[str, str] | None = None,
    *,
    autosave: bool = False,
    take_redirects: bool = False,
) -> Item:
    """The changed draft. `changes` replaces whole fields, None empties one. Of groups it replaces the members that
    it names, and of what is localized, also in list elements with an id, the languages; None takes one away. `slugs`
    replaces those of its locales, with `take_redirects` also by one that leads to another item.

    When others wrote after `base_version`, both changes are merged: per field, per locale, per list element by id.
    With `autosave`, a change that changes nothing makes no version, and of several in a row by the same person the
    history shows the last one (`cms.items.autosave`).
    Raises NotFound, NotPermitted, Invalid, and Conflict with base, theirs and yours where both touched the same thing.
    """

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        kind = content_type(item.type)
        base = await draft_of_version(services, item, base_version, session)
        cleaned = clean_data(kind, kind.completed(base.data, changes))
        yours = {**base.data, **dict.fromkeys(changes), **cleaned}
        merged, merged_slugs = merged_draft(kind, base, item, yours, {**base.slugs, **(slugs or {})})
        if autosave and (kind.settled(merged), merged_slugs) == (item.data, item.slugs):
            return item
        if slugs and not take_redirects:
            chosen = {one: slug for one, slug in merged_slugs.items() if slug != item.slugs.get(one)}
            await require_asked(services, kind, places(item), chosen, item.id, session)
        seen = Provenance(seen=(yours, base.version))
        fields = sorted([*changes, *(["slugs"] if slugs else [])])
        await store_draft(
            services,
            actor,
            item,
            merged,
            merged_slugs,
            "update_item",
            session,
            provenance=seen,
            autosave=autosave,
            fields=fields,
        )
        return item

    return await services.transact(write)
