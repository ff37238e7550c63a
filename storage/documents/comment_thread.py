"""A conversation about an item."""

from datetime import datetime

from pydantic import BaseModel, Field
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by
from storage.ids import new_id


class Comment(BaseModel):
    """What one person said. `mentions`: the ids of people who are asked to look. `deleted_at`: its text is gone, and
    it stays because there are answers to it."""

    id: str = Field(default_factory=new_id)
    by: str
    at: datetime
    text: str
    mentions: list[str] = []
    edited_at: datetime | None = None
    deleted_at: datetime | None = None


class CommentThread(Stored):
    """A comment on an item and the answers to it. `field`: dotted path with element ids, "" for the item as a whole;
    `locale`: None for all languages. `mentioned`: all whom a comment of it mentions. `turn` counts its changes."""

    item: str
    field: str = ""
    locale: str | None = None
    at: datetime
    comments: list[Comment]
    mentioned: list[str] = []
    resolved_at: datetime | None = None
    resolved_by: str | None = None
    turn: int = 0

    class Settings:
        name = "comments"
        indexes = [
            newest_by("item", "at"),
            IndexModel([("comments.id", ASCENDING)], name="comment"),
            IndexModel(
                [("mentioned", ASCENDING), ("resolved_at", ASCENDING), ("at", DESCENDING), ("_id", DESCENDING)],
                name="mentioned_newest",
            ),
        ]
