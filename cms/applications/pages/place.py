"""The call that an address names, on its site and in its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.applications.calls import LiveCall, call_by_slug, former_call, slug_now, state_of
from cms.applications.pages.texts import say
from cms.content.localization import pick
from cms.content.rules.call_state import CallState
from cms.content.rules.deadlines import Deadline, deadlines_of
from cms.content.sites import SiteRules, rules_of
from cms.items.addresses import LIBRARY, answering_locale
from cms.items.visibility import not_hidden
from cms.kernel.errors import NotFound
from cms.kernel.services import Services


class Moved(Exception):
    """The call has another address by now."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


@dataclass(frozen=True, slots=True)
class CallPage:
    """`url`: the path of the call's page, with a slash at the end, below which everything else lies. `is_live`: the
    site shows the call; else it is there for those who applied to it alone."""

    site: SiteRules
    site_data: dict[str, Any]
    locale: str
    slug: str
    call: LiveCall
    url: str
    is_live: bool = True

    @property
    def site_name(self) -> str:
        return self.text(self.site_data.get("name")) or self.site.key

    @property
    def title(self) -> str:
        return self.text(self.call["data"].get("title")) or say("former.title", self.locale)

    @property
    def languages(self) -> list[tuple[str, str]]:
        """(locale, path of the same call) for each language of the site that shows it."""
        published = self.call.get("locales", {})
        found = ((locale, answering_locale(locale, self.site, published)) for locale in self.site.locales)
        slugs = self.call["slugs"]
        return [(locale, call_url(self.site.key, locale, slugs[one])) for locale, one in found if one in slugs]

    @property
    def has_form(self) -> bool:
        return bool(self.call["data"].get("form"))

    def text(self, texts: Any) -> str:
        found, _locale = pick(texts, (self.locale, *self.site.fallback_order, *sorted(texts or ())))
        return found or ""

    def state(self, services: Services) -> CallState:
        return state_of(self.call, services.clock())

    def deadlines(self, services: Services) -> Sequence[Deadline]:
        return deadlines_of(self.call["data"], services.clock())

    def frame_ancestors(self) -> list[str]:
        """Where the call may be framed: the site's allowed origins and its own domains."""
        domains = self.site_data.get("domains") or ()
        ours = [f"{scheme}://{domain}" for domain in domains for scheme in ("https", "http")]
        return list(dict.fromkeys([*(self.site_data.get("allowed_origins") or ()), *ours]))


def call_url(site: str, locale: str, slug: str) -> str:
    return f"/calls/{site}/{locale}/{slug}/"


async def find_place(services: Services, site: str, locale: str, slug: str) -> CallPage:
    """Raises NotFound, Moved, Unavailable."""
    data = await live_site(services, site)
    rules = rules_of(data)
    if locale not in rules.locales:
        raise NotFound("This site is not offered in that language.")
    try:
        call = await call_by_slug(services, site, locale, slug)
    except NotFound:
        if present := await slug_now(services, site, locale, slug):
            raise Moved(call_url(site, locale, present)) from None
        former = await former_call(services, site, locale, slug)
        return CallPage(rules, data, locale, slug, former, call_url(site, locale, slug), is_live=False)
    return CallPage(rules, data, locale, slug, call, call_url(site, locale, slug))


async def live_site(services: Services, key: str) -> dict[str, Any]:
    """Its data. Raises NotFound, Unavailable."""
    found = await services.repository.published.site(key[:64], within=not_hidden(LIBRARY, services.clock()))
    if found is None:
        raise NotFound("There is no such site.")
    return found["data"]
