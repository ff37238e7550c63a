"""What the rest of the CMS must know of a site to decide where and in which language an item appears."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.kernel.errors import Invalid, Problem
from storage.mongo import Session
from storage.repository import Repository


@dataclass(frozen=True, slots=True)
class SiteRules:
    key: str
    locales: tuple[str, ...]
    default_locale: str
    fallback_order: tuple[str, ...]
    time_zone: str
    preview_url: str | None = None


def rules_of(data: dict[str, Any]) -> SiteRules:
    """From the live data of a Site."""
    return SiteRules(
        data["key"],
        tuple(data["locales"]),
        data["default_locale"],
        tuple(data.get("fallback_order") or [data["default_locale"]]),
        data["time_zone"],
        data.get("preview_url"),
    )


async def known_sites(repository: Repository, keys: Sequence[str], session: Session) -> list[SiteRules]:
    """The rules of those of the sites `keys` that are published, in that order."""
    found = {one["key"]: rules_of(one) for one in await repository.published.data_of_sites(session, keys)}
    return [found[key] for key in keys if key in found]


async def all_sites(repository: Repository) -> list[SiteRules]:
    """The rules of every published site, by key."""
    return sorted(map(rules_of, await repository.published.data_of_sites(None)), key=lambda site: site.key)


async def published_sites(repository: Repository, keys: Sequence[str], session: Session) -> list[SiteRules]:
    """The same, all of them. Raises Invalid for one that is not published."""
    sites = await known_sites(repository, keys, session)
    missing = [key for key in keys if key not in {site.key for site in sites}]
    if missing:
        raise Invalid([Problem("site", "UNKNOWN_SITE", f"There is no published site {missing[0]}; publish it first.")])
    return sites


async def require_site(repository: Repository, key: str, session: Session) -> None:
    """That there is such a site, published or not. Raises Invalid."""
    if await repository.items.by_address(site_address(key), session) is None:
        raise Invalid([Problem("site", "UNKNOWN_SITE", f"There is no site {key[:64]}; create it first.")])


def site_address(key: str) -> str:
    """The unique key of a site's own item."""
    return f"site:{key}"
