"""Finds published files for those who download them."""

from datetime import datetime

from cms.files.record import FileRecord, file_record
from cms.items.addresses import LIBRARY
from cms.items.visibility import not_hidden
from storage.conditions import Condition, all_of, equal
from storage.published import Published

FIELDS = ("data", "type")


async def find_file(published: Published, id: str, now: datetime) -> FileRecord | None:
    """The published file with this id, which the clock lets be read. Raises Unavailable."""
    document = await published.find_one(all_of(_file(id), not_hidden(LIBRARY, now)), FIELDS)
    return file_record(id, document["data"]) if document else None


async def owning_site(published: Published, id: str) -> str:
    """The key of the site that a published file belongs to."""
    document = await published.find_one(_file(id), ("site",))
    return document["site"] if document else ""


def _file(id: str) -> Condition:
    return equal({"_id": id, "type": "FileAsset"})
