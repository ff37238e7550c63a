"""Formatted text: stored as the ProseMirror JSON that the editor works on, checked here, delivered in four forms."""

from cms.content.richtext.address import Address, Kind, Resolve
from cms.content.richtext.check import problems
from cms.content.richtext.empty_end import without_empty_end
from cms.content.richtext.from_html import from_html
from cms.content.richtext.headings import (
    blocks_with_heading_ids,
    stored_with_heading_ids,
    with_former_ids,
    with_heading_ids,
    without_heading_ids,
)
from cms.content.richtext.html import to_html
from cms.content.richtext.pieces import filled
from cms.content.richtext.prepared import VERSION, Prepared, prepare, prepared_of, ready_html
from cms.content.richtext.references import pictures, references
from cms.content.richtext.sources import with_sources
from cms.content.richtext.summary import shorten, summary
from cms.content.richtext.text import is_empty, to_text

__all__ = [
    "VERSION",
    "Address",
    "Kind",
    "Prepared",
    "Resolve",
    "blocks_with_heading_ids",
    "filled",
    "from_html",
    "is_empty",
    "pictures",
    "prepare",
    "prepared_of",
    "problems",
    "ready_html",
    "references",
    "shorten",
    "stored_with_heading_ids",
    "summary",
    "to_html",
    "to_text",
    "with_former_ids",
    "with_heading_ids",
    "with_sources",
    "without_empty_end",
    "without_heading_ids",
]
