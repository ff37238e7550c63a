"""Where somebody may have wanted to go whose address leads to no call."""

from dataclasses import dataclass
from typing import Any

from cms.applications.calls import LiveCall, call_by_slug, state_of
from cms.applications.pages.place import CallPage, call_url, live_site
from cms.content.rules.call_state import CallState
from cms.content.rules.locale_data import own_name
from cms.content.sites import SiteRules, rules_of
from cms.content_types.call_for_hosts import CallForHosts
from cms.items.addresses import answering_locale, channel
from cms.items.visibility import not_hidden
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.keyset import Order

MOST = 5
FIELDS = ("data", "slugs", "derived", "site", "locales")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`links`: (label, path) of calls that the site shows."""

    site_name: str = ""
    links: tuple[tuple[str, str], ...] = ()


NOWHERE = Elsewhere()


class NoCallHere(NotFound):
    """There is no call at an address of a site."""

    def __init__(self, elsewhere: Elsewhere) -> None:
        super().__init__("There is no such call on this site.")
        self.elsewhere = elsewhere


async def elsewhere(services: Services, site: str, locale: str, slug: str) -> Elsewhere:
    """The same call in other languages, and what can be applied to. Raises NotFound for the site, Unavailable."""
    data = await live_site(services, site)
    rules = rules_of(data)
    here = locale if locale in rules.locales else rules.default_locale
    found = [place for one in rules.locales if one != locale for place in await _same(services, data, rules, one, slug)]
    links = {one.url: f"{one.title} ({own_name(one.locale)})" for one in found}
    for one in await _open(services, data, rules, here):
        links.setdefault(one.url, one.title)
    site_name = CallPage(rules, data, here, slug, {"data": {}, "slugs": {}}, "").site_name
    return Elsewhere(site_name, tuple((label, url) for url, label in links.items())[:MOST])


async def _same(services: Services, data: dict[str, Any], rules: SiteRules, locale: str, slug: str) -> list[CallPage]:
    try:
        call = await call_by_slug(services, rules.key, locale, slug)
    except NotFound:
        return []
    return [_place(data, rules, locale, call)]


async def _open(services: Services, data: dict[str, Any], rules: SiteRules, locale: str) -> list[CallPage]:
    where = channel(CallForHosts, rules.key, locale)
    found = await services.repository.published.listed(
        CallForHosts.type_name,
        where,
        not_hidden(where, services.clock()),
        order=Order("_id"),
        fields=FIELDS,
        limit=50,
    )
    places = [_place(data, rules, locale, one) for one in found]
    return [one for one in places if one.url and state_of(one.call, services.clock()) is CallState.OPEN]


def _place(data: dict[str, Any], rules: SiteRules, locale: str, call: LiveCall) -> CallPage:
    slug = call["slugs"].get(answering_locale(locale, rules, call["locales"]), "")
    return CallPage(rules, data, locale, slug, call, call_url(rules.key, locale, slug) if slug else "")
