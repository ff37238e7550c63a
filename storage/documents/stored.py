"""What all stored documents are made of."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from beanie import Document
from pydantic import Field
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.ids import new_id


def now() -> datetime:
    return datetime.now(UTC)


class Stored(Document):
    """A document with a string for an id, which Beanie declares to be an ObjectId."""

    if TYPE_CHECKING:
        id: Any = None
    else:
        id: str = Field(default_factory=new_id)


def newest_by(path: str, time: str) -> IndexModel:
    """Serves lists for editors: narrowed by one path, newest first, by keyset."""
    keys = [(path, ASCENDING), (time, DESCENDING), ("_id", DESCENDING)]
    return IndexModel(keys, name=f"{path}_newest")
