"""Write what is live of an item into the delivery world."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from cms.content.sites import SiteRules, known_sites, published_sites
from cms.content_types.content_type import ContentType
from cms.content_types.referred import follow_references, referred_values
from cms.content_types.unfinished import finished_part
from cms.content_types.word_order import orders_of, readers
from cms.items.addresses import live_addresses, live_channels
from cms.items.change_record import record_references
from cms.items.checks import places
from cms.items.live_change import record_live_change
from cms.items.moments import moments_of
from cms.items.overrides import index_overrides, shown_overrides
from cms.items.prepared_texts import prepared_snapshot
from cms.items.visibility import has_schedule, hidden_spans
from cms.kernel.services import Services
from storage.documents import Item, LocaleState
from storage.mongo import Session
from storage.published import Published

KEPT = ("ordinal", "pins")
"""What other documents decide of a draft snapshot."""
SHOWN = ("data", "slugs", "locales", "overrides")
"""What visitors see of a snapshot, wherever it is shown."""


async def write_snapshot(
    services: Services,
    kind: type[ContentType],
    item: Item,
    session: Session,
    *,
    publish: Sequence[str] = (),
    withdraw: Sequence[str] = (),
    instead: Mapping[str, Any] | None = None,
) -> None:
    """Makes the draft's facts and the texts in `publish` live and takes those in `withdraw` away; texts of other
    languages stay as they are. With neither, only the places where the item appears are brought up to date.
    `instead`: {data, slugs, locales} that take the place of all that is live."""
    live = await services.repository.published.get(item.id, session) or {}
    sites = [] if kind.library else await published_sites(services.repository, places(item), session)
    base = {**live, **instead} if instead else _without(kind, live, withdraw)
    document = _document(services, kind, item, base, publish, sites)
    await _add_overrides(services, kind, item, document, "live", session)
    await _add_orders(services, kind, document, session)
    await _add_referred(services, services.repository.published, kind, live, document, session)
    document["modified_at"] = modified_at(live, document, services.clock())
    if document["locales"]:
        await services.repository.published.put(await prepared_snapshot(document), session)
    else:
        await services.repository.published.remove(item.id, session)
    gone = [one for one in live.get("addresses", ()) if one not in document["addresses"]]
    await services.repository.redirects.keep(gone, document["addresses"], item.id, services.clock(), session)
    await record_references(services, kind, item.id, document["data"], "live", session)
    await kind.follow_up(services.repository, document if document["locales"] else live, session)
    shown = document if document["locales"] else {}
    published = services.repository.published
    await follow_references(services.repository, published, kind, item.id, live, shown, session)
    told = list(instead["locales"]) if instead else publish
    await record_live_change(services, item, live, shown, session, publish=told, withdraw=withdraw)


async def write_draft_snapshot(services: Services, kind: type[ContentType], item: Item, session: Session) -> None:
    """What would be live if the draft were published now in every language it has a word in; for previews. What lacks a
    fact that pages count on is in no list: `lacks` names it to whoever asks for the item itself."""
    known = await known_sites(services.repository, places(item), session)
    sites = [] if kind.library else known
    locales = draft_locales(kind, item)
    data, lacks = finished_part(kind, item.data, locales)
    document = _document(services, kind, item.model_copy(update={"data": data}), {}, locales, sites, is_draft=True)
    if lacks and kind.delivery.has_slug:
        document |= {"channels": [], "lacks": lacks}
    drafts = services.repository.drafts
    before = await drafts.get(item.id, session) or {}
    document["derived"] |= {name: value for name, value in before.get("derived", {}).items() if name in KEPT}
    await _add_overrides(services, kind, item, document, "draft", session)
    await _add_orders(services, kind, document, session)
    await _add_referred(services, drafts, kind, before, document, session)
    await drafts.put(document, session)
    await follow_references(services.repository, drafts, kind, item.id, before, document, session)


async def remove_draft_snapshot(services: Services, kind: type[ContentType], id: str, session: Session) -> None:
    """Of an item that is deleted."""
    drafts = services.repository.drafts
    before = await drafts.get(id, session) or {}
    await drafts.remove(id, session)
    await follow_references(services.repository, drafts, kind, id, before, {}, session)


def modified_at(before: Mapping[str, Any], after: Mapping[str, Any], now: datetime) -> datetime:
    """When what visitors see of an item was changed last, of the snapshots `before` and `after` a change."""
    known = before.get("modified_at") or before.get("published_at")
    return known if known and all(before.get(name) == after.get(name) for name in SHOWN) else now


async def _add_overrides(
    services: Services, kind: type[ContentType], item: Item, document: dict[str, Any], world: str, session: Session
) -> None:
    if kind.overridable:
        overrides = await services.repository.overrides.of_item(item.id, session)
        if overrides and world == "live":
            await index_overrides(services, kind, item, overrides, session)
        if shown := shown_overrides(item, overrides, world):
            document["overrides"] = shown


async def _add_orders(services: Services, kind: type[ContentType], document: dict[str, Any], session: Session) -> None:
    if kind.delivery.by_words and document["channels"]:
        sites = await readers(services.repository, kind, document["sites"], session)
        document["orders"] = orders_of(document, sites)


async def _add_referred(
    services: Services,
    world: Published,
    kind: type[ContentType],
    before: Mapping[str, Any],
    document: dict[str, Any],
    session: Session,
) -> None:
    if kind.delivery.filters_through:
        data = document["data"]
        document["referred"] = await referred_values(services.repository, world, kind, before, data, session)


def draft_locales(kind: type[ContentType], item: Item) -> list[str]:
    """The languages that the draft has an address or a text in; English for one that has none at all."""
    return written_locales(kind, item) or ["en"]


def written_locales(kind: type[ContentType], item: Item) -> list[str]:
    """The same, empty for an item that has none: one of facts alone."""
    written = {leaf.locale for leaf in kind.leaves(item.data, "") if leaf.locale}
    return sorted(written | set(item.slugs))


def _without(kind: type[ContentType], live: dict[str, Any], locales: Sequence[str]) -> dict[str, Any]:
    """What is live once these languages are taken away: the facts, and the texts of the others."""
    if not locales or not live:
        return live
    kept = {locale: stamp for locale, stamp in live["locales"].items() if locale not in locales}
    data: dict[str, Any] = {}
    for locale in kept:
        data = kind.live_data(live["data"], data, locale)
    slugs = {locale: slug for locale, slug in live["slugs"].items() if locale in kept}
    return {**live, "locales": kept, "data": data, "slugs": slugs}


def _document(
    services: Services,
    kind: type[ContentType],
    item: Item,
    live: dict[str, Any],
    locales: Sequence[str],
    sites: Sequence[SiteRules],
    *,
    is_draft: bool = False,
) -> dict[str, Any]:
    now = services.clock()
    data = live.get("data", {})
    for locale in locales:
        data = kind.live_data(item.data, data, locale)
    slugs = {**live.get("slugs", {}), **{locale: item.slugs[locale] for locale in locales if locale in item.slugs}}
    stamps = {
        one: {"version": item.version, "published_at": now, "first_published_at": item.first_published.get(one, now)}
        for one in locales
    }
    published = _stamped({**live.get("locales", {}), **stamps}, item, is_draft=is_draft)
    derived = kind.derived_values(data) if published else {}
    kept = {name: value for name, value in live.get("derived", {}).items() if name not in derived}
    schedule = {"hidden": hidden_spans(kind, sites, published)} if has_schedule(published) else {}
    document = {
        "_id": item.id,
        "type": item.type,
        "site": item.site,
        "sites": places(item),
        "channels": live_channels(kind, sites, list(published)),
        "addresses": live_addresses(kind, sites, slugs, list(published)),
        "slugs": slugs,
        "locales": published,
        "data": data,
        "derived": {**kept, **derived},
        "found_by": kind.found_by(data),
        "keys": kind.sort_keys(data, derived),
        "version": item.version,
        "published_at": now,
        **schedule,
    }
    return {**document, "moments": moments_of(document)}


async def write_schedule(services: Services, kind: type[ContentType], item: Item, session: Session) -> None:
    """Brings the moments in what visitors and previews read in agreement with the item's schedule."""
    for world, is_draft in ((services.repository.published, False), (services.repository.drafts, True)):
        if (document := await world.get(item.id, session)) is None:
            continue
        stamps = _stamped(document["locales"], item, is_draft=is_draft)
        if stamps != document["locales"]:
            known = [] if kind.library else await known_sites(services.repository, places(item), session)
            changes = {"locales": stamps, "hidden": hidden_spans(kind, known, stamps)}
            changes["moments"] = moments_of({**document, **changes})
            await world.set_each({item.id: changes}, session)


def _stamped(stamps: dict[str, dict[str, Any]], item: Item, *, is_draft: bool) -> dict[str, dict[str, Any]]:
    """With the moments of the item's schedule. A text that is to replace a live one hides nothing until then."""
    found: dict[str, dict[str, Any]] = {}
    for locale, stamp in stamps.items():
        state = item.states.get(locale) or LocaleState()
        begins, ends = _moments(state) if is_draft else (None, state.expires)
        moments = {"effective": begins if state.version is None else None, "expires": ends}
        kept = {name: value for name, value in stamp.items() if name not in moments}
        found[locale] = {**kept, **{name: moment for name, moment in moments.items() if moment}}
    return found


def _moments(state: LocaleState) -> tuple[datetime | None, datetime | None]:
    """When a draft comes and goes by what is scheduled, of itself and by a release."""
    planned = {state.planned.action: state.planned.at} if state.planned else {}
    begins = [moment for moment in (state.effective, planned.get("publish")) if moment]
    ends = [moment for moment in (state.expires, planned.get("unpublish")) if moment]
    return min(begins, default=None), min(ends, default=None)
