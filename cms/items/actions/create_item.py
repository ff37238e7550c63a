"""Create an item as a private draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.change import Change
from cms.content.fields.text import KEY
from cms.content.rules.slug import slug_from
from cms.content.sites import require_site
from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.items.change_record import record_change, record_references, record_version
from cms.items.checks import check_references, check_size, check_slugs, clean_data, clean_facts, content_type, places
from cms.items.free_addresses import require_asked
from cms.items.free_slug import free_slug
from cms.items.listed_fields import note_listing
from cms.items.snapshot import write_draft_snapshot
from cms.items.translation_notes import Provenance, note_translations
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


@dataclass
class NewItemChange(Change):
    """An item comes into being, by the right to create on its site; its first version leaves its entries itself."""

    async def load(self, type: str, site: str) -> None:
        """Raises NotFound (no such type), NotPermitted."""
        self.actor.require(self.right, site, content_type(type).guard)
        self.is_recorded = True


@action(right="create", event="ItemCreated")
async def create_item(
    change: NewItemChange,
    *,
    type: str,
    site: str,
    data: dict[str, Any],
    slugs: Mapping[str, str] | None = None,
    shared: Sequence[str] = (),
    origin: str | None = None,
    facts: Mapping[str, Any] | None = None,
    take_redirects: bool = False,
) -> Item:
    """The new draft. Slugs that are not given follow from the item's title, with a number where another item has that
    one or is led to from there; those that are given may do so with `take_redirects` only. `facts`: values of the
    type's machine fields, which the CMS found out itself and nobody gave (`cms.files.facts`).

    Raises NotPermitted (`create` on the site, and `share` where it is `shared`), NotFound (no such type), Invalid (no
    such site, shape, references, slug or key already taken).
    """
    services, actor, session = change.services, change.actor, change.session
    draft = new_draft(
        services, actor, type=type, site=site, data=data, slugs=slugs, shared=shared, origin=origin, facts=facts
    )
    if slugs is None:
        await _number_slugs(services, draft, session)
    elif not take_redirects:
        await require_asked(services, content_type(type), places(draft), draft.slugs, draft.id, session)
    return await store_new(services, actor, draft, session)


def new_draft(
    services: Services,
    actor: Actor,
    *,
    type: str,
    site: str,
    data: dict[str, Any],
    slugs: Mapping[str, str] | None = None,
    shared: Sequence[str] = (),
    origin: str | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Item:
    """The item as `store_new` stores it. Raises NotPermitted, NotFound, Invalid (shape)."""
    kind = content_type(type)
    actor.require("create", site, kind.guard)
    if shared:
        actor.require("share", site)
    cleaned = kind.settled({**clean_data(kind, data), **clean_facts(kind, facts or {})})
    check_size(cleaned)
    wanted = dict(slugs) if slugs is not None else slugs_from_title(kind, cleaned)
    check_slugs(kind, wanted)
    now = services.clock()
    draft = Item(
        type=type,
        site=site,
        shared=[one for one in dict.fromkeys(shared) if one != site],
        data=cleaned,
        slugs=wanted,
        origin=origin,
        created_at=now,
        created_by=actor.id,
        modified_at=now,
        modified_by=actor.id,
    )
    note_listing(kind, draft)
    draft.addresses = _addresses(kind, draft)
    return draft


def _addresses(kind: type[ContentType], draft: Item) -> list[str]:
    return [*draft_addresses(kind, places(draft), draft.slugs), *kind.unique_keys(draft.data, draft.site)]


async def _number_slugs(services: Services, draft: Item, session: Session) -> None:
    """Two people may have one name, and two news items one title."""
    kind = content_type(draft.type)
    for locale, slug in draft.slugs.items():
        draft.slugs[locale] = await free_slug(services, kind, draft, locale, slug, session) or slug
    draft.addresses = _addresses(kind, draft)


async def store_new(services: Services, actor: Actor, draft: Item, session: Session) -> Item:
    """The draft, with all that a first version leaves behind; what it says its texts were made from stays.

    Raises Invalid (site, references, slug or key).
    """
    kind = content_type(draft.type)
    await _check_sites(services, kind, draft, session)
    await check_references(services, actor, kind, draft.data, session)
    await note_translations(services, kind, draft, {}, session, Provenance(earlier=draft.made_from))
    await services.repository.items.insert(draft, session)
    await record_version(services, actor, "create", draft, session)
    await record_references(services, kind, draft.id, draft.data, "draft", session)
    await write_draft_snapshot(services, kind, draft, session)
    await record_change(services, actor, "create_item", "ItemCreated", draft, session)
    return draft


async def _check_sites(services: Services, kind: type[ContentType], draft: Item, session: Session) -> None:
    """Raises Invalid. A site's own item comes before the site, and so may what the library holds, such as its logo."""
    if problems := kind.site_problems(draft.data, draft.site):
        raise Invalid(problems)
    if not kind.library:
        await require_site(services.repository, draft.site, session)
    elif not KEY.fullmatch(draft.site):
        raise Invalid([Problem("site", "UNKNOWN_SITE", f"There is no site {draft.site[:64]}.")])
    for site in draft.shared:
        await require_site(services.repository, site, session)


def slugs_from_title(kind: type[ContentType], data: dict[str, Any]) -> dict[str, str]:
    """{locale: slug} of the languages that it has a title in."""
    if not kind.delivery.has_slug:
        return {}
    titles: dict[str, list[str]] = {}
    for field in kind.titles.slug_fields:
        value = data.get(field) or {}
        for locale, text in value.items() if isinstance(value, dict) else (("en", value),):
            titles.setdefault(locale, []).append(text)
    year = str(data.get(kind.titles.year) or "")[:4]
    made = {locale: slug_from(" ".join([*parts, year])) for locale, parts in titles.items()}
    return {locale: slug for locale, slug in made.items() if slug and slug != year}
