"""Says of each item of an archive what would become of it, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Literal

from cms.access.actor import Actor
from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.content_types.overriding import override_part
from cms.items.addresses import LIBRARY, draft_addresses
from cms.items.checks import reference_problems
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.kernel.services import Services
from cms.transfer.clean_item import Facts, cleaned_item
from cms.transfer.export_site import RIGHT, hashes_of
from cms.transfer.open_archive import Archive
from cms.transfer.portable import PortableItem
from cms.transfer.read_items import read_items
from cms.transfer.refusal import refused
from cms.transfer.report import Entry, Verdict
from storage.documents import Item

OnConflict = Literal["fail", "skip", "update"]


@dataclass(frozen=True, slots=True)
class Judged:
    """`item` as it would be written; `over`: the version of the stored one that it takes the place of."""

    item: PortableItem
    entry: Entry
    over: int | None = None

    @property
    def hashes(self) -> set[str]:
        return hashes_of(self.item)


@dataclass(slots=True)
class Index:
    """What is known of a whole archive before its items are judged: ids, types, addresses and origins alone."""

    types: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    live_sites: set[str] = field(default_factory=set)

    def add(self, item: PortableItem) -> None:
        """Raises Invalid for an id that comes twice."""
        if item.id in self.types:
            raise refused("REPEATED_ID", f"Two items of the archive have the id {item.id}.")
        self.types[item.id] = item.type
        kind = registry[item.type]
        for address in addresses_of(kind, item):
            self.addresses.setdefault(address, item.id)
        if item.origin:
            self.origins.setdefault(item.origin, item.id)
        if item.type == "Site" and item.live and isinstance(item.live.data.get("key"), str):
            self.live_sites.add(item.live.data["key"])


async def indexed(archive: Archive) -> Index:
    """Raises Invalid."""
    index, counts = Index(), Counter[str]()
    async with aclosing(archive.batches()) as batches:
        async for batch in batches:
            for item in batch:
                index.add(item)
                counts[item.type] += 1
    if dict(counts) != archive.counts:
        raise refused("INCOMPLETE", "The archive does not hold as many items as its manifest says.")
    return index


@dataclass(frozen=True, slots=True)
class Judge:
    services: Services
    actor: Actor
    archive: Archive
    index: Index
    facts: Facts
    on_conflict: OnConflict
    sites: frozenset[str]
    """Keys of the sites that are published here."""

    async def judge(self, batch: Sequence[PortableItem]) -> list[Judged]:
        """Raises Unavailable."""
        content, ids = self.services.repository.site_content, [item.id for item in batch]
        stored = await content.items(ids)
        present = {one.id: one for one in await read_items(self.services, ids, self.archive.site)}
        known = {**await content.types(self._referred(batch)), **self.index.types}
        taken = await self._taken(batch)
        return [self._judged(item, stored.get(item.id), present.get(item.id), known, taken) for item in batch]

    def _judged(
        self,
        item: PortableItem,
        stored: Item | None,
        present: PortableItem | None,
        known: Mapping[str, str],
        taken: Mapping[str, str],
    ) -> Judged:
        kind = registry[item.type]
        try:
            clean = cleaned_item(item, self.facts)
        except Invalid as error:
            return Judged(item, _entry(kind, item, Verdict.REFUSED, problems=error.problems))
        problems = [
            *_stored_problems(clean, stored),
            *self._reference_problems(kind, clean, known),
            *self._place_problems(kind, clean, taken),
        ]
        verdict, fields = self._verdict(clean, present)
        if verdict in (Verdict.NEW, Verdict.CHANGED):
            problems += self._right_problems(kind, clean)
        if problems:
            return Judged(clean, _entry(kind, clean, Verdict.REFUSED, fields, problems))
        if verdict == Verdict.CHANGED and self.on_conflict == "skip":
            verdict = Verdict.KEPT
        if verdict == Verdict.CHANGED and self.on_conflict == "fail":
            message = "There is an item with this id and another content; choose to skip such items or to update them."
            return Judged(clean, _entry(kind, clean, Verdict.REFUSED, fields, [Problem("", "OTHER_CONTENT", message)]))
        return Judged(clean, _entry(kind, clean, verdict, fields), stored.version if stored else None)

    def _verdict(self, item: PortableItem, present: PortableItem | None) -> tuple[Verdict, list[str]]:
        if present is None:
            return Verdict.NEW, []
        ours, theirs = present.content(), item.content()
        fields = sorted(_differing(ours, theirs))
        return (Verdict.CHANGED if fields else Verdict.SAME), fields

    def _reference_problems(
        self, kind: type[ContentType], item: PortableItem, known: Mapping[str, str]
    ) -> list[Problem]:
        found = []
        for data in (item.data, *([item.live.data] if item.live else [])):
            found += reference_problems(kind, data, known, self.archive.missing)
        if item.overrides:
            part = override_part(kind)
            for one in item.overrides:
                for data in (one.data, one.live or {}):
                    found += reference_problems(part, data, known, self.archive.missing)
        return list(dict.fromkeys(found))

    def _referred(self, batch: Sequence[PortableItem]) -> list[str]:
        """What they refer to outside the archive."""
        found = set[str]()
        for item in batch:
            kind = registry[item.type]
            texts = [(kind, item.data), *([(kind, item.live.data)] if item.live else [])]
            if kind.overridable:
                texts += [(override_part(kind), one) for each in item.overrides for one in (each.data, each.live or {})]
            for type, data in texts:
                found |= _ids_in(type, data)
        return sorted(found - self.index.types.keys())

    def _place_problems(
        self, kind: type[ContentType], item: PortableItem, taken: Mapping[str, str]
    ) -> Iterable[Problem]:
        for address in addresses_of(kind, item):
            owner = taken.get(address, self.index.addresses.get(address, item.id))
            if owner != item.id:
                text = f"Another item ({owner}) has the address {address[:200]}, or people are led to it from there."
                yield Problem("slugs", "TAKEN", text)
        if item.origin and taken.get(f"origin {item.origin}", self.index.origins[item.origin]) != item.id:
            yield Problem("origin", "TAKEN", "Another item came from the same place.")
        if item.live and not kind.library:
            for site in sorted({item.site, *item.shared} - self.sites - self.index.live_sites):
                yield Problem("site", "UNKNOWN_SITE", f"There is no published site {site}, here or in the archive.")

    def _right_problems(self, kind: type[ContentType], item: PortableItem) -> Iterable[Problem]:
        led_from = {one.address.partition("/")[0] for one in item.redirects} - {LIBRARY}
        places = {item.site, *(one.site for one in item.overrides)} | led_from
        for site in sorted(places):
            try:
                self.actor.require(RIGHT, site, kind.guard)
            except NotPermitted as error:
                yield Problem("site", error.code, str(error))

    async def _taken(self, batch: Sequence[PortableItem]) -> dict[str, str]:
        """{address, or "origin " and an origin: the item here that has it}"""
        content = self.services.repository.site_content
        addresses = [one for item in batch for one in addresses_of(registry[item.type], item)]
        owners = {one: item.id for item in await content.at_addresses(addresses) for one in item.addresses}
        led = {one.id: one.item for one in await self.services.repository.redirects.at(addresses)}
        owners = {address: owner for address, owner in led.items() if owner not in self.index.types} | owners
        origins = await content.of_origins([item.origin for item in batch if item.origin])
        return owners | {f"origin {item.origin}": item.id for item in origins}


def addresses_of(kind: type[ContentType], item: PortableItem) -> list[str]:
    """What no other item may have. Of data that was not cleaned yet, whatever it holds."""
    try:
        keys = kind.unique_keys(item.data, item.site)
    except (AttributeError, TypeError):
        keys = []
    return [*draft_addresses(kind, [item.site, *item.shared], item.slugs), *keys]


def _stored_problems(item: PortableItem, stored: Item | None) -> Iterable[Problem]:
    if stored is None:
        return
    if (stored.type, stored.site) != (item.type, item.site):
        message = f"The id belongs to another item here: a {stored.type} of the site {stored.site}."
        yield Problem("id", "OTHER_ITEM", message)
    elif stored.deleted_at is not None:
        yield Problem(
            "id", "IN_RECYCLE_BIN", "The item lies in the recycle bin here: restore it or delete it for good."
        )


def _differing(ours: dict[str, Any], theirs: dict[str, Any]) -> set[str]:
    """Names of fields for the draft, "live", "slugs" and so on for the rest."""
    data = ours["data"].keys() | theirs["data"].keys()
    fields = {name for name in data if ours["data"].get(name) != theirs["data"].get(name)}
    return fields | {name for name in ours.keys() - {"data"} if ours[name] != theirs[name]}


def _ids_in(kind: type[Any], data: dict[str, Any]) -> set[str]:
    try:
        return {id for leaf in kind.leaves(data, "") for id in leaf.field.value_references(leaf.value)}
    except (AttributeError, TypeError, KeyError):  # not cleaned yet: refused when it is
        return set()


def _entry(
    kind: type[ContentType],
    item: PortableItem,
    verdict: Verdict,
    fields: Sequence[str] = (),
    problems: Sequence[Problem] = (),
) -> Entry:
    titles = kind.titles.of(item.data)
    title = next((text for text in titles.values() if isinstance(text, str) and text), "")
    return Entry(item.id, item.type, title, verdict, fields, problems)
