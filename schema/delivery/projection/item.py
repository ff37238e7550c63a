"""What delivered items have beside their fields: an id, a slug, addresses, texts for search engines."""

from collections.abc import Iterator
from typing import Any, Optional

import strawberry

from cms.content import richtext
from cms.content_types.content_type import ContentType
from schema.delivery.projection.field_resolver import Computed, WantedItem, computed
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.scalars import Locale
from schema.delivery.values import Alternate, Seo, image_of

SHORT = 160
SEO = "seo"


@strawberry.interface(description="Anything with an id.")
class Node:
    id: strawberry.ID


@computed()
def item_id(entry: PublishedItem) -> strawberry.ID:
    return strawberry.ID(entry.id)


@computed()
def slug(entry: PublishedItem) -> str:
    slugs = entry.document["slugs"]
    for locale in entry.chain:
        if locale in slugs:
            return slugs[locale]
    return ""


@computed()
def url(entry: PublishedItem) -> str:
    """The path on the site, with the language in front unless it is the site's default one."""
    return entry.reading.url_of_entry(entry) or "/"


@computed()
def alternates(entry: PublishedItem) -> list[Alternate]:
    """Where the item is read in each language it is published in on this site, this one included."""
    found = []
    shown = entry.reading.locales_of(entry.document)
    for locale in entry.reading.site.locales:
        path = entry.reading.url_of_entry(entry, locale) if locale in shown else None
        if path:
            found.append(Alternate(locale=Locale(locale), url=path))
    return found


@computed()
def fallback_locale(entry: PublishedItem) -> Optional[Locale]:
    """The language that answers, where it is not the one that was asked for."""
    return None if entry.chain[0] == entry.reading.locale else Locale(entry.chain[0])


def shared_fields(kind: type[ContentType]) -> dict[str, Computed]:
    """Those of an item that follow from how its type is delivered."""
    delivery, found = kind.delivery, dict[str, Computed]()
    if delivery.one or delivery.orders:
        found["id"] = item_id
    if delivery.one:
        found["slug"] = slug
    if delivery.segment is not None:
        found |= {"url": url, "alternates": alternates, "fallback_locale": fallback_locale}
    if SEO in kind.fields:
        found[SEO] = seo_of(*_told_to_search_engines(kind))
    return found


def _told_to_search_engines(kind: type[ContentType]) -> tuple[Any, ...]:
    """The arguments of `seo_of`: the title and the summary that the type declares."""
    title, summary = kind.titles.field, kind.delivery.summary
    return (
        lambda entry: _words(entry, kind, title),
        lambda entry: _words(entry, kind, summary) if summary else "",
        *filter(None, (title, summary)),
    )


def _words(entry: PublishedItem, kind: type[ContentType], name: str) -> str | None:
    field = kind.fields[name]
    value = entry.text(name, fallback=field.fallback) if field.localized else entry.get(name)
    return entry.reading.shown(value).plain if isinstance(value, dict) else value


def seo_of(title: Any, description: Any, *needs: str) -> Any:
    """The `seo` field: what editors wrote for search engines, else `title(entry)` and `description(entry)`."""

    @staticmethod
    def references(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        if image := (entry.get("seo") or {}).get("image"):
            yield image, Selection()

    @computed(needs=("seo", *needs), references=references)
    @staticmethod
    def seo(entry: PublishedItem) -> Seo:
        """For search engines and link previews; what editors left empty follows from the item."""
        own = entry.part(entry.get("seo") or {})
        image = own.get("image")
        return Seo(
            title=own.text("title") or title(entry),
            description=own.text("description") or richtext.shorten(description(entry) or "", SHORT) or None,
            image=image_of(entry.reading, image) if image else None,
        )

    return seo
