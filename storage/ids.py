"""Ids of items and of every other document: 24 hex digits that grow with time."""

from bson import ObjectId


def new_id() -> str:
    return str(ObjectId())
