"""A document in a line or a few, to be read in a test, as `admin_ui/src/rich-text/paste/testing.ts` writes it."""

from typing import Any

SIGNS = {"bold": "**", "italic": "_", "code": "`", "strike": "-", "superscript": "^", "subscript": "~"}
NAMES = {
    "paragraph": "p",
    "bulletList": "ul",
    "orderedList": "ol",
    "listItem": "li",
    "tableRow": "tr",
    "tableCell": "td",
    "tableHeader": "th",
}


def sketch(node: dict[str, Any]) -> list[str]:
    """One line for each block of the document."""
    return [_sketch(one) for one in node.get("content", ())]


def _sketch(node: dict[str, Any]) -> str:
    if node["type"] == "text":
        return _marked(node)
    if node["type"] == "hardBreak":
        return "⏎"
    separator = "" if node["type"] in ("paragraph", "heading") else " "
    return f"{_named(node)}({separator.join(map(_sketch, node.get('content', ())))})"


def _marked(node: dict[str, Any]) -> str:
    text = node["text"]
    for mark in reversed(node.get("marks", ())):
        attrs = mark.get("attrs", {})
        sign = SIGNS.get(mark["type"], "")
        target = attrs.get("href") or attrs.get("item") or attrs.get("file")
        text = f"[{text}]({target})" if target else f"{sign}{text}{sign}"
    return text


def _named(node: dict[str, Any]) -> str:
    attrs = node.get("attrs", {})
    if node["type"] == "heading":
        return f"h{attrs['level']}"
    told = [f".{name}={value}" for name, value in attrs.items() if value is not None and value != 1]
    return "".join((NAMES.get(node["type"]) or node["type"], *told))
