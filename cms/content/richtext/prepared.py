"""A text as delivery shows it, made once when it is published: {version, html, plain, references}, stored beside the
text's own JSON and taken off wherever it leaves the delivery world (`storage.prepared_texts`).

`html`: pieces as of `cms.content.richtext.pieces`; `plain`: as `to_text`; `references`: [[kind, id], …]. All of it
follows from the text alone, and nothing reads it that was made by another version.
"""

from typing import TypedDict

from cms.content.richtext.address import Kind
from cms.content.richtext.empty_end import without_empty_end
from cms.content.richtext.html import html_pieces
from cms.content.richtext.pieces import Piece
from cms.content.richtext.references import references
from cms.content.richtext.text import to_text
from cms.content.richtext.walk import Node
from storage.prepared_texts import PREPARED

VERSION = 1
"""Raised with each change of what `prepare` answers, and of the HTML that `filled` makes of it: workers then make all
live texts anew (`cms.items.jobs.prepare_texts`). A process of another version shows a text as it makes it itself."""


class Prepared(TypedDict):
    version: int
    html: list[Piece]
    plain: str
    references: list[tuple[Kind, str]]


def prepare(doc: Node) -> Prepared:
    """Of whatever the document holds."""
    return {
        "version": VERSION,
        "html": html_pieces(without_empty_end(doc)),
        "plain": to_text(doc),
        "references": [(kind, id) for kind, id in references(doc)],
    }


def ready_html(doc: Node) -> str | None:
    """That of a prepared text in which nothing waits for an address; None where it is to be filled in or made."""
    prepared = prepared_of(doc)
    pieces = prepared["html"] if prepared else ()
    return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else None


def prepared_of(doc: Node) -> Prepared | None:
    """None where the text was not prepared, or by another version."""
    found = doc.get(PREPARED)
    return found if found is not None and found.get("version") == VERSION else None
