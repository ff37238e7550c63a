"""What every item with an address of its own has: id, slug, url, alternates, search-engine texts."""

from collections.abc import Iterator
from typing import Any, Optional

import strawberry

from cms.content import richtext
from schema.delivery.projection.field_resolver import WantedItem, computed
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.scalars import Locale
from schema.delivery.values import Alternate, Seo, image_of

SHORT = 160


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


ADDRESSED = {
    "id": item_id,
    "slug": slug,
    "url": url,
    "alternates": alternates,
    "fallback_locale": fallback_locale,
}
"""What every item with an address on a site has."""


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
