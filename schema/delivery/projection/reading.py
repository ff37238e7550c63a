"""One visitor's view of one site in one language at one moment: loads what a query needs and builds its answer."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from cms import richtext
from cms.addresses import channel
from cms.content_types import registry
from cms.files.address import file_url
from cms.localization import fallback_chain
from cms.sites import SiteRules
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.entry import Entry
from schema.delivery.projection.selection import Selection
from storage.published import Published

Document = dict[str, Any]
Target = tuple[Document, Selection]
Loader = Callable[["Reading", list[tuple[Entry, Selection]]], Awaitable[list[Target]]]
T = TypeVar("T")

loaders: dict[str, Loader] = {}


def loader(name: str) -> Callable[[Loader], Loader]:
    """Declares a batch that slots may ask for by name; it answers what is to be prepared further."""

    def declare(function: Loader) -> Loader:
        loaders[name] = function
        return function

    return declare


class Reading:
    """`entities`: items loaded so far by id, None for those that are not live."""

    def __init__(
        self, published: Published, site: SiteRules, site_document: Document, locale: str, now: datetime
    ) -> None:
        self.published = published
        self.site = site
        self.site_document = site_document
        self.locale = locale
        self.now = now
        self.entities: dict[str, Document | None] = {}
        self.vocabularies: dict[str, dict[str, dict[str, str]]] = {}
        self.found: dict[tuple[str, str], Any] = {}
        self._once: dict[str, asyncio.Future[Any]] = {}

    # -- loading ------------------------------------------------------------------------------------------------

    async def prepare(self, targets: list[Target]) -> None:
        """Loads everything that building the targets will look up: one query per level of references."""
        while targets:
            wanted: list[tuple[str, Selection]] = []
            batches: dict[str, list[tuple[Entry, Selection]]] = {}
            for document, selection in targets:
                entry, projection = self.entry(document), projections.get(document["type"])
                if entry is None or projection is None:
                    continue
                plan = projection.plan(selection)
                wanted.extend(plan.wants(entry))
                for name in plan.loads:
                    batches.setdefault(name, []).append((entry, selection))
            steps: list[Awaitable[list[Target]]] = [loaders[name](self, batch) for name, batch in batches.items()]
            found = await _all([self.load(id for id, _selection in wanted), *steps])
            targets = _distinct(
                [(known, below) for id, below in wanted if below.fields and (known := self.entities.get(id))]
                + [target for more in found for target in more]
            )

    async def load(self, ids: Iterable[str]) -> list[Target]:
        missing = list(dict.fromkeys(id for id in ids if id not in self.entities))
        if missing:
            self.entities.update(dict.fromkeys(missing))
            for document in await self.published.by_ids(missing):
                self.entities[document["_id"]] = document
        return []

    async def once(self, name: str, work: Callable[[], Awaitable[T]]) -> T:
        """The result of `work`, done once however many fields ask for it at the same time."""
        if name not in self._once:
            self._once[name] = asyncio.ensure_future(work())
        return await asyncio.shield(self._once[name])

    # -- building -----------------------------------------------------------------------------------------------

    def channel(self, type: str) -> str:
        return channel(registry[type], self.site.key, self.locale)

    def entry(self, document: Document) -> Entry | None:
        """None where the item may not be read on this site in this language."""
        type = document["type"]
        if self.channel(type) not in document["channels"]:
            return None
        chain = fallback_chain(self.locale, self.site.fallback_order, document["locales"])
        if registry[type].library:
            chain = [*chain, *(locale for locale in document["locales"] if locale not in chain)]
        return Entry(document, document.get("data") or {}, chain, self)

    def entry_of(self, id: str) -> Entry | None:
        document = self.entities.get(id)
        return self.entry(document) if document else None

    def build(self, document: Document, selection: Selection) -> Any:
        """The object of one item that was prepared; None where it may not be read here."""
        entry = self.entry(document)
        return projections[document["type"]].plan(selection).build(entry) if entry else None

    def view(self, id: str, selection: Selection) -> Any:
        document = self.entities.get(id)
        return self.build(document, selection) if document and document["type"] in projections else None

    async def built(self, documents: Sequence[Document], selection: Selection) -> list[Any]:
        """The objects of these items, with all that is selected of them."""
        await self.prepare([(document, selection) for document in documents])
        return [built for document in documents if (built := self.build(document, selection)) is not None]

    # -- what slots ask for -------------------------------------------------------------------------------------

    def term_label(self, vocabulary: str, slug: str) -> str | None:
        labels = self.vocabularies.get(vocabulary, {}).get(slug)
        if labels is None:
            return None
        chain = (self.locale, *self.site.fallback_order, *labels)
        return next((labels[locale] for locale in chain if locale in labels), slug)

    def url_of_entry(self, entry: Entry, locale: str | None = None) -> str | None:
        """The path of an item on this site, with the language in front unless it is the site's default one."""
        slug = entry.document["slugs"].get(locale or entry.chain[0])
        path = None if slug is None else registry[entry.document["type"]].path(slug)
        return None if path is None else self.localized_path(path, locale or self.locale)

    def localized_path(self, path: str, locale: str) -> str:
        if locale == self.site.default_locale:
            return path
        return f"/{locale}" if path == "/" else f"/{locale}{path}"

    def url_of(self, id: str) -> str | None:
        """Of an item or file that was loaded; None where it may not be read here or has no address."""
        entry = self.entry_of(id)
        if entry is None:
            return None
        if entry.document["type"] == "FileAsset":
            return file_url(id, entry.data["filename"])
        return self.url_of_entry(entry)

    def title_of(self, id: str) -> str | None:
        entry = self.entry_of(id)
        if entry is None:
            return None
        titles = registry[entry.document["type"]].title_of(entry.data)
        return next((titles[locale] for locale in (*entry.chain, "") if titles.get(locale)), None)

    def html(self, document: dict[str, Any]) -> str:
        return richtext.to_html(document, self._text_address)

    def _text_address(self, kind: richtext.Kind, id: str) -> richtext.Address | None:
        entry, url = self.entry_of(id), self.url_of(id)
        if entry is None or url is None:
            return None
        data = entry.data
        return richtext.Address(url, entry.text("alt", fallback=True) or "", data.get("width"), data.get("height"))


async def _all(steps: list[Awaitable[list[Target]]]) -> list[list[Target]]:
    return [await steps[0]] if len(steps) == 1 else list(await asyncio.gather(*steps))


def _distinct(targets: list[Target]) -> list[Target]:
    return list({(document["_id"], id(selection)): (document, selection) for document, selection in targets}.values())
