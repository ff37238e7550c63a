"""A rich text as HTML, written straight from the stored JSON.

Whatever the document holds, the result has only the elements and attributes named here, escaped texts and safe
addresses. What is too deep or no node is left out. It is written in pieces that wait for the addresses of items and
files (`cms.content.richtext.pieces`); a change of what comes out raises `VERSION` (`cms.content.richtext.prepared`).
"""

from collections.abc import Callable
from typing import Any

from cms.content.richtext.address import Resolve, is_safe_source
from cms.content.richtext.attributes import fragment, identifier, list_style, whole_number
from cms.content.richtext.escaping import escaped_attribute, escaped_text
from cms.content.richtext.link_marks import NONE, between, marks_of
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.pieces import Piece, filled, joined
from cms.content.richtext.walk import Node, attributes, children

LISTS = ("bulletList", "orderedList")


def to_html(doc: Any, resolve: Resolve) -> str:
    """`resolve` is asked for every link to an item or file and every image: a link without target becomes its text, an
    image without target nothing."""
    return filled(html_pieces(doc), resolve)


def html_pieces(doc: Any) -> list[Piece]:
    """To be filled by `filled`; none for a text that shows nothing."""
    writer = _Writer()
    if isinstance(doc, dict):
        writer.blocks(children(doc), 1)
    return joined(writer.out)


class _Writer:
    def __init__(self) -> None:
        self.out: list[Piece] = []

    def blocks(self, nodes: list[Any], depth: int) -> None:
        if depth >= MAX_DEPTH:
            return
        for node in nodes:
            if isinstance(node, dict):
                kind = node.get("type")
                write = BLOCKS.get(kind) if isinstance(kind, str) else None
                if write:
                    write(self, node, depth)
                else:
                    self.blocks(children(node), depth + 1)

    def textblock(self, tag: str, node: Node, more: str = "") -> None:
        if content := children(node):
            self.out.append(f"<{tag}{more}>")
            self.inline(content)
            self.out.append(f"</{tag}>")

    def around(self, start: str, node: Node, end: str, depth: int) -> None:
        self.out.append(start)
        self.blocks(children(node), depth + 1)
        self.out.append(end)

    def tight(self, content: list[Any], depth: int) -> None:
        """Content of an item or cell: a paragraph that stands alone or before lists needs no <p> of its own."""
        first, rest = content[:1], content[1:]
        if first and _is_a(first[0], ("paragraph",)) and all(_is_a(node, LISTS) for node in rest):
            self.inline(children(first[0]))
            content = rest
        self.blocks(content, depth + 1)

    def inline(self, nodes: list[Any]) -> None:
        out, opened = self.out, NONE
        for node in nodes:
            if not isinstance(node, dict):
                continue
            marks = node.get("marks")
            wanted = marks_of(marks) if marks else NONE
            if wanted != opened:
                out.extend(between(opened, wanted))
                opened = wanted
            kind = node.get("type")
            if kind == "text":
                out.append(escaped_text(node.get("text")))
            elif kind == "hardBreak":
                out.append("<br>")
        if opened != NONE:
            out.extend(between(opened, NONE))

    def image(self, node: Node, depth: int) -> None:
        attrs = attributes(node)
        file, alt, caption = attrs.get("file"), attrs.get("alt"), escaped_text(attrs.get("caption"))
        if identifier(file):
            shown = f"<figcaption>{caption}</figcaption>" if caption else ""
            self.out.append(["image", file, None if alt is None else escaped_attribute(alt), f"{shown}</figure>"])

    def video(self, node: Node, depth: int) -> None:
        """A link that a site may turn into a player: nothing of another host is loaded before the visitor asks."""
        attrs = attributes(node)
        source = attrs.get("src")
        if is_safe_source(source):
            address = escaped_attribute(source)
            caption = escaped_text(attrs.get("caption")) or address
            self.out.append(f'<figure data-video="{address}"><a href="{address}">{caption}</a></figure>')

    def heading(self, node: Node, depth: int) -> None:
        attrs = attributes(node)
        level, id = attrs.get("level"), attrs.get("id")
        more = f' id="{escaped_attribute(id)}"' if fragment(id) else ""
        self.textblock(f"h{level}" if LEVEL(level) else "h2", node, more)

    def ordered_list(self, node: Node, depth: int) -> None:
        attrs = attributes(node)
        start, style = attrs.get("start", 1), attrs.get("type")
        first = f' start="{start}"' if START(start) and start != 1 else ""
        kind = f' type="{style}"' if list_style(style) else ""
        self.around(f"<ol{first}{kind}>", node, "</ol>", depth)

    def item(self, node: Node, depth: int) -> None:
        self.out.append("<li>")
        self.tight(children(node), depth)
        self.out.append("</li>")

    def cell(self, tag: str, node: Node, depth: int) -> None:
        attrs = attributes(node)
        spans = "".join(
            f' {name}="{attrs[name]}"' for name in ("colspan", "rowspan") if SPAN(attrs.get(name)) and attrs[name] != 1
        )
        self.out.append(f"<{tag}{spans}>")
        self.tight(children(node), depth)
        self.out.append(f"</{tag}>")


def _is_a(node: Any, kinds: tuple[str, ...]) -> bool:
    return isinstance(node, dict) and node.get("type") in kinds


LEVEL = whole_number(2, 4)
START = whole_number(0, 9999)
SPAN = whole_number(1, 100)
BLOCKS: dict[str, Callable[[_Writer, Node, int], None]] = {
    "paragraph": lambda writer, node, depth: writer.textblock("p", node),
    "heading": _Writer.heading,
    "bulletList": lambda writer, node, depth: writer.around("<ul>", node, "</ul>", depth),
    "orderedList": _Writer.ordered_list,
    "listItem": _Writer.item,
    "blockquote": lambda writer, node, depth: writer.around("<blockquote>", node, "</blockquote>", depth),
    "horizontalRule": lambda writer, node, depth: writer.out.append("<hr>"),
    "table": lambda writer, node, depth: writer.around("<table><tbody>", node, "</tbody></table>", depth),
    "tableRow": lambda writer, node, depth: writer.around("<tr>", node, "</tr>", depth),
    "tableCell": lambda writer, node, depth: writer.cell("td", node, depth),
    "tableHeader": lambda writer, node, depth: writer.cell("th", node, depth),
    "image": _Writer.image,
    "video": _Writer.video,
}
