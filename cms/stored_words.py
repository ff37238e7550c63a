"""Migration: the words by which items are found and sorted, written anew where letters become something else, or
another version of CLDR orders them."""

from typing import Any

from cms.actions.note_listing import words_of_item
from cms.content_types import registry
from cms.rules.collation import CLDR
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.rewriting import rewrite_each

REVISION = 1
"""Of `cms/rules/letters.json` and of how words are made with it."""


async def _apply(mongo: Mongo) -> None:
    await rewrite_each(mongo, "items", ("type", "data", "title_words", "title_key", "title_order"), _words)


def _words(item: dict[str, Any]) -> dict[str, Any]:
    kind = registry.get(item["type"])
    return words_of_item(kind, item.get("data") or {}) if kind else {}


STORED_WORDS = Migration(f"0002 words of items, revision {REVISION}, ICU {CLDR}", _apply)
