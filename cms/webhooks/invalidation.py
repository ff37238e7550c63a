"""What caches in front of a site have to drop, as the message `cache.invalidated` tells them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from cms.http.cache.cache_tags import purged_tags
from cms.webhooks.events import text_of, urls_on
from storage.live_changes import EVERYTHING, note_live_change
from storage.mongo import Session
from storage.read_tags import ADDRESS, site_of_tag, site_tag
from storage.repositories.purges import INVALIDATED


def invalidation(tags: Collection[str], site: str, default_locale: str | None, at: datetime) -> str:
    """The JSON text: {site, everything, tags, paths}. Tags of other sites are left out; `everything`: more has changed
    than can be named, and the tag of the site, which each of its answers has, stands for it. `paths`: pages whose
    address is among what has changed, in no way all that a change shows on."""
    everything = EVERYTHING in tags
    ours = [site_tag(site)] if everything else [tag for tag in tags if site_of_tag(tag) in (None, site)]
    addresses = (tag.removeprefix(ADDRESS) for tag in ours if tag.startswith(ADDRESS))
    data = {
        "site": site,
        "everything": everything,
        "tags": purged_tags(ours),
        "paths": urls_on(site, addresses, default_locale),
    }
    return text_of(INVALIDATED, at, data)


def note_telling(site: str, events: Iterable[str], session: Session) -> None:
    """A webhook with these events was made, changed or switched off: how long others may keep the site's answers
    (`cms.http.cache.cache_control`) may be another time from now on."""
    if INVALIDATED in events:
        note_live_change(session, [site_tag(site)])
