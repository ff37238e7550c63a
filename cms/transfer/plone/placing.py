"""What every object that is taken over from Plone needs: where it goes, what was written there before, and how it is
written now. A dry run writes into memory instead, and asks the same questions."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cms.access.actor import Actor
from cms.content.sites import SiteRules, rules_of
from cms.content_types import registry
from cms.files.actions.replace_bytes import replace_bytes
from cms.items.actions.create_item import create_item, new_draft
from cms.items.actions.update_item import update_item
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from cms.transfer.judge import OnConflict
from cms.transfer.plone.following import Following, Place, Values, cleaned, follow, key_of, memory_of, nested, values_at
from cms.transfer.plone.planned import PlannedItems, PlannedObjects
from cms.transfer.report import Verdict
from storage.documents import ImportedObject, Item, Publication

MAX_SLUGS = 50
ORIGIN = "plone:"
BYTES: Place = ("sha256", None)


@dataclass(frozen=True, slots=True)
class Known:
    """`name` of an object: its UID, or that with "#image" for its picture; `home`: the name of the object under which
    all its translations are one item; `locale` of its text. `item`: what it became before, None for a new one; `record`
    of what the last import wrote, None where there is none. `is_untouched`: nobody but imports has changed the
    draft."""

    name: str
    home: str
    locale: str
    item: Item | None = None
    record: ImportedObject | None = None
    is_untouched: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an object. `fields`: those that were changed; `kept`: what did not follow Plone; `known`: what was
    there before."""

    known: Known
    item: Item
    verdict: Verdict
    fields: Sequence[str] = ()
    kept: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Placing:
    """`files` and `items`: {UID: id here} of what links may lead to; `homes`: {UID of a text: the UID under which its
    item is known}."""

    services: Services
    actor: Actor
    site: SiteRules
    blobs: Path | None = None
    dry_run: bool = False
    on_conflict: OnConflict = "skip"
    files: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    planned: dict[str, str] = field(default_factory=dict)
    """{origin: id} of what a dry run would create."""

    @property
    def default_locale(self) -> str:
        return self.site.default_locale

    def origin(self, name: str) -> str:
        """Under which the item of this site is known that an object became."""
        return f"{ORIGIN}{self.site.key}:{name}"

    async def known(self, name: str, home: str, locale: str) -> Known:
        """Raises NotFound for what was thrown away here."""
        record = await self.services.repository.imported_objects.get(self.site.key, name)
        item = await self.services.repository.items.get(record.item) if record else None
        if item is None:
            record, item = None, await self._by_origin(home)
        if item and item.deleted_at:
            raise NotFound("It lies in the recycle bin here: restore it or delete it for good.")
        if item is None:
            return Known(name, home, locale)
        written = await self.services.repository.imported_objects.last_version(item.id)
        return Known(name, home, locale, item, record, written == item.version)

    async def _by_origin(self, name: str) -> Item | None:
        """Imports once kept origins without the site."""
        items = self.services.repository.items
        if id := self.planned.get(self.origin(name)):
            return await items.get(id)
        found = await items.by_origin(self.origin(name)) or await items.by_origin(ORIGIN + name)
        return found if found and found.site == self.site.key else None

    async def put(
        self,
        type: str,
        known: Known,
        values: Values,
        slugs: Mapping[str, str],
        facts: Mapping[str, Any] | None = None,
    ) -> Placed:
        """Of `values`, what may follow Plone. Raises what the actions raise, and Invalid for what differs here where
        the import is to fail then."""
        wanted = cleaned(registry[type], values)
        whole = {**wanted, BYTES: facts["sha256"]} if facts else wanted
        if known.item is None:
            placed = Placed(known, await self._create(type, known.home, nested(wanted), slugs, facts), Verdict.NEW)
        else:
            placed = await self._change(known, known.item, whole, slugs, facts)
        await self._remember(placed, whole)
        return placed

    async def _change(
        self, known: Known, item: Item, wanted: Values, slugs: Mapping[str, str], facts: Mapping[str, Any] | None
    ) -> Placed:
        following = self._following(values_at(item.data, wanted), wanted, known.record)
        new_slugs = {locale: slug for locale, slug in slugs.items() if locale not in item.slugs}
        changed = await self._write(item, following.changes, new_slugs, facts)
        fields: list[str] = sorted([*map(key_of, following.changes), *(["slugs"] if new_slugs else [])])
        verdict = Verdict.CHANGED if fields else Verdict.KEPT if following.kept else Verdict.SAME
        verdict = Verdict.NEW if is_new(known) else verdict
        return Placed(known, changed, verdict, fields, following.kept)

    def _following(self, stored: Values, wanted: Values, record: ImportedObject | None) -> Following:
        found = follow(stored, wanted, record.fields if record else None)
        if found.kept and self.on_conflict == "fail":
            raise Invalid(found.kept)
        if self.on_conflict != "update":
            return found
        return Following({place: value for place, value in wanted.items() if stored[place] != value}, [])

    async def _write(
        self, item: Item, changes: Values, slugs: Mapping[str, str], facts: Mapping[str, Any] | None
    ) -> Item:
        """In the places of `changes`; texts of other languages stay."""
        fields = _whole_fields(item, {place: value for place, value in changes.items() if place != BYTES})
        if self.dry_run:
            new_facts = dict(facts or {}) if BYTES in changes else {}
            data = _without_empty({**item.data, **fields, **new_facts})
            return self._plan(item.model_copy(update={"data": data, "slugs": {**slugs, **item.slugs}}))
        if fields or slugs:

            async def update(wanted: Mapping[str, str]) -> Item:
                return await update_item(self.services, self.actor, item.id, item.version, fields, wanted or None)

            item = await _at_free_address(slugs, update)
        return await replace_bytes(self.services, self.actor, item.id, dict(facts or {})) if BYTES in changes else item

    async def _create(
        self, type: str, home: str, data: dict[str, Any], slugs: Mapping[str, str], facts: Mapping[str, Any] | None
    ) -> Item:
        given: dict[str, Any] = {"type": type, "site": self.site.key, "data": data, "facts": facts}
        given["origin"] = self.origin(home)
        if self.dry_run:
            item = self._plan(new_draft(self.services, self.actor, slugs=slugs or None, **given))
            self.planned[self.origin(home)] = item.id
            return item

        async def create(wanted: Mapping[str, str]) -> Item:
            return await create_item(self.services, self.actor, slugs=wanted or None, **given)

        return await _at_free_address(slugs, create)

    def _plan(self, item: Item) -> Item:
        items = self.services.repository.items
        assert isinstance(items, PlannedItems)
        return items.plan(item)

    async def _remember(self, placed: Placed, wanted: Values) -> None:
        known, item = placed.known, placed.item
        before = known.record
        fields = memory_of(values_at(item.data, wanted), placed.kept, before.fields if before else None)
        unknown = Publication() if is_new(known) else None
        version = item.version if known.is_untouched else 0
        if before and not (known.is_untouched and placed.fields):
            version = before.version
        record = ImportedObject(
            site=self.site.key,
            item=item.id,
            locale=known.locale,
            version=version,
            fields={**(before.fields if before else {}), **fields},
            publication=before.publication if before else unknown,
            at=self.services.clock(),
        )
        if before is None or record.model_dump(exclude={"id", "at"}) != before.model_dump(exclude={"id", "at"}):
            await self.services.repository.imported_objects.put(record, known.name)


def is_new(known: Known) -> bool:
    """Whether nothing of an object is here, in its language: translations come to an item that may be there."""
    if known.item is None or known.record:
        return known.item is None
    if registry[known.item.type].holds_file:
        return known.name != known.home
    return not registry[known.item.type].titles.of(known.item.data).get(known.locale)


def _whole_fields(item: Item, changes: Values) -> dict[str, Any]:
    """{field: its new value, texts of other languages among it}; None empties one."""
    fields: dict[str, Any] = {}
    for (name, locale), value in changes.items():
        fields[name] = {**(fields.get(name) or item.data.get(name) or {}), locale: value} if locale else value
    return fields


def _without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    """As an action stores it."""
    texts = {
        name: {locale: text for locale, text in value.items() if text is not None} if isinstance(value, dict) else value
        for name, value in data.items()
    }
    return {name: value for name, value in texts.items() if value not in (None, {})}


async def _at_free_address(slugs: Mapping[str, str], write: Callable[[Mapping[str, str]], Awaitable[Item]]) -> Item:
    """With a number behind slugs that are taken."""
    for number in range(1, MAX_SLUGS):
        try:
            return await write({locale: slug if number == 1 else f"{slug}-{number}" for locale, slug in slugs.items()})
        except Invalid as error:
            if not slugs or {one.code for one in error.problems} != {"TAKEN"}:
                raise
    return await write({locale: f"{slug}-{MAX_SLUGS}" for locale, slug in slugs.items()})


async def open_placing(
    services: Services, actor: Actor, site: str, blobs: Path | None, *, dry_run: bool, on_conflict: OnConflict = "skip"
) -> Placing:
    """Raises NotFound for a site that is not published."""
    data = await services.repository.published.data_of_site(site, None)
    if data is None:
        raise NotFound(f"There is no published site {site}; publish it first.")
    if dry_run:
        planned = services.repository.with_parts(items=PlannedItems(), imported_objects=PlannedObjects())
        services = replace(services, repository=planned)
    return Placing(services, actor, rules_of(data), blobs, dry_run, on_conflict)
