"""An image or a file of Plone as a file here."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from cms.files.facts import file_facts
from cms.files.store_bytes import StoredFile, inspect_bytes, store_bytes
from cms.kernel.errors import Invalid, Problem
from cms.transfer.plone.containers import PUBLISHED
from cms.transfer.plone.following import Place
from cms.transfer.plone.outcome import verdict_of
from cms.transfer.plone.placing import Known, Placed, Placing
from cms.transfer.plone.plone_file import PloneFile
from cms.transfer.plone.plone_object import IMAGE, PloneObject
from cms.transfer.plone.publication import HIDDEN, follow_publication, publication_conflict, wanted_publication
from cms.transfer.refusal import refused
from cms.transfer.report import Entry, Verdict
from storage.documents import Publication

TYPE = "FileAsset"
PICTURE = "#image"
LONGEST_ALT, LONGEST_TAG, MAX_TAGS = 300, 60, 20


async def place_file(placing: Placing, one: PloneObject, state: str, words: str) -> Entry:
    """`state`: its own or that of its container; "" where the export does not say: then only those who sign in may open
    it. `words`: what a text says of the picture. Raises what the actions raise."""
    if one.file is None:
        raise refused("NO_BYTES", "The object has no file.", "file")
    publication = wanted_publication(one, state or PUBLISHED, placing.services.clock()) or HIDDEN
    known = await placing.known(one.uid, one.uid, one.locale or placing.default_locale)
    if placing.on_conflict == "fail" and (conflict := publication_conflict(placing, known, publication)):
        raise Invalid([conflict])
    tags = [tag[:LONGEST_TAG] for tag in one.subjects[:MAX_TAGS]]
    values: dict[Place, Any] = {("tags", None): tags or None}
    values["visibility", None] = None if state == PUBLISHED else "protected"
    placed = await _put(placing, known, one.file, values, _alt(one, words))
    placing.files[one.uid] = placed.item.id
    followed = await follow_publication(placing, placed, publication)
    problems = [*one.problems, *placed.kept, *followed.problems, *([] if state else _doubt())]
    changed = [*placed.fields, *(["publication"] if followed.is_changed else [])]
    verdict = verdict_of(placed, changed, problems)
    fields = changed if verdict == Verdict.CHANGED else []
    return Entry(placed.item.id, TYPE, one.file.filename, verdict, fields, problems)


def _alt(one: PloneObject, words: str) -> str:
    """A title that is the name of the file says nothing: then what a text says of the picture."""
    if one.type != IMAGE or one.description:
        return one.description if one.type == IMAGE else ""
    names = {one.id.casefold(), one.file.filename.casefold() if one.file else ""}
    return words if one.title.casefold() in names else one.title


def _doubt() -> list[Problem]:
    message = "The export does not say whether its folder is public: only those who sign in may open it."
    return [Problem("visibility", "FOLDER_UNKNOWN", message)]


async def place_lead_image(
    placing: Placing, one: PloneObject, file: PloneFile, locale: str, publication: Publication | None
) -> tuple[str, list[Problem]]:
    """(id, what is wrong with it) of the picture of a news item, which is as public as that."""
    known = await _known_picture(placing, one.uid, one.uid, locale)
    placed = await _put(placing, known, file, {}, one.caption or one.title)
    followed = await follow_publication(placing, placed, publication) if publication else None
    found = [*placed.kept, *(followed.problems if followed else ())]
    return placed.item.id, [Problem("image", each.code, each.message, each.locale) for each in found]


async def take_lead_image_away(placing: Placing, one: PloneObject, locale: str) -> list[Problem]:
    """The news item has none any more."""
    known = await _known_picture(placing, one.uid, one.uid, locale)
    if known.item is None:
        return []
    followed = await follow_publication(placing, Placed(known, known.item, Verdict.SAME), HIDDEN)
    return [Problem("image", each.code, each.message, each.locale) for each in followed.problems]


async def describe_lead_image(
    placing: Placing, one: PloneObject, home: str, locale: str, publication: Publication | None
) -> list[Problem]:
    """Words in the language of a translation for the picture that all translations share."""
    known = await _known_picture(placing, one.uid, home, locale)
    alt = (one.caption or one.title)[:LONGEST_ALT]
    if known.item is None or not alt or not known.item.data.get("mime", "").startswith("image/"):
        return []
    placed = await placing.put(TYPE, known, {("alt", locale): alt}, {})
    followed = await follow_publication(placing, placed, publication) if publication else None
    return list(followed.problems) if followed else []


async def _known_picture(placing: Placing, uid: str, home: str, locale: str) -> Known:
    return await placing.known(f"{uid}{PICTURE}", f"{home}{PICTURE}", locale)


async def _put(placing: Placing, known: Known, file: PloneFile, values: dict[Place, Any], alt: str) -> Placed:
    stored = await _stored(placing, file)
    whole: dict[Place, Any] = {("filename", None): stored.filename, **values}
    if stored.mime.startswith("image/") and alt:
        whole["alt", known.locale] = alt[:LONGEST_ALT]
    return await placing.put(TYPE, known, whole, {}, file_facts(stored))


async def _stored(placing: Placing, file: PloneFile) -> StoredFile:
    content = await asyncio.to_thread(file.content, placing.blobs)
    if not placing.dry_run:
        return await store_bytes(placing.services.store, content, file.filename)
    return await inspect_bytes(_once(content), filename=file.filename)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
