"""A rich text as plain text: for search, mail and descriptions."""

from typing import Any

from cms.richtext.characters import UNPRINTABLE
from cms.richtext.model import MAX_DEPTH
from cms.richtext.walk import Node, attributes, children, walk

LISTS = ("bulletList", "orderedList")
MEDIA = ("image", "video")


def to_text(doc: Any) -> str:
    """Blocks apart by an empty line, list items by a new one, cells by " | "; of images and videos the caption."""
    return UNPRINTABLE.sub("", "\n\n".join(_blocks(doc, 0)))


def is_empty(doc: Any) -> bool:
    """Nothing to read and nothing to see."""
    return not any(node.get("type") in MEDIA or _own_text(node).strip() for node in walk(doc))


def inline_text(textblock: Node) -> str:
    """The text of one paragraph or heading."""
    inline = (node for node in children(textblock) if isinstance(node, dict))
    return "".join("\n" if node.get("type") == "hardBreak" else _own_text(node) for node in inline).strip()


def _own_text(node: Node) -> str:
    text = node.get("text")
    return text if isinstance(text, str) else ""


def _blocks(parent: Any, depth: int) -> list[str]:
    if not isinstance(parent, dict) or depth >= MAX_DEPTH:
        return []
    return [text for node in children(parent) if isinstance(node, dict) and (text := _block(node, depth + 1))]


def _block(node: Node, depth: int) -> str:
    kind = node.get("type")
    if kind in ("paragraph", "heading"):
        return inline_text(node)
    if kind in LISTS:
        return _list(node, depth)
    if kind == "table":
        return "\n".join(" | ".join(_cells(row, depth + 1)) for row in children(node))
    if kind in MEDIA:
        caption = attributes(node).get("caption")
        return caption if isinstance(caption, str) else ""
    return "\n\n".join(_blocks(node, depth))


def _list(node: Node, depth: int) -> str:
    start = attributes(node).get("start")
    number = start if isinstance(start, int) else 1
    is_ordered = node.get("type") == "orderedList"
    items = ["\n".join(_blocks(item, depth + 1)).replace("\n", "\n  ") for item in children(node)]
    return "\n".join(f"{number + at}. {text}" if is_ordered else f"- {text}" for at, text in enumerate(items))


def _cells(row: Any, depth: int) -> list[str]:
    return [" ".join(_blocks(cell, depth + 1)) for cell in children(row)] if isinstance(row, dict) else []
