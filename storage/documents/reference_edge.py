"""The reference index."""

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class ReferenceEdge(Stored):
    """One reference from an item's field to another item, in the draft or in the live world. `part`: of what belongs
    to the item, "" for the item itself or the id of an override. A term is referred to by `term_target`."""

    source: str
    target: str
    at: str
    world: str
    part: str = ""

    class Settings:
        name = "references"
        indexes = [
            IndexModel([("source", ASCENDING), ("world", ASCENDING), ("part", ASCENDING)], name="source_part"),
            IndexModel([("target", ASCENDING), ("world", ASCENDING)], name="target"),
        ]


def term_target(vocabulary: str, slug: str) -> str:
    """What stands for a term in the index; no item has such an id."""
    return f"{vocabulary}/{slug}"
