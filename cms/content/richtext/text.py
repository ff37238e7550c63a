"""A rich text as plain text: for search, mail and descriptions.

Raised and lowered signs are those of Unicode where it has them, "10⁶", "CO₂"; words that are struck through no longer
hold and are left out.
"""

import re
from typing import Any

from cms.content.richtext.characters import UNPRINTABLE
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.walk import Node, attributes, children, walk

LISTS = ("bulletList", "orderedList")
MEDIA = ("image", "video")
SIGNS = "0123456789+-−=()"
SUPERSCRIPTS = dict(zip(SIGNS + "ainx ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃⁱⁿˣ ", strict=True))
SUBSCRIPTS = dict(zip(SIGNS + "ainx ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐᵢₙₓ ", strict=True))


def to_text(doc: Any) -> str:
    """Blocks apart by an empty line, list items by a new one, cells by " | "; of images and videos the caption."""
    return UNPRINTABLE.sub("", "\n\n".join(_blocks(doc, 0)))


def is_empty(doc: Any) -> bool:
    """Nothing to read and nothing to see."""
    return not any(node.get("type") in MEDIA or _own_text(node).strip() for node in walk(doc))


def inline_text(textblock: Node) -> str:
    """The text of one paragraph or heading."""
    inline = (node for node in children(textblock) if isinstance(node, dict))
    text = "".join("\n" if node.get("type") == "hardBreak" else _read_text(node) for node in inline).strip()
    return re.sub(" {2,}", " ", text) if "  " in text else text


def _own_text(node: Node) -> str:
    text = node.get("text")
    return text if isinstance(text, str) else ""


def _read_text(node: Node) -> str:
    marks = node.get("marks")
    text = _own_text(node)
    if not marks or not isinstance(marks, list):
        return text
    kinds = {str(mark.get("type")) for mark in marks if isinstance(mark, dict)}
    if "strike" in kinds:
        return ""
    return _raised(text, kinds)


def _raised(text: str, kinds: set[str]) -> str:
    """Letters such as the "st" of "1st" stay as they are: they are read the same on the line."""
    for kind, sign, signs in (("superscript", "^", SUPERSCRIPTS), ("subscript", "_", SUBSCRIPTS)):
        if kind in kinds:
            is_word = text.isalpha() and (len(text) > 1 or text not in signs)
            has_signs = signs.keys() >= set(text)
            return text if is_word else "".join(map(signs.__getitem__, text)) if has_signs else f"{sign}({text})"
    return text


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
