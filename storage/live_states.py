"""Migration: a text that visitors see a version of is not private. Lists find it among what is live, and every language
that something is written in."""

from typing import Any

from storage.documents.item import Item, LocaleState
from storage.migrations import Migration
from storage.mongo import Mongo

READ = {"states": 1, "slugs": 1, "translation": 1, "stages": 1}


async def _apply(mongo: Mongo) -> None:
    """Each only as it was read: a process of the version before may be at work beside this one."""
    items = mongo.db["items"]
    async for document in items.find({}, READ):
        states = _published(document["states"])
        kept = {name: document.get(name, []) for name in ("slugs", "translation")}
        stages = Item.model_construct(states=states, **kept).stages_now()
        if stages != document.get("stages"):
            as_read = {"_id": document["_id"], "states": document["states"]}
            changes = {f"states.{locale}.state": one.state for locale, one in states.items()}
            await items.update_one(as_read, {"$set": {**changes, "stages": stages}})


def _published(states: dict[str, Any]) -> dict[str, LocaleState]:
    read = {locale: LocaleState.model_validate(one) for locale, one in states.items()}
    live_drafts = [one for one in read.values() if one.state == "private" and one.version is not None]
    for one in live_drafts:
        one.state = "published"
    return read


LIVE_STATES = Migration("0004 what is live is published", _apply)
