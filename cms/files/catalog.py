"""Finds published files for those who download them."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from cms.files.public_address import COPIED
from cms.files.record import FileRecord, file_record
from cms.items.addresses import LIBRARY
from cms.items.visibility import not_hidden
from storage.conditions import Condition, all_of, between, equal
from storage.keyset import Order
from storage.published import Published

FIELDS = ("data", "type")
BATCH = 200
BY_ID = Order("_id", descending=False, is_unique=True)


async def find_file(published: Published, id: str, now: datetime) -> FileRecord | None:
    """The published file with this id, which the clock lets be read. Raises Unavailable."""
    document = await published.find_one(all_of(_file(id), not_hidden(LIBRARY, now)), FIELDS)
    return file_record(id, document["data"]) if document else None


async def find_live(published: Published, id: str, now: datetime) -> tuple[FileRecord | None, tuple[str, ...]]:
    """The same, with what the mark at the live file says is copied (`cms.files.public_address.COPIED`)."""
    document = await published.find_one(_file(id), (*FIELDS, "derived"))
    if document is None:
        return None, ()
    is_shown = await find_file(published, id, now) is not None
    return (file_record(id, document["data"]) if is_shown else None), _copied(document)


async def live_files(published: Published, now: datetime) -> AsyncIterator[tuple[str, FileRecord, tuple[str, ...]]]:
    """All published files that the clock lets be read, by id, as `find_live` gives them."""
    after = ""
    wanted = all_of(equal({"type": "FileAsset"}), not_hidden(LIBRARY, now))
    while batch := await published.find(
        all_of(wanted, between("_id", above=after)), fields=(*FIELDS, "derived"), order=BY_ID, limit=BATCH
    ):
        for document in batch:
            after = document["_id"]
            yield after, file_record(after, document["data"]), _copied(document)


def _copied(document: dict[str, Any]) -> tuple[str, ...]:
    return tuple((document.get("derived") or {}).get(COPIED, ()))


async def owning_site(published: Published, id: str) -> str:
    """The key of the site that a published file belongs to."""
    document = await published.find_one(_file(id), ("site",))
    return document["site"] if document else ""


def _file(id: str) -> Condition:
    return equal({"_id": id, "type": "FileAsset"})
