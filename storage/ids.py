"""Ids of items and of every other document: 24 hex digits that grow with time."""

from datetime import datetime

from bson import ObjectId
from bson.errors import InvalidId


def new_id() -> str:
    return str(ObjectId())


def made_at(id: str) -> datetime | None:
    """When an id was made, to the second; None for what is no id."""
    try:
        return ObjectId(id).generation_time
    except InvalidId:
        return None
