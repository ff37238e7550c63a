"""A ticket for one upload, which is there before the bytes are."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored

PARTS_PREFIX = "upload-parts/"


class Upload(Stored):
    """Leave to put `byte_size` bytes under `key`, or in parts, until `expires`. `sha256`: what they are to be, where it
    was said.

    `facts` is what the CMS found out of the bytes (`cms.files.facts`), once they were looked at; `refused` is {code,
    message} where they were not taken; `item` the one that they became, after which the ticket is used up.

    `application`: the one of an applicant that the file belongs to; it answers `question`, and `accept` are the media
    types that are taken.
    """

    by: str
    site: str
    filename: str
    byte_size: int
    sha256: str | None = None
    created_at: datetime
    expires: datetime
    facts: dict[str, Any] | None = None
    refused: dict[str, str] | None = None
    item: str | None = None
    application: str | None = None
    question: str | None = None
    accept: list[str] = []

    @property
    def key(self) -> str:
        return f"uploads/{self.id}"

    @property
    def parts_prefix(self) -> str:
        """Of the keys of its parts. Not below `key`: some servers take no object and folder of one name."""
        return f"{PARTS_PREFIX}{self.id}/"

    class Settings:
        name = "uploads"
        indexes = [
            IndexModel([("by", ASCENDING), ("expires", ASCENDING)], name="by_expires"),
            IndexModel([("expires", ASCENDING)], name="expires"),
            IndexModel([("facts.sha256", ASCENDING)], name="sha256", sparse=True),
        ]
