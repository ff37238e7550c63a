"""Which items and files a rich text refers to."""

from typing import Any

from cms.content.richtext.address import Kind
from cms.content.richtext.attributes import identifier
from cms.content.richtext.walk import Node, attributes, walk


def references(doc: Any) -> list[tuple[Kind, str]]:
    """("item" or "file", id) of every link and image, in reading order, each once."""
    found: dict[tuple[Kind, str], None] = {}
    for node in walk(doc):
        if node.get("type") == "image":
            _add(found, "file", node)
        if marks := node.get("marks"):
            _add_links(found, marks)
    return list(found)


def pictures(doc: Any) -> list[tuple[str, str | None]]:
    """(file, its description there) of every image: None for the file's own, "" for one that is there for the looks."""
    found: list[tuple[str, str | None]] = []
    for node in walk(doc):
        file, alt = attributes(node).get("file"), attributes(node).get("alt")
        if node.get("type") == "image" and identifier(file):
            found.append((file, alt if isinstance(alt, str) else None))
    return found


def _add_links(found: dict[tuple[Kind, str], None], marks: Any) -> None:
    for mark in marks if isinstance(marks, list) else ():
        if isinstance(mark, dict) and mark.get("type") == "link":
            _add(found, "item", mark)
            _add(found, "file", mark)


def _add(found: dict[tuple[Kind, str], None], kind: Kind, node: Node) -> None:
    id = attributes(node).get(kind)
    if identifier(id):
        found[kind, id] = None
