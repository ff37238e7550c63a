"""Change an item's draft; what is live stays as it is, and what others changed meanwhile is kept."""

from collections.abc import Mapping
from typing import Any

from cms.access import Actor
from cms.actions.check import (
    check_references,
    check_size,
    check_slugs,
    clean_data,
    content_type,
    load_item,
    places,
)
from cms.actions.record import record_change, record_references, record_version
from cms.actions.snapshot import write_draft_snapshot
from cms.addresses import draft_addresses
from cms.content_types.content_type import ContentType
from cms.desk import Desk
from cms.errors import Conflict, Invalid
from cms.fields.field import Clash
from cms.rules.title_words import title_words
from cms.terms.present import with_present_terms
from storage.documents import Item, Version
from storage.mongo import Session


async def update_item(
    desk: Desk,
    actor: Actor,
    id: str,
    base_version: int,
    changes: dict[str, Any],
    slugs: Mapping[str, str] | None = None,
) -> Item:
    """The changed draft. `changes` replaces whole fields, None empties one; `slugs` replaces those of its locales.

    When others wrote after `base_version`, both changes are merged: per field, per locale, per list element by id.
    Raises NotFound, NotPermitted, Invalid, and Conflict with base, theirs and yours where both touched the same thing.
    """

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        actor.require_on("update", item)
        kind = content_type(item.type)
        cleaned = clean_data(kind, changes)
        base = await _base(desk, item, base_version, session)
        yours = {**base.data, **dict.fromkeys(changes), **cleaned}
        merged, merged_slugs = _merged(kind, base, item, yours, {**base.slugs, **(slugs or {})})
        await store_draft(desk, actor, item, merged, merged_slugs, "update_item", session, fields=sorted(changes))
        return item

    return await desk.transact(write)


async def store_draft(
    desk: Desk,
    actor: Actor,
    item: Item,
    data: dict[str, Any],
    slugs: dict[str, str],
    action: str,
    session: Session,
    **details: Any,
) -> None:
    """Makes `data` and `slugs` the item's next version, with all that a version leaves behind."""
    kind = content_type(item.type)
    check_size(data)
    check_slugs(kind, slugs)
    data = kind.settled(await with_present_terms(desk, kind, data, session))
    if problems := await kind.change_problems(desk.repository, item.data, data, session):
        raise Invalid(problems)
    await check_references(desk, actor, kind, data, session, item.data)
    before, item.data, item.slugs = item.version, data, slugs
    item.title_words, item.facets = title_words(kind.all_titles(data)), kind.facets(data)
    item.addresses = [*draft_addresses(kind, places(item), slugs), *kind.unique_keys(data, item.site)]
    item.version, item.modified_at, item.modified_by = before + 1, desk.clock(), actor.id
    await desk.repository.items.replace(item, before, session)
    await record_version(desk, actor, action, item, session)
    await record_references(desk, kind, item.id, data, "draft", session)
    await write_draft_snapshot(desk, kind, item, session)
    await record_change(desk, actor, action, "ItemUpdated", item, session, **details)


async def _base(desk: Desk, item: Item, number: int, session: Session) -> Version | Item:
    """What the change started from. Raises Conflict where that is not known any more."""
    if number == item.version:
        return item
    version = await desk.repository.history.version(item.id, number, session)
    if version is None:
        raise Conflict(
            f"Version {number} is not known; load the item again (it is at {item.version}).", (), item.version
        )
    return version


def _merged(
    kind: type[ContentType], base: Version | Item, item: Item, yours: dict[str, Any], your_slugs: dict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    clashes: list[Clash] = []
    data = kind.merge(base.data, item.data, yours, "", clashes)
    slugs = dict(item.slugs)
    for locale in your_slugs.keys() | item.slugs.keys():
        sides = (base.slugs.get(locale), item.slugs.get(locale), your_slugs.get(locale))
        if sides[2] != sides[0] and sides[1] not in (sides[0], sides[2]):
            clashes.append(Clash("slugs", locale, *sides))
        elif sides[2] != sides[0] and sides[2] is not None:
            slugs[locale] = sides[2]
    if clashes:
        places = ", ".join(sorted({clash.at for clash in clashes}))
        raise Conflict(f"Somebody else changed this meanwhile: {places}. Choose between both.", clashes, item.version)
    return data, slugs
