"""Indexes that reads and uniqueness rest on. Those of the delivery world follow from the content types' sorts."""

from collections.abc import Mapping, Sequence

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.mongo import Mongo, vendor_errors


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
        ],
        "versions": [IndexModel([("item", ASCENDING), ("version", DESCENDING)], name="item_version", unique=True)],
        "audit": [
            IndexModel([("item", ASCENDING), ("at", DESCENDING)], name="item_at"),
            IndexModel([("by", ASCENDING), ("at", DESCENDING)], name="by_at"),
        ],
        "outbox": [IndexModel([("state", ASCENDING), ("due_at", ASCENDING), ("_id", ASCENDING)], name="due")],
        "references": [
            IndexModel([("source", ASCENDING), ("world", ASCENDING)], name="source"),
            IndexModel([("target", ASCENDING), ("world", ASCENDING)], name="target"),
        ],
        "redirects": [IndexModel([("item", ASCENDING)], name="item")],
        "accounts": [IndexModel([("email", ASCENDING)], name="email", unique=True)],
        "published": [
            IndexModel([("addresses", ASCENDING)], name="addresses", sparse=True),
            IndexModel([("sites", ASCENDING)], name="sites"),
            _of_type("Site", "data.key"),
            _of_type("Menu", "site"),
            _of_type("Vocabulary", "data.key"),
            _of_type("NewsItem", "derived.summarises"),
            _of_type("Organisation", "derived.member_of"),
            _of_type("Edition", "data.series"),
        ],
    }


def _of_type(type: str, path: str) -> IndexModel:
    return IndexModel([(path, ASCENDING)], name=f"{type}_{path}", partialFilterExpression={"type": type})


def sort_index(type: str, key: str) -> IndexModel:
    """Serves every list of one type in one order, in both directions, by keyset."""
    keys = [("channels", ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_by_{key}", partialFilterExpression={"type": type})


def filter_index(type: str, path: str, key: str) -> IndexModel:
    """Serves lists narrowed to few items by one field."""
    keys = [(path, ASCENDING), (f"keys.{key}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"{type}_{path}_by_{key}", partialFilterExpression={"type": type})


def all_indexes(sorts: Mapping[str, Sequence[str]]) -> dict[str, list[IndexModel]]:
    """{collection: indexes}; `sorts` is {content type: its sort keys}."""
    indexes = _own()
    indexes["published"] += [sort_index(type, key) for type, keys in sorts.items() for key in keys]
    return indexes


async def apply_indexes(mongo: Mongo, sorts: Mapping[str, Sequence[str]]) -> None:
    """Creates what is missing; what exists already costs one round trip per collection."""
    with vendor_errors():
        for collection, models in all_indexes(sorts).items():
            await mongo.db[collection].create_indexes(models)


async def missing_indexes(mongo: Mongo, sorts: Mapping[str, Sequence[str]]) -> list[str]:
    """Names such as "items.addresses", for `cms doctor`."""
    absent: list[str] = []
    with vendor_errors():
        for collection, models in all_indexes(sorts).items():
            present = await mongo.db[collection].index_information()
            absent += [f"{collection}.{m.document['name']}" for m in models if m.document["name"] not in present]
    return absent
