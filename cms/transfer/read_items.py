"""Items out of the database in the form that archives carry."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cms.kernel.services import Services
from cms.transfer.archive_format import moment_text
from cms.transfer.portable import (
    PortableItem,
    PortableLive,
    PortableMark,
    PortableOverride,
    PortableRedirect,
    PortableStamp,
    PortableState,
    PortableVersion,
)
from storage.documents import Item, LocaleState, Redirect, SiteOverride, Version


async def read_items(services: Services, ids: Sequence[str], site: str) -> list[PortableItem]:
    """Those of `ids` that exist, in that order, as the archive of `site` carries them: of other sites' items it knows
    what `site` itself shows differently. Raises Unavailable."""
    content = services.repository.site_content
    items, live = await content.items(ids), await content.live(ids)
    overrides, redirects = defaultdict(list), defaultdict(list)
    for override in await content.overrides(ids):
        if site in (override.site, items[override.item].site if override.item in items else None):
            overrides[override.item].append(override)
    for redirect in await content.redirects(ids):
        redirects[redirect.item].append(redirect)
    found = []
    for id in ids:
        if item := items.get(id):
            portable = _portable(item, live.get(id), overrides[id], redirects[id])
            numbers = sorted(portable.named_versions())
            versions = await content.versions(id, numbers) if numbers else []
            found.append(portable.model_copy(update={"versions": [_version(one) for one in versions]}))
    return found


def _portable(
    item: Item, live: dict[str, Any] | None, overrides: Sequence[SiteOverride], redirects: Sequence[Redirect]
) -> PortableItem:
    return PortableItem(
        id=item.id,
        type=item.type,
        site=item.site,
        shared=item.shared,
        version=item.version,
        origin=item.origin,
        created_at=moment_text(item.created_at),
        modified_at=moment_text(item.modified_at),
        source_locale=item.source_locale,
        made_from=[PortableMark(**mark.model_dump()) for mark in item.made_from],
        data=item.data,
        slugs=item.slugs,
        states={locale: _state(one) for locale, one in item.states.items()},
        live=_live(live) if live else None,
        overrides=[_override(one) for one in overrides],
        redirects=[_redirect(one) for one in redirects],
    )


def _state(one: LocaleState) -> PortableState:
    return PortableState(
        state=one.state,  # pyright: ignore[reportArgumentType]  checked by the model
        version=one.version,
        published_at=_text(one.published_at),
        effective=_text(one.effective),
        scheduled_version=one.scheduled_version,
        expires=_text(one.expires),
    )


def _live(document: dict[str, Any]) -> PortableLive:
    stamps = {locale: _stamp(one) for locale, one in document["locales"].items()}
    return PortableLive(data=document["data"], slugs=document["slugs"], locales=stamps)


def _stamp(one: dict[str, Any]) -> PortableStamp:
    return PortableStamp(
        version=one["version"],
        published_at=moment_text(one["published_at"]),
        first_published_at=_text(one.get("first_published_at")),
    )


def _version(one: Version) -> PortableVersion:
    return PortableVersion(version=one.version, at=moment_text(one.at), data=one.data, slugs=one.slugs)


def _override(one: SiteOverride) -> PortableOverride:
    return PortableOverride(
        site=one.site,
        version=one.version,
        data=one.data,
        live=one.live,
        live_version=one.live_version,
        published_at=_text(one.published_at),
        modified_at=moment_text(one.modified_at),
    )


def _redirect(one: Redirect) -> PortableRedirect:
    return PortableRedirect(address=one.id, at=moment_text(one.at), by_hand=one.by is not None)


def _text(moment: datetime | None) -> str | None:
    return moment_text(moment) if moment else None
