"""Write what is live of an item into the delivery world."""

from collections.abc import Sequence
from typing import Any

from cms.actions.check import places
from cms.actions.record import record_references
from cms.addresses import live_addresses, live_channels
from cms.content_types.content_type import ContentType
from cms.desk import Desk
from cms.sites import SiteRules, published_sites
from storage.documents import Item
from storage.mongo import Session


async def write_snapshot(
    desk: Desk, kind: type[ContentType], item: Item, locales: Sequence[str], session: Session
) -> dict[str, Any]:
    """Publishes the draft's facts and the texts of `locales`; texts of other live locales stay as they are.

    With no locales only the places where the item appears are brought up to date.
    """
    live = await desk.repository.published.get(item.id, session)
    sites = [] if kind.library else await published_sites(desk.repository, places(item), session)
    document = _document(desk, kind, item, live or {}, locales, sites)
    await desk.repository.published.put(document, session)
    gone = [one for one in (live or {}).get("addresses", ()) if one not in document["addresses"]]
    await desk.repository.redirects.keep(gone, document["addresses"], item.id, desk.clock(), session)
    await record_references(desk, kind, item.id, document["data"], "live", session)
    await kind.follow_up(desk.repository, document, session)
    return document


def _document(
    desk: Desk,
    kind: type[ContentType],
    item: Item,
    live: dict[str, Any],
    locales: Sequence[str],
    sites: Sequence[SiteRules],
) -> dict[str, Any]:
    now = desk.clock()
    data = live.get("data", {})
    for locale in locales:
        data = kind.live_data(item.data, data, locale)
    slugs = {**live.get("slugs", {}), **{locale: item.slugs[locale] for locale in locales if locale in item.slugs}}
    stamp = {"version": item.version, "published_at": now}
    published = {**live.get("locales", {}), **dict.fromkeys(locales, stamp)}
    derived = kind.derive(data)
    kept = {name: value for name, value in live.get("derived", {}).items() if name not in derived}
    return {
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
        "keys": kind.sort_keys(data, derived),
        "version": item.version,
        "published_at": now,
    }
