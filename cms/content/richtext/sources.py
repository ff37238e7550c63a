"""Pictures of a text with the addresses of their bytes, for whoever reads the text as JSON."""

from typing import Any

from cms.content.richtext.address import Resolve, is_safe_source
from cms.content.richtext.attributes import identifier
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.walk import Node, attributes, children, walk


def with_sources(doc: Node, resolve: Resolve) -> Node:
    """The same text; each image whose file is public has `attrs.src`, the address that `to_html` writes."""
    has_pictures = any(node.get("type") == "image" for node in walk(doc))
    return _with_sources(doc, resolve, MAX_DEPTH) if has_pictures else doc


def _with_sources(node: Any, resolve: Resolve, deeper: int) -> Any:
    if not isinstance(node, dict) or not deeper:
        return node
    if node.get("type") == "image":
        return _image(node, resolve)
    if not (content := children(node)):
        return node
    return {**node, "content": [_with_sources(child, resolve, deeper - 1) for child in content]}


def _image(node: Node, resolve: Resolve) -> Node:
    attrs = attributes(node)
    file = attrs.get("file")
    address = resolve("file", file) if identifier(file) else None
    if address is None or not is_safe_source(address.picture):
        return node
    return {**node, "attrs": {**attrs, "src": address.picture}}
