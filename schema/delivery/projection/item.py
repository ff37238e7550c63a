"""What delivered items have beside their fields: ids, a slug, addresses, moments, texts for search engines."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.content import richtext
from cms.content_types.content_type import ContentType
from schema.delivery.projection.field_resolver import Computed, WantedItem, computed
from schema.delivery.projection.owners import canonical_address
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.scalars import Locale
from schema.delivery.values import IMAGE, Alternate, Seo, shown_file

SHORT = 160
SEO = "seo"


@strawberry.interface(description="What `Query.node` finds by its id.")
class Node:
    id: strawberry.ID = strawberry.field(
        description="Opaque: one for each item, site, language and preview, so that client caches never mix them."
    )


@strawberry.interface(description="An item of content, as one site shows it in one language.")
class Item(Node):
    item_id: strawberry.ID = strawberry.field(
        description="The item's own id: the same on every site, in every language, in webhooks and for editors."
    )
    site: str = strawberry.field(description="Key of the site that shows it.")
    locale: Locale = strawberry.field(
        description="The language that is read: the one asked for, or the site's default one."
    )
    modified_at: datetime = strawberry.field(
        description="When what visitors see of it was changed last, in any language."
    )
    first_published_at: datetime = strawberry.field(
        description="When it was published first in the language that answers."
    )


@strawberry.interface(description="An item that has an address on the site: a page that visitors open.")
class Addressable(Item):
    slug: str = strawberry.field(description="The last part of its address, in the language that answers.")
    title: str = strawberry.field(description="Its heading, as this site shows it.")
    url: str = strawberry.field(
        description="The path on the site, with the language in front unless it is the site's default one."
    )
    absolute_url: Optional[str] = strawberry.field(
        description="The same with the first of the site's domains; null where it has none."
    )
    canonical_url: Optional[str] = strawberry.field(
        description="The address for search engines: on the site that owns the item, in the language that answers, if "
        "it is read there; else on this site; null where neither has a domain."
    )
    alternates: list[Alternate] = strawberry.field(
        description="Where the item is read in each language it is published in on this site, this one included."
    )
    fallback_locale: Optional[Locale] = strawberry.field(
        description="The language that answers, where it is not the one that was asked for."
    )
    seo: Seo = strawberry.field(
        description="For search engines and link previews; what editors left empty follows from the item."
    )


@computed()
def id(entry: PublishedItem) -> strawberry.ID:
    return strawberry.ID(entry.reading.id_of(entry.id))


@computed()
def item_id(entry: PublishedItem) -> strawberry.ID:
    return strawberry.ID(entry.id)


@computed()
def site(entry: PublishedItem) -> str:
    return entry.reading.site.key


@computed()
def locale(entry: PublishedItem) -> Locale:
    return Locale(entry.reading.locale)


@computed()
def modified_at(entry: PublishedItem) -> datetime:
    document = entry.document
    return document.get("modified_at") or document["published_at"]


@computed()
def first_published_at(entry: PublishedItem) -> datetime:
    stamp = entry.document["locales"][entry.chain[0]]
    return stamp.get("first_published_at") or stamp["published_at"]


@computed()
def slug(entry: PublishedItem) -> str:
    """In the language that answers: what `Site` finds it by, and the end of its address where it has one."""
    slugs = entry.document["slugs"]
    for locale in entry.chain:
        if locale in slugs:
            return slugs[locale]
    return ""


@computed()
def url(entry: PublishedItem) -> str:
    return entry.reading.url_of_entry(entry) or "/"


@computed()
def absolute_url(entry: PublishedItem) -> Optional[str]:
    return entry.reading.absolute(entry.reading.url_of_entry(entry))


@computed(loads=("owners",))
def canonical_url(entry: PublishedItem) -> Optional[str]:
    return canonical_address(entry)


@computed()
def alternates(entry: PublishedItem) -> list[Alternate]:
    reading, found = entry.reading, list[Alternate]()
    shown = reading.locales_of(entry.document)
    for locale in reading.site.locales:
        path = reading.url_of_entry(entry, locale) if locale in shown else None
        if path:
            found.append(Alternate(locale=Locale(locale), url=path, absolute_url=reading.absolute(path)))
    return found


@computed()
def fallback_locale(entry: PublishedItem) -> Optional[Locale]:
    return None if entry.chain[0] == entry.reading.locale else Locale(entry.chain[0])


IDENTITY = {
    "id": id,
    "item_id": item_id,
    "site": site,
    "locale": locale,
    "modified_at": modified_at,
    "first_published_at": first_published_at,
}
ADDRESSES = {
    "url": url,
    "absolute_url": absolute_url,
    "canonical_url": canonical_url,
    "alternates": alternates,
    "fallback_locale": fallback_locale,
}


def interface_of(kind: type[ContentType]) -> type:
    """What a delivered type is: an `Item`, or an `Addressable` where it has addresses."""
    return Item if kind.delivery.segment is None else Addressable


def shared_fields(kind: type[ContentType], cls: type) -> dict[str, Computed]:
    """Those of an item that follow from how its type is delivered, by `cls`."""
    delivery, found = kind.delivery, dict[str, Computed]()
    if issubclass(cls, Item):
        found |= IDENTITY
    if delivery.one:
        found["slug"] = slug
    if delivery.segment is not None:
        found |= ADDRESSES
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
            image=shown_file(IMAGE, entry.reading, image) if image else None,
        )

    return seo
