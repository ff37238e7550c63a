"""What one reviewer says of one application."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class ApplicationReview(Stored):
    """`conflict`: None until it is declared, True recuses the reviewer. `scores`: {criterion key: points};
    `private_note` is for the reviewer alone. `submitted_at`: since when the scores count."""

    application: str
    call: str
    reviewer: str
    conflict: bool | None = None
    conflict_note: str = ""
    scores: dict[str, int] = {}
    comment: str = ""
    private_note: str = ""
    submitted_at: datetime | None = None
    modified_at: datetime

    class Settings:
        name = "application_reviews"
        indexes = [
            IndexModel([("application", ASCENDING), ("reviewer", ASCENDING)], name="application_reviewer", unique=True),
            IndexModel([("reviewer", ASCENDING), ("call", ASCENDING)], name="reviewer_call"),
            IndexModel([("call", ASCENDING)], name="call"),
        ]
