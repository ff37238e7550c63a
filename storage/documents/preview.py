"""Leave to see drafts."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Preview(Stored):
    """Leave to see the drafts of one site, for those who have its address; deleted when it expires or is revoked.
    `moment`: as of when, None for now."""

    site: str
    by: str
    created: datetime
    expires: datetime
    moment: datetime | None = None

    class Settings:
        name = "previews"
        indexes = [IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0)]
