"""An image or a file of Plone as a file here."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from cms.actions.replace_bytes import replace_bytes
from cms.errors import Problem
from cms.files.facts import file_facts
from cms.files.store_bytes import StoredFile, inspect_bytes, store_bytes
from cms.plone.placing import PUBLISHED, Placing
from cms.plone.plone_object import FILE, IMAGE, PloneFile, PloneObject
from cms.transfer.refusal import refused
from cms.transfer.report import Entry, Verdict
from storage.documents import Item

TYPE = "FileAsset"
LONGEST_ALT, LONGEST_TAG, MOST_TAGS = 300, 60, 20


async def place_file(placing: Placing, one: PloneObject) -> Entry:
    """Of the object's own bytes. Raises what the actions raise."""
    if one.file is None:
        raise refused("NO_BYTES", "The object has no file.", "file")
    alt = one.description or one.title if one.type == IMAGE else ""
    tags = [tag[:LONGEST_TAG] for tag in one.subjects[:MOST_TAGS]]
    return await _place(placing, one, one.file, one.origin, alt, tags)


async def place_lead_image(
    placing: Placing, one: PloneObject, file: PloneFile, origin: str
) -> tuple[str | None, Entry]:
    """(id, None where nothing is written yet; what became of it) of the picture of a news item."""
    entry = await _place(placing, one, file, origin, one.caption or one.title, [])
    item = await placing.known(origin)
    return item.id if item else None, entry


async def _place(placing: Placing, one: PloneObject, file: PloneFile, origin: str, alt: str, tags: list[str]) -> Entry:
    stored = await _stored(placing, file)
    locale = one.locale or placing.default_locale
    data: dict[str, Any] = {"filename": stored.filename, **({"tags": tags} if tags else {})}
    if stored.mime.startswith("image/") and alt:
        data["alt"] = {locale: alt[:LONGEST_ALT]}
    facts = file_facts(stored)
    before = await placing.known(origin)
    item, verdict, fields = await placing.put(TYPE, origin, data, {}, facts)
    if before and before.data.get("sha256") != stored.sha256:
        verdict, fields = Verdict.CHANGED, [*fields, "sha256"]
        if not placing.dry_run:
            item = await replace_bytes(placing.desk, placing.actor, before.id, facts)
    problems = await _published(placing, item, one, locale)
    if item and origin == one.origin:
        placing.files[one.uid] = item.id
    return Entry(item.id if item else origin, TYPE, file.filename, verdict, fields, problems)


async def _published(placing: Placing, item: Item | None, one: PloneObject, locale: str) -> list[Any]:
    """In Plone files mostly have no state of their own and are public."""
    is_public = one.type in (IMAGE, FILE) and one.state in (None, PUBLISHED)
    if item is None or placing.dry_run or not (is_public or one.state == PUBLISHED):
        return []
    return await placing.publish(item, locale)


async def _stored(placing: Placing, file: PloneFile) -> StoredFile:
    content = await asyncio.to_thread(file.content, placing.blobs)
    if not placing.dry_run:
        return await store_bytes(placing.desk.store, content, file.filename)
    return await inspect_bytes(_once(content), filename=file.filename)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def describe_lead_image(placing: Placing, one: PloneObject, origin: str, locale: str) -> list[Problem]:
    """Words in the language of a translation for the picture that all translations share, where there are none yet."""
    image = await placing.known(origin)
    alt = (one.caption or one.title)[:LONGEST_ALT]
    if image is None or not alt or not image.data.get("mime", "").startswith("image/"):
        return []
    if not (image.data.get("alt") or {}).get(locale):
        image, _verdict, _fields = await placing.put(TYPE, origin, {"alt": {locale: alt}}, {})
    return await placing.publish(image, locale) if image and one.state == PUBLISHED else []
