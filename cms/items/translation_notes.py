"""Keeps in an item what its texts were made from, in the transaction that writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cms.content.sites import known_sites
from cms.content_types.content_type import ContentType
from cms.items.translation.marks import Write, marks_after, source_locale
from cms.items.translation.state import Drafted, words_for_lists
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.made_from import MadeFrom
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the texts of a write come from. `seen`: (data, version) that the writer had before their eyes, None for
    what is written; `earlier`: what texts that come back with it were made from; `copied`: {locale: paths} of texts
    that it copies from the source language."""

    seen: tuple[dict[str, Any], int] | None = None
    earlier: Sequence[MadeFrom] = ()
    copied: Mapping[str, Sequence[str]] = field(default_factory=dict)


WRITTEN = Provenance()


async def note_translations(
    services: Services,
    kind: type[ContentType],
    item: Item,
    before: dict[str, Any],
    session: Session,
    provenance: Provenance = WRITTEN,
) -> None:
    """Of `item`, which has its new data and version already and was `before`."""
    present = item.source_locale
    default = None if present else await _default_locale(services, item.site, session)
    source = source_locale(kind, item.data, present, default)
    known = item.made_from
    if source and source != present:
        known = first_marks(kind, source, before, item.version - 1)
    item.source_locale = source
    item.made_from = _marks(kind, item, source, before, known, provenance) if source else []
    note_standing(kind, item)
    await keep_versions(services, item, known, session)


def note_standing(kind: type[ContentType], item: Item) -> None:
    """For lists."""
    item.translation = words_for_lists(drafted(kind, item))


def drafted(kind: type[ContentType], item: Item) -> Drafted:
    return Drafted(kind, item.data, item.slugs, item.source_locale, item.made_from)


def _marks(
    kind: type[ContentType],
    item: Item,
    source: str,
    before: dict[str, Any],
    known: Sequence[MadeFrom],
    provenance: Provenance,
) -> list[MadeFrom]:
    seen, seen_version = provenance.seen or (item.data, item.version)
    write = Write(
        kind=kind,
        source=source,
        before=before,
        after=item.data,
        version=item.version,
        known=known,
        seen=seen,
        seen_version=seen_version,
        earlier=provenance.earlier,
        copied=provenance.copied,
    )
    return marks_after(write)


def first_marks(kind: type[ContentType], source: str, data: dict[str, Any], version: int) -> list[MadeFrom]:
    """Where nothing is known yet of what texts were made from, they count as made from the text there is."""
    return marks_after(Write(kind, source, {}, data, version, (), data, version))


async def _default_locale(services: Services, site: str, session: Session) -> str | None:
    found = await known_sites(services.repository, [site], session)
    return found[0].default_locale if found else None


async def keep_versions(services: Services, item: Item, known: Sequence[MadeFrom], session: Session) -> None:
    """An autosave that the history no longer shows stays, once something was made from it."""
    held = {mark.version for mark in known} | {item.version}
    for version in sorted({mark.version for mark in item.made_from} - held):
        await services.repository.history.keep(item.id, version, session)
