"""Migrations: the words by which items are found, and the keys of what is ordered by words.

They are written anew where letters become something else, or another version of CLDR orders them: keys of two versions
must not stand in one list.
"""

from typing import Any

from cms.content.rules.collation import CLDR
from cms.content.sites import rules_of
from cms.content_types import registry
from cms.content_types.word_order import FIELDS, orders_of
from cms.items.listed_fields import words_of_item
from storage.conditions import EVERYTHING, any_of
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.published import Published
from storage.rewriting import drop_indexes, rewrite_each

REVISION = 1
"""Of `cms/content/rules/letters.json` and of how words are made with it."""
ORDERED = 2
"""Of which types are ordered by words: 2 has series."""
REPLACED = (
    "Page_by_title",
    "Person_by_name",
    "Organisation_by_name",
    "PresentationFile_by_title",
    "PresentationFile_data.edition_by_title",
)
"""Indexes on the lower-case titles that were kept before."""


async def _note_words(mongo: Mongo) -> None:
    await rewrite_each(mongo, "items", EVERYTHING, ("type", "data", "title_words", "title_key", "title_order"), _words)


def _words(item: dict[str, Any]) -> dict[str, Any]:
    kind = registry.get(item["type"])
    return words_of_item(kind, item.get("data") or {}) if kind else {}


async def _note_orders(mongo: Mongo) -> None:
    sites = {one["key"]: rules_of(one) for one in await Published(mongo).data_of_sites(None)}

    def orders(document: dict[str, Any]) -> dict[str, Any]:
        shown_on = sites if registry[document["type"]].library else document["sites"]
        return {"orders": orders_of(document, [sites[key] for key in shown_on if key in sites])}

    ordered = any_of("type", [name for name, kind in registry.items() if kind.delivery.by_words])
    for collection in ("published", "drafts"):
        await rewrite_each(mongo, collection, ordered, FIELDS, orders)
        await drop_indexes(mongo, collection, REPLACED)


STORED_WORDS = Migration(f"0002 words of items, revision {REVISION}, ICU {CLDR}", _note_words)
STORED_ORDERS = Migration(f"0005 orders of lists, revision {ORDERED}, ICU {CLDR}", _note_orders)
