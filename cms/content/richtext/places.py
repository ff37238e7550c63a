"""Links to places in the text itself, as foreign HTML has them."""

from collections.abc import Collection
from typing import Any
from urllib.parse import unquote

from cms.content.richtext.headings import heading_id, headings_of
from cms.content.richtext.walk import Node, attributes, children, walk


def without_dead_places(doc: Node) -> Node:
    """Changes `doc`: a link to a heading keeps its address, one to another place of the page that it came from becomes
    its words."""
    ids = {id for heading in headings_of(doc) if (id := heading_id(heading))}
    for node in walk(doc):
        if "marks" in node:
            node["marks"] = [mark for mark in node["marks"] if _leads_somewhere(mark, ids)]
    for node in walk(doc):
        if any("marks" in child for child in children(node)):
            node["content"] = _joined(children(node))
    return doc


def _joined(nodes: list[Node]) -> list[Node]:
    """Neighbours with the same marks are one text."""
    found: list[Node] = []
    for node in nodes:
        marks = {"marks": node["marks"]} if node.get("marks") else {}
        plain = {**{name: one for name, one in node.items() if name != "marks"}, **marks}
        if found and "text" in node and "text" in found[-1] and found[-1].get("marks") == plain.get("marks"):
            found[-1]["text"] += node["text"]
        else:
            found.append(plain)
    return found


def _leads_somewhere(mark: dict[str, Any], ids: Collection[str]) -> bool:
    href = attributes(mark).get("href") or ""
    if not href.startswith("#"):
        return True
    place = href[1:] if href[1:] in ids else unquote(href[1:])
    mark["attrs"] = {**mark["attrs"], "href": f"#{place}"}
    return place in ids
