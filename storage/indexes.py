"""Indexes that reads and uniqueness rest on. Those of the delivery world follow from how content types are listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.mongo import Mongo, vendor_errors


@dataclass(frozen=True, slots=True)
class Listing:
    """How items of one type are listed: the keys they are sorted by, the default one first; the stored paths that lists
    are narrowed by; and those of them that only ask for True, which is rare."""

    sorts: Sequence[str]
    filters: Sequence[str] = ()
    flags: Sequence[str] = ()


def _own() -> dict[str, list[IndexModel]]:
    return {
        "items": [
            IndexModel(
                [("addresses", ASCENDING)],
                name="addresses",
                unique=True,
                partialFilterExpression={"addresses": {"$gt": ""}},  # an empty list counts as a value otherwise
            ),
            IndexModel(
                [("origin", ASCENDING)],
                name="origin",
                unique=True,
                partialFilterExpression={"origin": {"$type": "string"}},
            ),
            IndexModel(
                [("type", ASCENDING), ("site", ASCENDING), ("modified_at", DESCENDING)], name="type_site_modified"
            ),
            _newest_by("type", "modified_at"),
            _newest_by("site", "modified_at"),
            _newest_by("shared", "modified_at"),
            _newest_by("stages", "modified_at"),
            _newest_by("title_words", "modified_at"),
            IndexModel([("modified_at", DESCENDING), ("_id", DESCENDING)], name="modified"),
            IndexModel(
                [("deleted_at", DESCENDING), ("_id", DESCENDING)],
                name="deleted",
                partialFilterExpression={"deleted_at": {"$type": "date"}},
            ),
        ],
        "versions": [IndexModel([("item", ASCENDING), ("version", DESCENDING)], name="item_version", unique=True)],
        "audit": [
            IndexModel([("item", ASCENDING), ("at", DESCENDING)], name="item_at"),
            IndexModel([("by", ASCENDING), ("at", DESCENDING)], name="by_at"),
            _newest_by("site", "at"),
            IndexModel([("at", DESCENDING), ("_id", DESCENDING)], name="at"),
        ],
        "outbox": [IndexModel([("state", ASCENDING), ("due_at", ASCENDING), ("_id", ASCENDING)], name="due")],
        "references": [
            IndexModel([("source", ASCENDING), ("world", ASCENDING)], name="source"),
            IndexModel([("target", ASCENDING), ("world", ASCENDING)], name="target"),
        ],
        "redirects": [IndexModel([("item", ASCENDING)], name="item")],
        "accounts": [IndexModel([("email", ASCENDING)], name="email", unique=True)],
        "previews": [IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0)],
        "published": _of_snapshots(),
        "drafts": _of_snapshots(),
    }


def _of_snapshots() -> list[IndexModel]:
    return [
        IndexModel([("addresses", ASCENDING)], name="addresses", sparse=True),
        IndexModel([("sites", ASCENDING), ("_id", ASCENDING)], name="sites_by_id"),
        _of_type("Site", "data.key"),
        _of_type("Menu", "site"),
        _of_type("Vocabulary", "data.key"),
        _of_type("NewsItem", "derived.summarises"),
        _of_type("Organisation", "derived.member_of"),
    ]


def _newest_by(path: str, time: str) -> IndexModel:
    """Serves lists for editors: narrowed by one path, newest first, by keyset."""
    keys = [(path, ASCENDING), (time, DESCENDING), ("_id", DESCENDING)]
    return IndexModel(keys, name=f"{path}_newest")


def _of_type(type: str, path: str) -> IndexModel:
    return IndexModel([(path, ASCENDING)], name=f"{type}_{path}", partialFilterExpression={"type": type})


def sort_index(type: str, key: str) -> IndexModel:
    """Serves every list of one type in one order, in both directions, by keyset."""
    keys = [("channels", ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_by_{key}", partialFilterExpression={"type": type})


def filter_index(type: str, path: str, key: str) -> IndexModel:
    """Serves lists narrowed to few items by one field: without it all the others would be walked through."""
    keys = [(path, ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_{path}_by_{key}", partialFilterExpression={"type": type})


def flag_index(type: str, path: str, key: str) -> IndexModel:
    """The same for a field that is true for few, and holds only those."""
    keys = [(path, ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_{path}_by_{key}", partialFilterExpression={"type": type, path: True})


def listing_indexes(type: str, listing: Listing) -> list[IndexModel]:
    default = next(iter(listing.sorts), "")
    return [
        *(sort_index(type, key) for key in listing.sorts),
        *(filter_index(type, path, default) for path in listing.filters),
        *(flag_index(type, path, default) for path in listing.flags),
    ]


def all_indexes(listings: Mapping[str, Listing]) -> dict[str, list[IndexModel]]:
    """{collection: indexes}; `listings` is {content type: how it is listed}."""
    indexes = _own()
    for type, listing in listings.items():
        indexes["published"] += listing_indexes(type, listing)
        indexes["drafts"] += listing_indexes(type, listing)
    return indexes


async def apply_indexes(mongo: Mongo, listings: Mapping[str, Listing]) -> None:
    """Creates what is missing; what exists already costs one round trip per collection."""
    with vendor_errors():
        for collection, models in all_indexes(listings).items():
            await mongo.db[collection].create_indexes(models)


async def missing_indexes(mongo: Mongo, listings: Mapping[str, Listing]) -> list[str]:
    """Names such as "items.addresses", for `cms doctor`."""
    absent: list[str] = []
    with vendor_errors():
        for collection, models in all_indexes(listings).items():
            present = await mongo.db[collection].index_information()
            absent += [f"{collection}.{m.document['name']}" for m in models if m.document["name"] not in present]
    return absent
