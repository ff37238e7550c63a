"""Finds published files for those who download them."""

from cms.files.record import FileRecord
from storage.published import Published

FIELDS = ("data", "type")


async def find_file(published: Published, id: str) -> FileRecord | None:
    """The published file with this id. Raises Unavailable."""
    document = await published.find_one({"_id": id, "type": "FileAsset"}, FIELDS)
    if document is None:
        return None
    data = document["data"]
    return FileRecord(
        id=id,
        filename=data["filename"],
        mime=data["mime"],
        bytes=data["byte_size"],
        sha256=data["sha256"],
        visibility=data.get("visibility") or "public",
    )


async def owning_site(published: Published, id: str) -> str:
    """The key of the site that a published file belongs to."""
    document = await published.find_one({"_id": id, "type": "FileAsset"}, ("site",))
    return document["site"] if document else ""
