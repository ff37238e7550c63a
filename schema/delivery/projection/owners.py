"""The sites that own the items which another site shows: search engines keep the owner's address of such an item."""

import asyncio
from typing import Any

from cms.content.sites import rules_of
from cms.content_types import registry
from cms.items.addresses import absolute_address, channel, localized_path
from cms.items.visibility import not_hidden
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import SITE, ReadContext, Target, loader

OWNER = "owner"


@loader("owners")
async def load_owners(reading: ReadContext, batch: list[Target]) -> list[Target]:
    """One query for each other site that owns some of these items; there are few."""
    keys = {entry.document["site"] for entry, _selection in batch} - {reading.site.key}
    await asyncio.gather(*(_load_owner(reading, key) for key in sorted(keys)))
    return []


async def _load_owner(reading: ReadContext, key: str) -> None:
    reading.changes_with(SITE)
    shown = not_hidden(channel(registry["Site"], key, ""), reading.now)
    known = await reading.once(f"site:{key}", lambda: reading.published.site(key, within=shown))
    reading.found[OWNER, key] = known["data"] if known else None


def canonical_address(entry: PublishedItem) -> str | None:
    """On the site that owns the item, where that shows it in the language that answers, else on this one."""
    own = entry.reading.site_document["data"]
    owner = entry.reading.found.get((OWNER, entry.document["site"])) or own
    return next(filter(None, (_address_on(data, entry) for data in (owner, own))), None)


def _address_on(site: dict[str, Any], entry: PublishedItem) -> str | None:
    kind, locale, rules = registry[entry.type], entry.chain[0], rules_of(site)
    slug = entry.document["slugs"].get(locale)
    path = None if slug is None else kind.delivery.path(slug)
    if path is None or channel(kind, rules.key, locale) not in entry.document["channels"]:
        return None
    return absolute_address(site, localized_path(rules, path, locale))
