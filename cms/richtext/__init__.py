"""Formatted text: stored as the ProseMirror JSON that the editor works on, checked here, delivered in four forms."""

from cms.richtext.address import Address, Kind, Resolve
from cms.richtext.check import problems
from cms.richtext.from_html import from_html
from cms.richtext.html import to_html
from cms.richtext.references import pictures, references
from cms.richtext.summary import shorten, summary
from cms.richtext.text import is_empty, to_text

__all__ = [
    "Address",
    "Kind",
    "Resolve",
    "from_html",
    "is_empty",
    "pictures",
    "problems",
    "references",
    "shorten",
    "summary",
    "to_html",
    "to_text",
]
