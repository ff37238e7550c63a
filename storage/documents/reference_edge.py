"""The reference index."""

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class ReferenceEdge(Stored):
    """One reference from an item's field to another item, in the draft or in the live world."""

    source: str
    target: str
    at: str
    world: str

    class Settings:
        name = "references"
        indexes = [
            IndexModel([("source", ASCENDING), ("world", ASCENDING)], name="source"),
            IndexModel([("target", ASCENDING), ("world", ASCENDING)], name="target"),
        ]
