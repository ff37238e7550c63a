"""What the last import from another CMS wrote."""

from datetime import datetime

from pydantic import BaseModel
from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Publication(BaseModel):
    """Whether a text is public, from when (None: already), and until when (None: without an end)."""

    is_public: bool = False
    effective: datetime | None = None
    expires: datetime | None = None


class ImportedObject(Stored):
    """An object of another CMS, as the last import into a site left it here. `_id` is "<site>/<name of the object>".

    `item`: what it became, in the language `locale`; `version`: of that item as the import wrote it, over nobody's
    changes. `fields`: {a field such as "title/cs" or "tags": digest of its value, "" for none, "?" where nobody knows
    what an import wrote}; `publication`: what the import left, None where nobody knows.
    """

    site: str
    item: str
    locale: str
    version: int
    fields: dict[str, str] = {}
    publication: Publication | None = None
    at: datetime

    class Settings:
        name = "imported_objects"
        indexes = [IndexModel([("item", ASCENDING)], name="item")]
