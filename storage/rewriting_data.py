"""Rewrites what items hold, wherever it lies, for migrations."""

from collections.abc import Callable
from typing import Any

from storage.mongo import Mongo
from storage.prepared_texts import MARK, without_prepared_texts

Data = dict[str, Any]


async def rewrite_items(mongo: Mongo, rewrite: Callable[[Data], Data]) -> None:
    """The data of each item as it is edited, previewed and live. Of its versions only the present one: changes that
    start from it are compared with it. `rewrite` answers the same object where nothing changes."""
    for name in ("items", "drafts", "published"):
        collection = mongo.db[name]
        async for document in collection.find({}, {"data": 1, "version": 1}):
            data = without_prepared_texts(document.get("data") or {})  # of another text it would tell another's words
            if (new := rewrite(data)) is data:
                continue
            # a process of the release before may write meanwhile: then its text stays
            known = {"_id": document["_id"], "version": document.get("version")}
            await collection.update_one(known, {"$set": {"data": new}, "$unset": {MARK: ""}})
            if name == "items":
                version = {"item": document["_id"], "version": document["version"]}
                await mongo.db["versions"].update_one(version, {"$set": {"data": new}})
