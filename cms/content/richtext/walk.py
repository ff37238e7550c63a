"""All nodes of a rich text in reading order, from the stored JSON as it is."""

from collections.abc import Iterator
from typing import Any

from cms.content.richtext.model import MAX_DEPTH

Node = dict[str, Any]


def walk(doc: Any) -> Iterator[Node]:
    """The document first. What is no node is passed over, and what lies too deep."""
    levels = [iter((doc,))]
    while levels:
        for node in levels[-1]:
            if isinstance(node, dict):
                yield node
                if len(levels) < MAX_DEPTH and (inside := children(node)):
                    levels.append(iter(inside))
                    break
        else:
            levels.pop()


def children(node: Node) -> list[Any]:
    content = node.get("content")
    return content if isinstance(content, list) else []


def attributes(node: Node) -> dict[str, Any]:
    """Of a node or a mark."""
    attrs = node.get("attrs")
    return attrs if isinstance(attrs, dict) else {}
