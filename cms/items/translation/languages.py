"""The languages that an item is wanted in: those of its sites."""

from collections.abc import Mapping, Sequence

from cms.content.sites import SiteRules
from storage.documents import Item


def languages_of(sites: Sequence[SiteRules], begun: Sequence[str] = ()) -> list[str]:
    """Of these sites, in their order, and then those that something is written in anyway."""
    return list(dict.fromkeys([*(locale for site in sites for locale in site.locales), *begun]))


def sites_of(item: Item, known: Mapping[str, SiteRules]) -> list[SiteRules]:
    """Its own site, and those that it is shared with."""
    return [known[key] for key in (item.site, *item.shared) if key in known]
