"""Empty paragraphs at the end of a text: an editor needs one to go on writing behind a table, and nobody else does."""

from typing import Any

from cms.content.richtext.walk import Node, children


def without_empty_end(doc: Node) -> Node:
    """The same text without them; one paragraph stays where there is nothing else."""
    content = children(doc)
    end = len(content)
    while end > 1 and _is_empty_paragraph(content[end - 1]):
        end -= 1
    return doc if end == len(content) else {**doc, "content": content[:end]}


def _is_empty_paragraph(node: Any) -> bool:
    return (
        isinstance(node, dict)
        and node.get("type") == "paragraph"
        and not any(_says_something(one) for one in children(node))
    )


def _says_something(inline: Any) -> bool:
    text = inline.get("text") if isinstance(inline, dict) else None
    return isinstance(text, str) and bool(text.strip())
