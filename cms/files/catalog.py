"""Finds published files for those who download them."""

from cms.files.record import FileRecord, file_record
from storage.published import Published

FIELDS = ("data", "type")


async def find_file(published: Published, id: str) -> FileRecord | None:
    """The published file with this id. Raises Unavailable."""
    document = await published.find_one({"_id": id, "type": "FileAsset"}, FIELDS)
    return file_record(id, document["data"]) if document else None


async def owning_site(published: Published, id: str) -> str:
    """The key of the site that a published file belongs to."""
    document = await published.find_one({"_id": id, "type": "FileAsset"}, ("site",))
    return document["site"] if document else ""
