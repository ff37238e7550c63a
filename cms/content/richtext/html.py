"""A rich text as HTML, written straight from the stored JSON: this lies on the read path.

Whatever the document holds, the result has only the elements and attributes named here, escaped texts and safe
addresses. What is too deep or no node is left out.
"""

from collections.abc import Callable
from typing import Any

from cms.content.richtext.address import Address, Kind, Resolve, is_safe_address, is_safe_source
from cms.content.richtext.attributes import fragment, identifier, list_style, whole_number
from cms.content.richtext.characters import UNPRINTABLE
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.walk import Node, attributes, children

SIMPLE_MARKS = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "strike": ("<s>", "</s>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "code": ("<code>", "</code>"),
}
LISTS = ("bulletList", "orderedList")
Tags = list[tuple[str, str]]


def to_html(doc: Any, resolve: Resolve) -> str:
    """`resolve` is asked for every link to an item or file and every image: a link without target becomes its text, an
    image without target nothing."""
    writer = _Writer(resolve)
    if isinstance(doc, dict):
        writer.blocks(children(doc), 1)
    return "".join(writer.out)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        value = UNPRINTABLE.sub("", value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value: Any) -> str:
    return _text(value).replace('"', "&quot;")


class _Writer:
    def __init__(self, resolve: Resolve) -> None:
        self.resolve = resolve
        self.out: list[str] = []

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
        """Neighbours share their marks: half of a bold link makes no second link."""
        out = self.out
        opened: Tags = []
        for node in nodes:
            if not isinstance(node, dict):
                continue
            marks = node.get("marks")
            wanted = self.tags(marks) if marks else []
            if wanted != opened:
                _change(out, opened, wanted)
                opened = wanted
            kind = node.get("type")
            if kind == "text":
                out.append(_text(node.get("text")))
            elif kind == "hardBreak":
                out.append("<br>")
        if opened:
            _change(out, opened, [])

    def tags(self, marks: Any) -> Tags:
        """Opening and closing tags of the marks, the link outermost."""
        by_type = {mark.get("type"): mark for mark in marks if _is_a(mark, MARKS)} if isinstance(marks, list) else {}
        link = self.link(attributes(by_type["link"])) if "link" in by_type else None
        return ([link] if link else []) + [tags for name, tags in SIMPLE_MARKS.items() if name in by_type]

    def link(self, attrs: dict[str, Any]) -> tuple[str, str] | None:
        href = attrs.get("href")
        if is_safe_address(href):
            return f'<a href="{_attribute(href)}">', "</a>"
        place = f"#{part}" if fragment(part := attrs.get("fragment")) else ""
        kind: Kind = "item" if attrs.get("item") is not None else "file"
        target = self.target(kind, attrs.get(kind))
        if not target:
            return None
        return f'<a href="{_attribute(target.url + place)}" data-{kind}="{attrs[kind]}">', "</a>"

    def target(self, kind: Kind, id: Any) -> Address | None:
        address = self.resolve(kind, id) if identifier(id) else None
        return address if address and is_safe_source(address.url) else None

    def image(self, node: Node, depth: int) -> None:
        attrs = attributes(node)
        address = self.target("file", attrs.get("file"))
        if not address or not is_safe_source(address.picture):
            return
        alt = attrs.get("alt")
        size = f' width="{address.width:d}" height="{address.height:d}"' if address.width and address.height else ""
        self.out.append(
            f'<figure><img src="{_attribute(address.picture)}" alt="{_attribute(address.alt if alt is None else alt)}"'
            f'{size} loading="lazy" data-file="{attrs["file"]}">'
        )
        if caption := _text(attrs.get("caption")):
            self.out.append(f"<figcaption>{caption}</figcaption>")
        self.out.append("</figure>")

    def video(self, node: Node, depth: int) -> None:
        """A link that a site may turn into a player: nothing of another host is loaded before the visitor asks."""
        attrs = attributes(node)
        source = attrs.get("src")
        if is_safe_source(source):
            address = _attribute(source)
            caption = _text(attrs.get("caption")) or address
            self.out.append(f'<figure data-video="{address}"><a href="{address}">{caption}</a></figure>')

    def heading(self, node: Node, depth: int) -> None:
        attrs = attributes(node)
        level, id = attrs.get("level"), attrs.get("id")
        more = f' id="{_attribute(id)}"' if fragment(id) else ""
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


def _change(out: list[str], opened: Tags, wanted: Tags) -> None:
    kept = 0
    while kept < len(opened) and kept < len(wanted) and opened[kept] == wanted[kept]:
        kept += 1
    out.extend([end for _, end in reversed(opened[kept:])])
    out.extend([start for start, _ in wanted[kept:]])


LEVEL = whole_number(2, 4)
START = whole_number(0, 9999)
SPAN = whole_number(1, 100)
MARKS = ("link", *SIMPLE_MARKS)
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
