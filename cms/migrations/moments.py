"""Migration: the moments at which the clock changes what lists show, for what was published or drafted before."""

from typing import Any

from cms.items.moments import moments_of
from storage.conditions import EVERYTHING
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.rewriting import rewrite_each


async def _apply(mongo: Mongo) -> None:
    for collection in ("published", "drafts"):
        await rewrite_each(mongo, collection, EVERYTHING, ("locales", "derived", "moments"), _moments)


def _moments(document: dict[str, Any]) -> dict[str, Any]:
    return {"moments": moments_of(document)}


MOMENTS = Migration("0008 moments of the clock", _apply)
