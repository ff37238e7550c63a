"""A release: items that go live, or away, at one moment."""

from datetime import datetime

from pydantic import BaseModel
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class ReleaseEntry(BaseModel):
    """`action` is "publish" or "unpublish". `version`: the one that goes live, pinned when the release is scheduled;
    None for the present one. `even_if_used`: it goes away though something live refers to it."""

    item: str
    locales: list[str]
    action: str = "publish"
    version: int | None = None
    even_if_used: bool = False


class ReleaseProblem(BaseModel):
    """What stopped it, as `cms.kernel.errors.Problem`."""

    item: str | None
    field: str
    code: str
    message: str
    locale: str | None


class Release(Stored):
    """State: draft, scheduled for `scheduled_for`, published, or failed when that moment came, and then `problems` says
    why. It belongs to `site`, in whose time it is scheduled; its items may be of other sites. `left`: ids of what its
    items refer to and that was to stay unpublished when it was scheduled."""

    name: str
    site: str
    state: str = "draft"
    entries: list[ReleaseEntry] = []
    left: list[str] = []
    problems: list[ReleaseProblem] = []
    scheduled_for: datetime | None = None
    scheduled_by: str | None = None
    published_at: datetime | None = None
    published_by: str | None = None
    created_at: datetime
    created_by: str
    modified_at: datetime
    modified_by: str

    class Settings:
        name = "releases"
        indexes = [
            newest_by("site", "modified_at"),
            IndexModel([("modified_at", DESCENDING), ("_id", DESCENDING)], name="modified"),
            IndexModel([("entries.item", ASCENDING), ("modified_at", DESCENDING), ("_id", DESCENDING)], name="item"),
        ]
