"""Change an item's draft; what is live stays as it is, and what others changed meanwhile is kept."""

from collections.abc import Mapping
from typing import Any

from cms.access.action import action
from cms.items.checks import clean_data, places
from cms.items.draft_merge import draft_of_version, merged_draft
from cms.items.free_addresses import require_asked
from cms.items.item_change import ItemChange
from cms.items.translation_notes import Provenance
from storage.documents import Item


@action(right="update", event="ItemUpdated")
async def update_item(
    change: ItemChange,
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
    item, kind = change.item, change.kind
    base = await draft_of_version(change.services, item, base_version, change.session)
    cleaned = clean_data(kind, kind.completed(base.data, changes))
    yours = {**base.data, **dict.fromkeys(changes), **cleaned}
    merged, merged_slugs = merged_draft(kind, base, item, yours, {**base.slugs, **(slugs or {})})
    if autosave and (kind.settled(merged), merged_slugs) == (item.data, item.slugs):
        change.is_recorded = True  # nothing was changed
        return item
    if slugs and not take_redirects:
        chosen = {one: slug for one, slug in merged_slugs.items() if slug != item.slugs.get(one)}
        await require_asked(change.services, kind, places(item), chosen, item.id, change.session)
    seen = Provenance(seen=(yours, base.version))
    fields = sorted([*changes, *(["slugs"] if slugs else [])])
    await change.store_draft(merged, merged_slugs, provenance=seen, autosave=autosave, fields=fields)
    return item
