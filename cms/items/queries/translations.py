"""How far items are translated, and which of their texts are out of date."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import Actor
from cms.access.reach import readable
from cms.content.sites import SiteRules, all_sites
from cms.items.checks import content_type
from cms.items.history.words import Words, changed_words
from cms.items.queries.items import NEWEST, PRESENT, ItemFilter, shown_on
from cms.items.translation.state import BEGUN, MISSING, begun_locales, open_texts
from cms.items.translation.texts import NO_TEXT, text_hash, texts
from cms.items.translation_notes import drafted
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import EVERYTHING, Condition, all_of, any_of, each_of, either, equal, has_text, not_
from storage.documents import Item, Version
from storage.documents.made_from import MadeFrom

MAX_VERSIONS = 30
"""Read to show what texts were made from, the latest; each is as large as the item."""


@dataclass(frozen=True, slots=True)
class TranslationFilter:
    """`state` (of `cms.items.translation.state`) in `locale`, or in any language of the site, or of any site.
    `workflow`: where the draft stands, in `locale` or in any language. `site`: its own items and those shared with
    it."""

    site: str | None = None
    type: str | None = None
    locale: str | None = None
    state: str | None = None
    workflow: str | None = None
    search: str | None = None


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text that there is something to do about. `state`: stale, copied or missing. `before`: the source text that the
    translation was made from, as in `source_version`; None where there was none, or where it is not known any more.
    `words`: what changed from it to `now`."""

    at: str
    state: str
    value: Any
    before: Any
    now: Any
    source_version: int | None
    words: Words


async def list_translations(services: Services, actor: Actor, filter: TranslationFilter) -> Listing:
    """The items with texts that this person may read, the latest change first."""
    sites = [site for site in await all_sites(services.repository) if filter.site in (None, site.key)]
    exact = ItemFilter(
        type=filter.type,
        site=filter.site,
        state=filter.workflow,
        locale=filter.locale if filter.workflow else None,
        search=filter.search,
    )
    wanted = all_of(PRESENT, has_text("source_locale"), exact.condition(), _in_state(filter, sites))
    shown = all_of(readable(actor), wanted)
    return Listing("translations", services.repository.item_lists, shown, NEWEST)


async def list_open_texts(services: Services, item: Item, locale: str) -> list[OpenText]:
    """In the order of the fields. `item` was read by the person who asks."""
    draft = drafted(content_type(item.type), item)
    states = open_texts(draft, locale)
    marks = {one.at: one for one in item.made_from if one.locale == locale and one.at in states}
    numbers = sorted({mark.version for mark in marks.values()}, reverse=True)[:MAX_VERSIONS]
    versions = await services.repository.history.versions(item.id, numbers)
    return await asyncio.to_thread(_open_texts, item, locale, states, marks, versions)


def _in_state(filter: TranslationFilter, sites: Sequence[SiteRules]) -> Condition:
    if filter.state == MISSING or (filter.state is None and filter.locale):
        return _of_sites(filter, sites)
    if filter.state is None:
        return EVERYTHING
    locales = [filter.locale] if filter.locale else [one for site in sites for one in site.locales]
    if filter.site or filter.locale:
        return any_of("translation", [f"{filter.state}/{locale}" for locale in dict.fromkeys(locales)])
    return equal({"translation": filter.state})


def _of_sites(filter: TranslationFilter, sites: Sequence[SiteRules]) -> Condition:
    """Items of sites with the language, without a word in it where that is asked."""
    found: list[Condition] = []
    for site in sites:
        locales = [one for one in site.locales if filter.locale in (None, one)]
        begun = [f"{BEGUN}/{locale}" for locale in locales]
        lacks = not_(each_of("translation", begun)) if filter.state == MISSING else EVERYTHING
        if locales:
            found.append(all_of(shown_on(site.key), lacks))
    return either(*found)


def _open_texts(
    item: Item, locale: str, states: dict[str, str], marks: dict[str, MadeFrom], versions: dict[int, Version]
) -> list[OpenText]:
    kind, source = content_type(item.type), item.source_locale or ""
    now = texts(kind, item.data)
    earlier = {number: texts(kind, version.data) for number, version in versions.items()}
    return [_open_text(at, state, locale, source, now[at], marks.get(at), earlier) for at, state in states.items()]


def _open_text(
    at: str, state: str, locale: str, source: str, text: Any, mark: MadeFrom | None, earlier: dict[int, Any]
) -> OpenText:
    known = earlier.get(mark.version, {}).get(at) if mark else None
    before = known.values.get(source) if known else None
    if mark is None or text_hash(before) != mark.text or mark.text == NO_TEXT:
        before = None
    now = text.values.get(source)
    words = changed_words(text.field, before, now)
    return OpenText(at, state, text.values.get(locale), before, now, mark.version if mark else None, words)


def begun(item: Item) -> list[str]:
    """The languages that something is written in."""
    return begun_locales(drafted(content_type(item.type), item))
