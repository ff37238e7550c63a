"""Uses of a term on their way to another term."""

from datetime import datetime

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored


class TermMove(Stored):
    """All uses of the term `old` of a vocabulary become uses of `new`. `action`: merge_terms or rename_term; `by`: the
    person under whose name each item is changed. State: moving, then done; `moved` counts items, `total` those there
    were in the beginning. What is done is kept: texts of the history may still use the old term."""

    vocabulary: str
    old: str
    new: str
    action: str
    by: str
    at: datetime
    state: str = "moving"
    total: int = 0
    moved: int = 0
    finished_at: datetime | None = None

    class Settings:
        name = "term_moves"
        indexes = [
            IndexModel([("vocabulary", ASCENDING), ("old", ASCENDING), ("at", DESCENDING)], name="old"),
            IndexModel([("at", DESCENDING), ("_id", DESCENDING)], name="newest"),
        ]
