"""Builds a valid rich text from a stream of texts and blocks, whatever their order.

Empty blocks are dropped, what is missing around or inside a node is added, and nesting beyond the model's depth is
flattened: no text is lost.
"""

from typing import Any

from cms.content.richtext.inline import Inline, Node
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.table_rows import without_empty_rows

# A table needs this many levels: its own, its row's, its cell's, the paragraph's and the text's.
RESERVED_LEVELS = 5
HOLDS_BLOCKS = ("doc", "blockquote", "listItem", "tableCell", "tableHeader")
LISTS = ("bulletList", "orderedList")
CELLS = ("tableCell", "tableHeader")


def container(kind: str, **attrs: Any) -> Node:
    return {"type": kind, "attrs": attrs, "content": []} if attrs else {"type": kind, "content": []}


def cell(kind: str, colspan: int = 1, rowspan: int = 1) -> Node:
    return container(kind, colspan=colspan, rowspan=rowspan, colwidth=None)


class Builder:
    """`heading`: the level of the heading whose text follows, None for a paragraph's; `anchor`: the id that it has."""

    def __init__(self) -> None:
        self.doc = container("doc")
        self.open: list[Node] = [self.doc]
        self.inline = Inline()
        self.heading: int | None = None
        self.anchor: str | None = None

    def end_textblock(self) -> None:
        if inline := self.inline.take():
            self.textblock(inline)

    def textblock(self, inline: list[Node]) -> None:
        """A paragraph or heading. A list item begins with a paragraph, even where a heading stood."""
        content = self._holder()["content"]
        if self.heading is None or (not content and self.open[-1]["type"] == "listItem"):
            content.append({"type": "paragraph", "content": inline})
        else:
            attrs = {"level": self.heading, "id": self.anchor}
            content.append({"type": "heading", "attrs": attrs, "content": inline})
            self.anchor = None

    def leaf(self, node: Node) -> None:
        """A block without content: a rule, an image, a video."""
        self.end_textblock()
        self._holder()["content"].append(node)

    def last_leaf(self) -> Node | None:
        """The leaf before, if nothing followed it yet."""
        self.end_textblock()
        content = self.open[-1]["content"]
        return content[-1] if content and "content" not in content[-1] else None

    def start(self, node: Node) -> None:
        """Opens a list, item, quote, table, row or cell, until `close_to`. Where it cannot stand, its content goes into
        what is open."""
        self.end_textblock()
        if node["type"] == "listItem":
            self._start_item(node)
        elif node["type"] == "tableRow":
            self._push_inside("table", node)
        elif node["type"] in CELLS:
            self._push_inside("table", container("tableRow"))
            self._push_inside("tableRow", node)
        else:
            self._holder()
            if self._has_room():
                self._push(node)

    def continue_list(self, node: Node, *, kinds: tuple[str, ...]) -> None:
        """Opens the list before again if it is one of `kinds`, else `node`."""
        content = self._holder()["content"]
        if content and content[-1]["type"] in kinds:
            self.open.append(content[-1])
        elif self._has_room():
            self._push(node)

    def continue_item(self, inline: list[Node]) -> None:
        """Adds a paragraph to the last and innermost item of the list before; else puts it where it stands."""
        content = self._holder()["content"]
        while content and content[-1]["type"] in LISTS:
            content = content[-1]["content"][-1]["content"]
        content.append({"type": "paragraph", "content": inline})

    def close_to(self, size: int) -> None:
        """Closes what was opened since `open` had `size` nodes."""
        if size < len(self.open):
            self.end_textblock()
        while size < len(self.open):
            self._finish(self.open.pop())

    def finish(self) -> Node:
        self.end_textblock()
        self.close_to(1)
        if not self.doc["content"]:
            self.doc["content"].append({"type": "paragraph"})
        return self.doc

    def _has_room(self) -> bool:
        """For one more nested block of any kind."""
        return len(self.open) + RESERVED_LEVELS < MAX_DEPTH

    def _push(self, node: Node) -> None:
        self.open[-1]["content"].append(node)
        self.open.append(node)

    def _push_inside(self, parent: str, node: Node) -> None:
        if self.open[-1]["type"] == parent:
            self._push(node)

    def _start_item(self, node: Node) -> None:
        if self.open[-1]["type"] not in LISTS:
            self.continue_list(container("bulletList"), kinds=("bulletList",))
        if self.open[-1]["type"] in LISTS:
            self._push(node)

    def _holder(self) -> Node:
        """The innermost open node, made to hold blocks: in a list the last item, in a table a new cell."""
        while (kind := self.open[-1]["type"]) not in HOLDS_BLOCKS:
            content = self.open[-1]["content"]
            if kind in LISTS and content:
                self.open.append(content[-1])
            else:
                self._push(_first_inside(kind))
        return self.open[-1]

    def _finish(self, node: Node) -> None:
        content = node["content"]
        if node["type"] == "listItem" and content and content[0]["type"] != "paragraph":
            content.insert(0, {"type": "paragraph"})
        if not content and node["type"] in CELLS:
            content.append({"type": "paragraph"})
        if node["type"] == "table":
            node["content"] = content = without_empty_rows(content)
        if not content and node["type"] != "tableRow":
            self.open[-1]["content"].pop()


def _first_inside(kind: str) -> Node:
    if kind in LISTS:
        return container("listItem")
    return container("tableRow") if kind == "table" else cell("tableCell")
