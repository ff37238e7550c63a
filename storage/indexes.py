"""Indexes that reads and uniqueness rest on. Those of the delivery world follow from how content types are listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pymongo import ASCENDING, IndexModel

from storage.documents import DOCUMENTS
from storage.live_changes import COLLECTION as LIVE_CHANGES
from storage.mongo import Mongo, vendor_errors
from storage.prepared_texts import MARK

CHANGES_KEPT_SECONDS = 3_600
"""Those that keep answers follow them by the log of MongoDB, not by these documents: they are only to be seen."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How items of one type are listed: the keys they are sorted by, the default one first; the stored paths that lists
    are narrowed by; those of them that only ask for True, which is rare; and those by which the CMS itself finds."""

    sorts: Sequence[str]
    filters: Sequence[str] = ()
    flags: Sequence[str] = ()
    looked_up_by: Sequence[str] = ()


def _own() -> dict[str, list[IndexModel]]:
    """Those that the documents declare, and those of the delivery world."""
    settings: list[Any] = [getattr(kind, "Settings") for kind in DOCUMENTS]  # noqa: B009  Beanie's base has none
    declared = {one.name: list(one.indexes) for one in settings}
    gone = IndexModel([("at", ASCENDING)], name="at", expireAfterSeconds=CHANGES_KEPT_SECONDS)
    live = [*_of_snapshots(), _by_preparation()]
    return {**declared, "published": live, "drafts": _of_snapshots(), LIVE_CHANGES: [gone]}


def _of_snapshots() -> list[IndexModel]:
    return [
        IndexModel([("addresses", ASCENDING)], name="addresses", sparse=True),
        IndexModel([("sites", ASCENDING), ("_id", ASCENDING)], name="sites_by_id"),
        IndexModel([("moments", ASCENDING)], name="moments"),
        # one for the lists of all types, sites and languages: each is a path of its own
        IndexModel([("orders.$**", ASCENDING)], name="orders"),
    ]


def _by_preparation() -> IndexModel:
    """Serves the search for those whose texts are to be prepared: most often there are none among all."""
    return IndexModel([(MARK, ASCENDING)], name=MARK)


def _of_type(type: str, path: str) -> IndexModel:
    return IndexModel([(path, ASCENDING)], name=f"{type}_{path}", partialFilterExpression={"type": type})


def sort_index(type: str, key: str) -> IndexModel:
    """Serves every list of one type in one order, in both directions, by keyset."""
    keys = [("channels", ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_by_{key}", partialFilterExpression={"type": type})


def filter_index(type: str, path: str, key: str) -> IndexModel:
    """Serves lists narrowed to few items by one field: without it all the others would be walked through."""
    by_key = [(f"keys.{key}", ASCENDING)] if key else []
    keys = [(path, ASCENDING), *by_key, ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_{path}_by_{key or 'id'}", partialFilterExpression={"type": type})


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
        *(_of_type(type, path) for path in listing.looked_up_by),
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
            if models:
                await mongo.db[collection].create_indexes(models)


async def missing_indexes(mongo: Mongo, listings: Mapping[str, Listing]) -> list[str]:
    """Names such as "items.addresses", for `cms doctor`."""
    absent: list[str] = []
    with vendor_errors():
        for collection, models in all_indexes(listings).items():
            present = await mongo.db[collection].index_information()
            absent += [f"{collection}.{m.document['name']}" for m in models if m.document["name"] not in present]
    return absent
