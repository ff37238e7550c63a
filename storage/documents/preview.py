"""Leave to see drafts."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class Preview(Stored):
    """Leave to see the drafts of one site, for those who have its address; deleted when it expires or is revoked. It
    begins in `locale` at `path`, where `item` is shown if it was made for one. `moment`: as of when, None for all
    drafts as if they were published now."""

    site: str
    locale: str = ""
    path: str = "/"
    item: str | None = None
    by: str
    created: datetime
    expires: datetime
    moment: datetime | None = None

    class Settings:
        name = "previews"
        indexes = [
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
            newest_by("site", "created"),
        ]
