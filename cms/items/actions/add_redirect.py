"""Let an old address of a site lead to an item, by hand: addresses of the site that was there before, say."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.action import action
from cms.access.change import SiteChange
from cms.access.load_item import load_item
from cms.access.record import Subject
from cms.content.sites import SiteRules, published_sites
from cms.items.addresses import bare_path, named_locale, query_of
from cms.items.checks import content_type, places
from cms.kernel.errors import Invalid, NotFound, Problem
from storage.documents import Item, Redirect


@dataclass
class RedirectChange(SiteChange):
    """Addresses of a site lead to the item `target`, or do not any more."""

    target: Subject = field(init=False)

    def subject(self) -> Subject:
        return self.target

    def payload(self) -> dict[str, Any]:
        return {}


@action(right="manage_site", event="RedirectAdded")
async def add_redirect(
    change: RedirectChange,
    site: str,
    path: str,
    item: str,
    locale: str | None = None,
    *,
    replace: bool = False,
) -> list[Redirect]:
    """One redirect for each language that the path is asked for in: the one it names in front, else `locale`, else all
    languages of the site. They lead to the item wherever it is, so there are no chains and no loops. What comes after
    "?" counts: "/index.php?id=12" is another address than "/index.php?id=13". `replace`: also where there is a redirect
    to another item.

    Raises NotPermitted (`manage_site`), NotFound (the item), and Invalid for a path that cannot be used, or at which
    something is, or which leads elsewhere; for a language that the site has not; for an item that it does not show.
    """
    [rules] = await published_sites(change.repository, [site], change.session)
    target = await _target(change, item)
    redirects = [
        Redirect(id=address, site=site, item=target.id, at=change.now, by=change.actor.id)
        for address in _addresses(rules, path, locale)
    ]
    await _check_free(change, [one.id for one in redirects])
    if not replace:
        await _check_leads_nowhere_else(change, redirects)
    await change.repository.redirects.put(redirects, change.session)
    change.target = Subject(item=target.id, type=target.type, site=site)
    change.tell(addresses=[one.id for one in redirects])
    return redirects


async def _target(change: SiteChange, id: str) -> Item:
    item = await load_item(change.services, id, change.session)
    if change.site not in places(item):
        raise NotFound(f"There is no item {id} on the site {change.site}.")
    if content_type(item.type).delivery.segment is None:
        raise Invalid([Problem("item", "NO_ADDRESS", f"Items of the type {item.type} have no address of their own.")])
    return item


def _addresses(site: SiteRules, path: str, locale: str | None) -> list[str]:
    bare = bare_path(path)
    if bare is None:
        raise Invalid([Problem("path", "NOT_A_PATH", "Give a path on the site, such as /events/old-name.")])
    query = query_of(path)
    named, rest = named_locale(site, bare)
    if named:
        return [f"{site.key}/{named}{rest}{query}"]
    if locale is not None and locale not in site.locales:
        raise Invalid([Problem("locale", "UNKNOWN_LOCALE", f"The site has: {', '.join(site.locales)}.")])
    return [f"{site.key}/{one}{bare}{query}" for one in ([locale] if locale else site.locales)]


async def _check_free(change: SiteChange, addresses: list[str]) -> None:
    if taken := await change.repository.published.used(addresses, change.session):
        raise Invalid([Problem("path", "TAKEN", f"There is an item at {min(taken)}; visitors see that one.")])


async def _check_leads_nowhere_else(change: SiteChange, redirects: list[Redirect]) -> None:
    for one in redirects:
        there = await change.repository.redirects.get(one.id, change.session)
        if there and there.item != one.item:
            path = "/" + one.id.split("/", 2)[2]
            text = f"{path} leads to another item already ({there.item}). Say `replace` to let it lead to this one."
            raise Invalid([Problem("path", "LEADS_ELSEWHERE", text)])
