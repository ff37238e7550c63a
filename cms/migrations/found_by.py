"""Migration: what items are found by besides their data, for what was published or drafted before."""

from typing import Any

from cms.content_types import registry
from storage.conditions import any_of
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.rewriting import rewrite_each

COLLECTIONS = ("published", "drafts")


async def _apply(mongo: Mongo) -> None:
    concerned = any_of("type", [name for name, kind in registry.items() if kind.delivery.referring])
    for collection in COLLECTIONS:
        await rewrite_each(mongo, collection, concerned, ("type", "data", "found_by"), _found_by)


def _found_by(document: dict[str, Any]) -> dict[str, Any]:
    return {"found_by": registry[document["type"]].found_by(document.get("data") or {})}


FOUND_BY = Migration("0006 people of editions", _apply)
