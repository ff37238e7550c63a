"""Where an item is found: the keys under which the delivery world looks it up, and the paths that sites link to."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from cms.content.localization import fallback_chain
from cms.content.sites import SiteRules
from cms.content_types.content_type import ContentType

LIBRARY = "*"


def channel(type: type[ContentType], site: str, locale: str) -> str:
    """The key of all items of `type` that a visitor of `site` may read in `locale`."""
    return LIBRARY if type.library else f"{site}/{locale}"


def address(type: type[ContentType], site: str, locale: str, slug: str) -> str:
    """The key of one item: "nca/cs/editions/burgas-2023", or "*/Person:jan-novak" where the type has no path."""
    path = type.delivery.path(slug)
    where = LIBRARY if type.library else f"{site}/{locale}"
    return f"{where}{path}" if path is not None else f"{where}/{type.type_name}:{slug}"


def localized_path(site: SiteRules, path: str, locale: str) -> str:
    """A path on the site, with the language in front unless it is the site's default one."""
    if locale == site.default_locale:
        return path
    return f"/{locale}" if path == "/" else f"/{locale}{path}"


def absolute_address(site: Mapping[str, Any], path: str) -> str | None:
    """A path on a site with the first of its domains; None where it has none. `site`: its data."""
    domain = next(iter(site.get("domains") or ()), None)
    return f"https://{domain}{path}" if domain else None


def answering_locale(asked: str, site: SiteRules, published: Collection[str]) -> str | None:
    """The published locale in which `site` shows an item to somebody who asked for `asked`."""
    chain = fallback_chain(asked, site.fallback_order, published)
    return chain[0] if chain else None


def live_channels(type: type[ContentType], sites: Sequence[SiteRules], published: Sequence[str]) -> list[str]:
    """Every (site, locale) in which an item published in these locales can be read."""
    if type.library:
        return [LIBRARY] if published else []
    return [
        channel(type, site.key, locale)
        for site in sites
        for locale in site.locales
        if answering_locale(locale, site, published)
    ]


def live_addresses(
    type: type[ContentType], sites: Sequence[SiteRules], slugs: Mapping[str, str], published: Sequence[str]
) -> list[str]:
    """Every address under which the item answers; the slug is that of the locale that answers."""
    if type.library:
        return sorted({address(type, LIBRARY, locale, slugs[locale]) for locale in published if locale in slugs})
    found = []
    for site in sites:
        for locale in site.locales:
            answering = answering_locale(locale, site, published)
            if answering and answering in slugs:
                found.append(address(type, site.key, locale, slugs[answering]))
    return found


def draft_addresses(type: type[ContentType], sites: Sequence[str], slugs: Mapping[str, str]) -> list[str]:
    """What no two items may share, published or not."""
    places = [LIBRARY] if type.library else sites
    return sorted({address(type, site, locale, slug) for site in places for locale, slug in slugs.items()})


LONGEST_PATH = 2000


def bare_path(path: str) -> str | None:
    """A path as visitors ask for it, in the form that addresses are kept in: "/editions/iasi-2023" without what comes
    after "?" and "#"; None for what is no path of a site."""
    if len(path) > LONGEST_PATH:
        return None
    try:
        bare = "/" + unquote(urlsplit(path).path).strip("/")
    except ValueError:
        return None
    return bare.replace("?", "%3F") if bare.isprintable() else None


def named_locale(site: SiteRules, bare: str) -> tuple[str | None, str]:
    """The language of the site that a bare path begins with, None for none, and the path without it."""
    first, _slash, rest = bare[1:].partition("/")
    return (first, f"/{rest}") if first in site.locales else (None, bare)


def query_of(path: str) -> str:
    """What comes after "?" in a path that `bare_path` takes, with the "?", in the form in which redirects keep it:
    {name: value} by name. "" where there is nothing."""
    given = parse_qsl(urlsplit(path).query, keep_blank_values=True)
    return f"?{urlencode(sorted(given))}" if given else ""
