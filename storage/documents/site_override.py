"""What one site shows differently of an item."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored


class SiteOverride(Stored):
    """`_id` is `override_id(item, site)`. `data` is the draft, {role: value}; `live` what visitors of the site see,
    None for the original, and `live_version` the version that it was. Versions lie beside those of items, under this
    id."""

    item: str
    type: str
    site: str
    version: int = 1
    data: dict[str, Any] = {}
    live: dict[str, Any] | None = None
    live_version: int | None = None
    published_at: datetime | None = None
    modified_at: datetime
    modified_by: str

    class Settings:
        name = "site_overrides"
        indexes = [
            IndexModel([("item", ASCENDING), ("site", ASCENDING)], name="item_site", unique=True),
            IndexModel([("site", ASCENDING), ("modified_at", DESCENDING), ("_id", DESCENDING)], name="site_newest"),
            *(
                IndexModel(
                    [("site", ASCENDING), (f"{world}.order", ASCENDING)],
                    name=f"{world}_order",
                    partialFilterExpression={f"{world}.order": {"$type": "number"}},
                )
                for world in ("data", "live")
            ),
        ]


def override_id(item: str, site: str) -> str:
    return f"{item}@{site}"
