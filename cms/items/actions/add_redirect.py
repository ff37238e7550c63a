"""Let an old address of a site lead to an item, by hand: addresses of the site that was there before, say."""

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.content.sites import SiteRules, published_sites
from cms.items.addresses import bare_path, named_locale, query_of
from cms.items.checks import content_type, places
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent, Redirect
from storage.mongo import Session


async def add_redirect(
    services: Services,
    actor: Actor,
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

    async def write(session: Session) -> list[Redirect]:
        actor.require("manage_site", site)
        [rules] = await published_sites(services.repository, [site], session)
        target = await _target(services, item, site, session)
        redirects = [
            Redirect(id=address, site=site, item=target.id, at=services.clock(), by=actor.id)
            for address in _addresses(rules, path, locale)
        ]
        await _check_free(services, [one.id for one in redirects], session)
        if not replace:
            await _check_leads_nowhere_else(services, redirects, session)
        await services.repository.redirects.put(redirects, session)
        await _record(services, actor, target, site, [one.id for one in redirects], session)
        return redirects

    return await services.transact(write)


async def _target(services: Services, id: str, site: str, session: Session) -> Item:
    item = await load_item(services, id, session)
    if site not in places(item):
        raise NotFound(f"There is no item {id} on the site {site}.")
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


async def _check_free(services: Services, addresses: list[str], session: Session) -> None:
    if taken := await services.repository.published.used(addresses, session):
        raise Invalid([Problem("path", "TAKEN", f"There is an item at {min(taken)}; visitors see that one.")])


async def _check_leads_nowhere_else(services: Services, redirects: list[Redirect], session: Session) -> None:
    for one in redirects:
        there = await services.repository.redirects.get(one.id, session)
        if there and there.item != one.item:
            path = "/" + one.id.split("/", 2)[2]
            text = f"{path} leads to another item already ({there.item}). Say `replace` to let it lead to this one."
            raise Invalid([Problem("path", "LEADS_ELSEWHERE", text)])


async def _record(
    services: Services, actor: Actor, item: Item, site: str, addresses: list[str], session: Session
) -> None:
    now = services.clock()
    entry = AuditEntry(
        at=now,
        by=actor.id,
        action="add_redirect",
        item=item.id,
        type=item.type,
        site=site,
        details={"addresses": addresses},
    )
    await services.repository.history.audit(entry, session)
    event = OutboxEvent(name="RedirectAdded", at=now, due_at=now, item=item.id, type=item.type, site=site)
    await services.repository.outbox.add(event, session)
