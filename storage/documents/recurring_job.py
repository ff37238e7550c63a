"""When a recurring job is due, and which worker is at it."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class RecurringJob(Stored):
    """`_id` is the job's name. `error` is that of its last run, None after one that went well."""

    due_at: datetime
    leased_by: str | None = None
    leased_until: datetime | None = None
    finished_at: datetime | None = None
    error: str | None = None

    class Settings:
        name = "recurring_jobs"
        indexes = [IndexModel([("due_at", ASCENDING)], name="due")]
