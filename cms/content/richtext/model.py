"""What a rich text is made of: the ProseMirror schema, with the names that TipTap uses.

Blocks: paragraph, heading (levels 2–4, the page's title is level 1; `id` is what links hold on to), bulletList and
orderedList of listItem, blockquote, horizontalRule, table, image {file, alt, caption} and video {src, caption}. `file`
and `item` are ids, never addresses; `alt` null means the file's own description, "" a decorative image. A download is a
link to a `file`.

Marks: link with exactly one of `href`, `item` and `file`, the latter two with a `fragment` where it leads to a heading
of the page or a page of the file ("#dates" in one text is a `href`); bold, italic, strike (words that no longer hold),
superscript, subscript, code, which may all be combined (TipTap's own code mark excludes the others and has to be
extended with `excludes: ''`). There is no underline: readers take it for a link.

The stored form carries every attribute, null where it is not given, exactly as the editor writes it.
"""

from typing import Any

from prosemirror.model import Schema
from prosemirror.model.schema import MarkSpec, NodeSpec

from cms.content.richtext.address import is_safe_address, is_safe_source
from cms.content.richtext.attributes import (
    Validate,
    column_widths,
    fragment,
    identifier,
    list_style,
    optional,
    text_up_to,
    whole_number,
)

MAX_DEPTH = 20
MAX_NODES = 10_000
MAX_BYTES = 256 * 1024

SPAN = whole_number(1, 100)
CELL: dict[str, tuple[Any, Validate]] = {
    "colspan": (1, SPAN),
    "rowspan": (1, SPAN),
    "colwidth": (None, optional(column_widths)),
}
REQUIRED: Any = object()

# {node: (content, group, {attribute: (default, is it valid?)})}
NODES: dict[str, tuple[str, str, dict[str, tuple[Any, Validate]]]] = {
    "doc": ("block+", "", {}),
    "paragraph": ("inline*", "block", {}),
    "heading": ("inline*", "block", {"level": (2, whole_number(2, 4)), "id": (None, optional(fragment))}),
    "bulletList": ("listItem+", "block", {}),
    "orderedList": (
        "listItem+",
        "block",
        {"start": (1, whole_number(0, 9999)), "type": (None, optional(list_style))},
    ),
    "listItem": ("paragraph block*", "", {}),
    "blockquote": ("block+", "block", {}),
    "horizontalRule": ("", "block", {}),
    "table": ("tableRow+", "block", {}),
    "tableRow": ("(tableCell | tableHeader)+", "", {}),
    "tableCell": ("block+", "", CELL),
    "tableHeader": ("block+", "", CELL),
    "image": (
        "",
        "block",
        {
            "file": (REQUIRED, identifier),
            "alt": (None, optional(text_up_to(500))),
            "caption": (None, optional(text_up_to(1000))),
        },
    ),
    "video": ("", "block", {"src": (REQUIRED, is_safe_source), "caption": (None, optional(text_up_to(1000)))}),
    "text": ("", "inline", {}),
    "hardBreak": ("", "inline", {}),
}

# In the order in which an editor nests them: the link outermost, so that it stays one link.
MARKS: dict[str, dict[str, tuple[Any, Validate]]] = {
    "link": {
        "href": (None, optional(is_safe_address)),
        "item": (None, optional(identifier)),
        "file": (None, optional(identifier)),
        "fragment": (None, optional(fragment)),
    },
    "bold": {},
    "italic": {},
    "strike": {},
    "superscript": {},
    "subscript": {},
    "code": {},
}
TARGETS = ("href", "item", "file")


def _attributes(declared: dict[str, tuple[Any, Validate]]) -> dict[str, Any]:
    return {name: {} if default is REQUIRED else {"default": default} for name, (default, _) in declared.items()}


def _node(name: str, content: str, group: str, declared: dict[str, tuple[Any, Validate]]) -> NodeSpec:
    spec: NodeSpec = {"content": content, "attrs": _attributes(declared)}
    if group:
        spec["group"] = group
    if group == "inline":
        spec["inline"] = True
    return spec


def _mark(declared: dict[str, tuple[Any, Validate]]) -> MarkSpec:
    return {"attrs": _attributes(declared)}


SCHEMA: Schema[Any, Any] = Schema(
    {
        "nodes": {name: _node(name, *declared) for name, declared in NODES.items()},
        "marks": {name: _mark(declared) for name, declared in MARKS.items()},
    }
)
