"""Migration: headings of texts that were stored before headings had ids."""

from cms.content.richtext import stored_with_heading_ids
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.rewriting_data import rewrite_items


async def _apply(mongo: Mongo) -> None:
    await rewrite_items(mongo, stored_with_heading_ids)


HEADING_IDS = Migration("0003 ids of headings", _apply)
