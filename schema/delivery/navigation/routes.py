"""From a path of a site to what is there, or to where it has moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import strawberry

from cms.items.addresses import bare_path, named_locale, query_of
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import Selection
from storage.conditions import equal

Document = dict[str, Any]


@strawberry.type(description="The item has moved, or is asked for by an address of another language.")
class Redirect:
    to: str = strawberry.field(description="Its path now, in the language that is read.")
    permanent: bool = strawberry.field(
        description="True where it moved within one language. From one language to another it is false: the address "
        "may be this language's own one day."
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A path taken apart: its language or the one that is read, the rest without it, and what comes after "?"."""

    locale: str
    bare: str
    query: str

    def at(self, site: str, locales: Iterable[str]) -> dict[str, str]:
        """{address: its language} of the path in each of these languages."""
        return {f"{site}/{locale}{self.bare}": locale for locale in locales}

    def with_query(self, site: str, locales: Iterable[str]) -> dict[str, str]:
        """The same with the query; empty where there is none."""
        return {f"{site}/{one}{self.bare}{self.query}": one for one in locales} if self.query else {}


async def resolve(reading: ReadContext, path: str, selection: Selection) -> Any:
    """The item at `path`, a Redirect, or None. A language in the path is the one to read in, unless another was asked
    for: then it leads to the same item in that one."""
    bare = bare_path(path)
    if bare is None:
        return None
    named, rest = named_locale(reading.site, bare)
    if named and not reading.is_locale_asked:
        reading = reading.in_locale(named)
    asked = Asked(named or reading.locale, rest, query_of(path))
    return await _in_its_language(reading, asked, selection) or await _in_others(reading, asked)


async def _in_its_language(reading: ReadContext, asked: Asked, selection: Selection) -> Any:
    site, locale = reading.site.key, asked.locale
    if moved := await _moved(reading, asked.with_query(site, [locale])):
        return moved
    [key] = here = asked.at(site, [locale])
    document = await reading.published.find_one(equal({"addresses": key}))
    if document and document["type"] in projections:
        if locale == reading.locale:
            return await reading.built_one(document, selection)
        return _redirect(reading, document, locale)
    return await _moved(reading, here)


async def _in_others(reading: ReadContext, asked: Asked) -> Redirect | None:
    """By a slug, present or former, of the site's other languages."""
    site = reading.site
    others = [one for one in dict.fromkeys((*site.fallback_order, *site.locales)) if one != asked.locale]
    if not others:
        return None
    places = asked.at(site.key, others)
    found = await reading.published.at_addresses(list(places))
    at = {address: document for document in found for address in document["addresses"]}
    for address, locale in places.items():
        if address in at and (there := _redirect(reading, at[address], locale)):
            return there
    return await _moved(reading, asked.with_query(site.key, others) | places)


async def _moved(reading: ReadContext, places: dict[str, str]) -> Redirect | None:
    """By the first of these addresses that leads on to something; `places`: {address: its language}."""
    items = await reading.published.redirects(list(places)) if places else {}
    documents = await reading.published.by_ids(list(items.values())) if items else []
    targets = {document["_id"]: document for document in documents}
    for address, locale in places.items():
        target = targets.get(items.get(address, ""))
        if target and (there := _redirect(reading, target, locale, has_moved=True)):
            return there
    return None


def _redirect(reading: ReadContext, document: Document, locale: str, *, has_moved: bool = False) -> Redirect | None:
    """From an address of `locale` to the item in the language that is read, or else, where no language was asked for,
    in `locale`."""
    entry = reading.entry(document)
    if entry is None and not reading.is_locale_asked:
        entry = reading.in_locale(locale).entry(document)
    to = entry.reading.url_of_entry(entry) if entry else None
    if entry is None or to is None:
        return None
    languages = {locale, reading.locale, entry.reading.locale, entry.chain[0]}
    return Redirect(to=to, permanent=has_moved and len(languages) == 1)
