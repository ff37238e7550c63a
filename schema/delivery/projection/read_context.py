"""One visitor's view of one site in one language at one moment: loads what a query needs and builds its answer."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from cms.content import richtext
from cms.content.localization import fallback_chain
from cms.content.rules.country import country_name
from cms.content.rules.labels import Labels, in_locale, label, word_of
from cms.content.sites import SiteRules
from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.content_types.overriding import overlaid
from cms.files.public_address import AT_THE_CMS, COPIED, FileAddresses
from cms.files.record import file_record
from cms.items.addresses import absolute_address, channel, localized_path
from cms.items.visibility import next_visibility_change, not_hidden, shown_locales
from cms.kernel.errors import IncompleteDraft, Problem
from cms.kernel.turns import let_others_go_on
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.field_resolver import WantedItem
from schema.delivery.projection.identity import opaque_id, preview_mark
from schema.delivery.projection.plan import Plan
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.shown_text import ShownText
from storage.conditions import EVERYTHING, Condition, all_of, between, not_
from storage.freshness import changes_at
from storage.moments import Ahead
from storage.published import Published, in_channel

Document = dict[str, Any]
Target = tuple[PublishedItem, Selection]
Loader = Callable[["ReadContext", list[Target]], Awaitable[list[Target]]]
T = TypeVar("T")

SITE = "Site"
AT_A_TIME = 8
"""Items whose references are walked until others may go on: a look costs about as much as a walk."""

loaders: dict[str, Loader] = {}


def loader(name: str) -> Callable[[Loader], Loader]:
    """Declares a batch that resolvers may ask for by name; it answers what is to be prepared further."""

    def declare(function: Loader) -> Loader:
        loaders[name] = function
        return function

    return declare


class ReadContext:
    """`ahead`: what the clock will change in lists. `entities`: items loaded so far by id, None for those that are not
    live or may not be read here. `by_clock`: what is scheduled is shown as of `now`, False in a preview that shows all
    drafts. `day` of the site in a preview as of a moment: what is dated later is not there yet. `preview`: its token,
    by which the addresses of files show what is not published yet; `addresses`: where files are found otherwise.
    `locale`: None where none was asked for, which stands for the site's default one, or for the one that a path names.
    """

    def __init__(
        self,
        published: Published,
        site: SiteRules,
        site_document: Document,
        locale: str | None,
        now: datetime,
        ahead: Ahead,
        *,
        by_clock: bool = True,
        day: str | None = None,
        preview: str | None = None,
        addresses: FileAddresses = AT_THE_CMS,
    ) -> None:
        self.published = published
        self.site = site
        self.site_document = site_document
        self.locale = locale or site.default_locale
        self.is_locale_asked = locale is not None
        self.now = now
        self.ahead = ahead
        self.by_clock = by_clock
        self.day = day
        self.preview = preview
        self.addresses = addresses
        self._preview_mark = preview_mark(preview)
        self.entities: dict[str, PublishedItem | None] = {}
        self.vocabularies: dict[str, dict[str, dict[str, str]]] = {}
        self.found: dict[tuple[str, str], Any] = {}
        self._once: dict[str, asyncio.Future[Any]] = {}
        self._loads: dict[str, asyncio.Future[None]] = {}
        self._chains: dict[tuple[Any, ...], list[str]] = {}
        self._channels: dict[str, str] = {}
        self._labels: dict[tuple[int, str], str] = {}
        self._views: dict[tuple[str, Selection], Any] = {}
        self._words: dict[str, dict[str, str]] | None = None
        self._texts: dict[int, ShownText] = {}
        self._others: list[ReadContext] = []

    def in_locale(self, locale: str) -> "ReadContext":
        """The same site at the same moment, read in this language."""
        if locale == self.locale:
            return self
        options = {"by_clock": self.by_clock, "day": self.day, "preview": self.preview, "addresses": self.addresses}
        other = ReadContext(self.published, self.site, self.site_document, locale, self.now, self.ahead, **options)
        other.is_locale_asked = self.is_locale_asked
        self._others.append(other)
        return other

    def forget(self) -> None:
        """Once nobody needs it: entries and views know it as it knows them, and would wait, with all documents, for a
        walk of Python's garbage collector."""
        for other in self._others:
            other.forget()
        for known in (self.entities, self._views, self._texts, self._once, self._loads):
            known.clear()

    # -- loading ------------------------------------------------------------------------------------------------

    async def prepare(self, targets: list[Target]) -> None:
        """Loads everything that building the targets will look up: one query per level of references."""
        while targets:
            wanted: list[WantedItem] = []
            batches: dict[str, list[Target]] = {}
            for place, (entry, selection) in enumerate(targets):
                if place % AT_A_TIME == 0:
                    await let_others_go_on()
                if (projection := projections.get(entry.type)) is None:
                    continue
                plan = projection.plan(selection)
                plan.walk(entry, wanted)
                for name in plan.loads:
                    batches.setdefault(name, []).append((entry, selection))
            steps: list[Awaitable[list[Target]]] = [loaders[name](self, batch) for name, batch in batches.items()]
            if absent := self._not_in_memory(id for id, _selection in wanted):
                steps.append(self._load(absent))
            found = await _all(steps)
            targets = _distinct(self._known(wanted) + [target for more in found for target in more])

    async def look_up(self, wanted: list[WantedItem]) -> None:
        """Loads these items, and everything that is selected of them."""
        await self.load(id for id, _selection in wanted)
        await self.prepare(_distinct(self._known(wanted)))

    def _known(self, wanted: list[WantedItem]) -> list[Target]:
        """Those of them that may be read here, and of which anything is selected."""
        return [(known, below) for id, below in wanted if below.fields and (known := self.entities.get(id))]

    async def load(self, ids: Iterable[str]) -> None:
        """Each id is asked for once; fields that are resolved at the same time wait for each other's questions."""
        if absent := self._not_in_memory(ids):
            await self._load(absent)

    def _not_in_memory(self, ids: Iterable[str]) -> list[str]:
        """Those that have to be waited for. Whoever waits for several things at once makes a task of each, which costs
        more than all that lies in memory."""
        absent = [id for id in dict.fromkeys(ids) if id not in self.entities]
        if known := self.published.known(id for id in absent if id not in self._loads):
            self.entities |= {id: self.entry(document) if document else None for id, document in known.items()}
            absent = [id for id in absent if id not in known]
        return absent

    async def _load(self, absent: list[str]) -> list[Target]:
        unasked = [id for id in absent if id not in self._loads]
        if unasked:
            self._loads.update(dict.fromkeys(unasked, asyncio.ensure_future(self._fetch(unasked))))
        for load in {self._loads[id] for id in absent}:
            await asyncio.shield(load)
        return []

    async def _fetch(self, ids: list[str]) -> None:
        documents = await self.published.by_ids(ids)
        self.entities |= dict.fromkeys(ids)
        self.note(documents)

    def note(self, documents: Iterable[Document]) -> list[PublishedItem]:
        """Takes whole documents in that a loader has found; the entries of those that may be read here."""
        entries = {document["_id"]: self.entry(document) for document in documents}
        self.entities |= entries
        return [entry for entry in entries.values() if entry]

    async def once(self, name: str, work: Callable[[], Awaitable[T]]) -> T:
        """The result of `work`, done once however many fields ask for it at the same time."""
        if name not in self._once:
            self._once[name] = asyncio.ensure_future(work())
        return await asyncio.shield(self._once[name])

    # -- building -----------------------------------------------------------------------------------------------

    def channel(self, type: str) -> str:
        known = self._channels.get(type)
        if known is None:
            known = self._channels[type] = channel(registry[type], self.site.key, self.locale)
        return known

    def listed(self, type: str) -> Condition:
        """Holds of the items of a type that this site lists in this language now."""
        return all_of(in_channel(type, self.channel(type)), self.not_hidden(type))

    def not_hidden(self, type: str) -> Condition:
        """By this lists leave out what the clock hides, so that pages are full and counts are right."""
        self.changes_with(type)
        by_clock = not_hidden(self.channel(type), self.now) if self.by_clock else EVERYTHING
        dated_by = registry[type].delivery.dated_by
        is_dated = self.day and dated_by
        return all_of(by_clock, not_(between(f"keys.{dated_by}", above=self.day)) if is_dated else EVERYTHING)

    def changes_with(self, type: str) -> None:
        """The answer holds for no longer than what this site lists of a type: be it shown or filtered by the clock."""
        changes_at(self.ahead.next_of(type, self.channel(type)))

    def is_to_come(self, document: Document) -> bool:
        """Whether it is dated after the day that a preview is of."""
        dated_by = registry[document["type"]].delivery.dated_by
        return bool(self.day and dated_by and document.get("keys", {}).get(dated_by, "") > self.day)

    def locales_of(self, document: Document) -> Collection[str]:
        """The languages of an item that may be seen now; few have a schedule."""
        stamps = document["locales"]
        if not self.by_clock or "hidden" not in document:
            return stamps
        changes_at(next_visibility_change(stamps, self.now))
        return shown_locales(stamps, self.now)

    def entry(self, document: Document) -> PublishedItem | None:
        """None where the item may not be read on this site in this language."""
        type = document["type"]
        if self.channel(type) not in document["channels"] or (self.day and self.is_to_come(document)):
            return None
        chain = self._chain(registry[type].library, self.locales_of(document))
        return PublishedItem(document, self._data(document), chain, self) if chain else None

    def fields(self, plan: Plan, type: type[ContentType]) -> list[str]:
        """What to read of items for a plan: its fields, and what this site shows differently."""
        return [*plan.fields, f"overrides.{self.site.key}"] if type.overridable else plan.fields

    def overrides(self, document: Document) -> dict[str, Any]:
        """{role: value} of what this site shows differently of an item."""
        found = document.get("overrides")
        return found.get(self.site.key, {}) if found else {}

    def _data(self, document: Document) -> dict[str, Any]:
        data, override = document.get("data") or {}, self.overrides(document)
        return overlaid(registry[document["type"]], data, override) if override else data

    def _chain(self, library: bool, published: Iterable[str]) -> list[str]:
        """The languages to read in: a site has few combinations of them and a page has many items."""
        key = (library, *published)
        known = self._chains.get(key)
        if known is None:
            rest = key[1:] if library else ()
            known = self._chains[key] = fallback_chain(self.locale, (*self.site.fallback_order, *rest), key[1:])
        return known

    def entry_of(self, id: str) -> PublishedItem | None:
        return self.entities.get(id)

    def view(self, id: str, selection: Selection) -> Any:
        """The object of an item that was loaded, the same one wherever it is shown; None where there is none."""
        if (entry := self.entities.get(id)) is None:
            return None
        key = (id, selection)
        if (known := self._views.get(key)) is None:
            projection = projections.get(entry.type)
            known = self._views[key] = projection.plan(selection).build(entry) if projection else None
        return known

    async def built(self, documents: Sequence[Document], selection: Selection) -> list[Any]:
        """The objects of those items that may be read here, with all that is selected of them."""
        return await self.built_of([entry for document in documents if (entry := self.entry(document))], selection)

    async def built_of(self, entries: Sequence[PublishedItem], selection: Selection) -> list[Any]:
        """The same of entries."""
        await self.prepare([(entry, selection) for entry in entries])
        await let_others_go_on()
        return [projections[entry.type].plan(selection).build(entry) for entry in entries]

    async def built_one(self, document: Document, selection: Selection) -> Any:
        """The same for one that was asked for itself; None where it may not be read here.

        Raises IncompleteDraft for the draft of a preview that lacks something.
        """
        if document.get("lacks"):
            raise incomplete(document)
        return next(iter(await self.built([document], selection)), None)

    def is_shown(self, document: Document) -> bool:
        """Whether the item may be read here, and is of a type that visitors read; of sites it is this one."""
        is_other_site = document["type"] == SITE and document["_id"] != self.site_document["_id"]
        return document["type"] in projections and not is_other_site and self.entry(document) is not None

    # -- what resolvers ask for -------------------------------------------------------------------------------------

    def id_of(self, item: str, part: str = "") -> str:
        """The opaque id of an item, or of a part of it, as it is read here. That of the site also tells whether a
        language was asked for: without one, `Site.route` takes it from the path."""
        is_site = item == self.site_document["_id"]
        locale = self.locale if self.is_locale_asked or not is_site else ""
        return opaque_id(self.site.key, locale, self._preview_mark, item, part)

    def term_label(self, vocabulary: str, slug: str) -> str | None:
        labels = self.vocabularies.get(vocabulary, {}).get(slug)
        if labels is None:
            return None
        chain = (self.locale, *self.site.fallback_order, *labels)
        return next((labels[locale] for locale in chain if locale in labels), slug)

    def label(self, choice: Labels, key: str) -> str:
        """A fixed choice in the reader's language: as the site calls it, else as we do, else in English."""
        # choices are declared, and so live as long as the program: their ids stay their own
        known = self._labels.get((id(choice), key))
        if known is None:
            known = self._labels[id(choice), key] = self._label(choice, key)
        return known

    def _label(self, choice: Labels, key: str) -> str:
        if self._words is None:
            entries = self.site_document["data"].get("labels", ())
            self._words = {one["word"]: one.get("text") or {} for one in entries}
        own = self._words.get(word_of(choice, key), {})
        return in_locale(own, self.locale) or label(choice, key, self.locale)

    def country_label(self, code: str) -> str:
        """As the vocabulary of countries says in the reader's language, else as the language's own locale data does."""
        labels = self.vocabularies.get("countries", {}).get(code.lower(), {})
        return in_locale(labels, self.locale) or country_name(code, self.locale)

    def url_of_entry(self, entry: PublishedItem, locale: str | None = None) -> str | None:
        """The path of an item on this site, with the language in front unless it is the site's default one."""
        slug = entry.document["slugs"].get(locale or entry.chain[0])
        path = None if slug is None else registry[entry.document["type"]].delivery.path(slug)
        return None if path is None else self.localized_path(path, locale or self.locale)

    def localized_path(self, path: str, locale: str) -> str:
        return localized_path(self.site, path, locale)

    def absolute(self, path: str | None) -> str | None:
        """A path on the site as a whole address; None where the site has no domain."""
        return None if path is None else absolute_address(self.site_document["data"], path)

    def url_of(self, id: str) -> str | None:
        """Of an item or file that was loaded; None where it may not be read here or has no address."""
        entry = self.entry_of(id)
        if entry is None:
            return None
        if registry[entry.type].holds_file:
            return self.addresses.link(id, entry.data["filename"], preview=self.preview)
        return self.url_of_entry(entry)

    def content_url(self, file: PublishedItem, width: int | None = None) -> str:
        """The immutable address of a file's bytes, or of a rendition of an image; in a preview the draft's link."""
        if self.preview is not None:
            return self.addresses.link(file.id, file.data["filename"], width, self.preview)
        return self.addresses.content(file_record(file.id, file.data), width, file.derived.get(COPIED, ()))

    def title_of(self, id: str) -> str | None:
        entry = self.entry_of(id)
        if entry is None:
            return None
        titles = registry[entry.document["type"]].titles.of(entry.data)
        return next((titles[locale] for locale in (*entry.chain, "") if titles.get(locale)), None)

    def shown(self, document: dict[str, Any]) -> ShownText:
        """A text of an item, the same object wherever it is shown."""
        if id(document) not in self._texts:
            # it keeps the document, so that its id stays its own
            self._texts[id(document)] = ShownText(document, self._text_address)
        return self._texts[id(document)]

    def _text_address(self, kind: richtext.Kind, id: str) -> richtext.Address | None:
        entry, url = self.entry_of(id), self.url_of(id)
        if entry is None or url is None:
            return None
        data = entry.data
        alt, source = entry.text("alt", fallback=True) or "", self._picture(entry) if kind == "file" else ""
        return richtext.Address(url, alt, data.get("width"), data.get("height"), source)

    def _picture(self, entry: PublishedItem) -> str:
        return self.content_url(entry) if registry[entry.type].holds_file else ""


def incomplete(document: Document) -> IncompleteDraft:
    """The error for a draft that a preview cannot show yet."""
    return IncompleteDraft(
        [Problem(name, "REQUIRED", "Fill this in to see the preview.") for name in document["lacks"]]
    )


async def _all(steps: list[Awaitable[list[Target]]]) -> list[list[Target]]:
    return [await step for step in steps] if len(steps) < 2 else list(await asyncio.gather(*steps))


def _distinct(targets: list[Target]) -> list[Target]:
    return list({(entry.id, selection): (entry, selection) for entry, selection in targets}.values())
