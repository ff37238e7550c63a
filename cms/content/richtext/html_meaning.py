"""What the tags and styles of foreign HTML mean in our model."""

import re

from cms.content.richtext.address import is_safe_address
from cms.content.richtext.attributes import fragment, identifier, list_style
from cms.content.richtext.builder import cell, container
from cms.content.richtext.inline import Node, mark

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
CONTAINERS = {
    "ul": "bulletList",
    "menu": "bulletList",
    "dir": "bulletList",
    "li": "listItem",
    "blockquote": "blockquote",
    "table": "table",
    "tr": "tableRow",
}
BOLD = ("b", "strong")
ITALIC = ("i", "em", "cite", "dfn", "var")
CODE = ("code", "kbd", "samp", "tt", "pre")
STRUCK = ("s", "strike", "del")
RAISED = {"sup": "superscript", "sub": "subscript"}
"""Also `vertical-align` on one of the elements below."""
# Elements whose style says what Word and Google Docs mean: there <b style="font-weight: normal"> is not bold.
STYLED = ("span", "font", "a", "u", "ins", *BOLD, *ITALIC, *STRUCK, *RAISED)
NORMAL_WEIGHTS = ("normal", "lighter", "100", "200", "300", "400", "500")
BOLD_WEIGHTS = ("bold", "bolder", "600", "700", "800", "900")
NATURAL = re.compile(r"[0-9]{1,4}")
LARGEST_SPAN = 100
CONTROLS = re.compile("[\x00-\x1f\x7f]")
ENCODED = str.maketrans({" ": "%20", '"': "%22", "<": "%3C", ">": "%3E"})
Attributes = dict[str, str]


def style_of(attributes: Attributes) -> dict[str, str]:
    """The declarations of the style attribute, in small letters."""
    pairs = (declaration.partition(":") for declaration in attributes.get("style", "").lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def container_of(tag: str, attributes: Attributes) -> Node:
    """The node that a list, item, quote, table, row or cell opens."""
    if tag == "ol":
        style = attributes.get("type")
        start = _natural(attributes.get("start"), 9999, default=1)
        return container("orderedList", start=start, type=style if list_style(style) else None)
    if tag in ("td", "th"):
        spans = (max(1, _natural(attributes.get(name), LARGEST_SPAN, default=1)) for name in ("colspan", "rowspan"))
        return cell("tableHeader" if tag == "th" else "tableCell", *spans)
    return container(CONTAINERS[tag])


def anchor_of(attributes: Attributes) -> str | None:
    """The id that a heading has in foreign HTML."""
    return next((one for name in ("id", "name") if fragment(one := attributes.get(name))), None)


def marks_of(tag: str, attributes: Attributes) -> dict[str, Node | None]:
    """{mark: how it holds inside this element}; None: it ends there."""
    marks: dict[str, Node | None] = {}
    if tag in BOLD:
        marks["bold"] = mark("bold")
    elif tag in ITALIC:
        marks["italic"] = mark("italic")
    elif tag in STRUCK:
        marks["strike"] = mark("strike")
    elif tag in RAISED:
        marks |= _raised(RAISED[tag])
    elif tag in CODE:
        marks["code"] = mark("code")
    elif tag == "a" and (link := _link(attributes)):
        marks["link"] = link
    if tag in STYLED and "style" in attributes:
        marks |= _styled(tag, style_of(attributes))
    return marks


def _raised(kind: str) -> dict[str, Node | None]:
    """What is raised is not lowered."""
    return {**dict.fromkeys(RAISED.values()), kind: mark(kind)}


def _styled(tag: str, style: dict[str, str]) -> dict[str, Node | None]:
    marks: dict[str, Node | None] = {}
    weight, slant = style.get("font-weight"), style.get("font-style")
    if weight in NORMAL_WEIGHTS or weight in BOLD_WEIGHTS:
        marks["bold"] = mark("bold") if weight in BOLD_WEIGHTS else None
    if slant in ("normal", "italic", "oblique"):
        marks["italic"] = None if slant == "normal" else mark("italic")
    lines = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}".split()
    if "line-through" in lines:
        marks["strike"] = mark("strike")
    elif tag in STRUCK and "none" in lines:
        marks["strike"] = None
    height = style.get("vertical-align", "")
    if height in ("super", "sub"):
        marks |= _raised(RAISED["sup" if height == "super" else "sub"])
    elif tag in RAISED and height == "baseline":
        marks[RAISED[tag]] = None
    return marks


def _link(attributes: Attributes) -> Node | None:
    href = _address(attributes.get("href", ""))
    part = href.partition("#")[2]
    for target in ("item", "file"):
        if identifier(id := attributes.get(f"data-{target}")):
            return mark("link", **{target: id}, fragment=part if fragment(part) else None)
    return mark("link", href=href) if is_safe_address(href) else None


def _address(href: str) -> str:
    """As the address bar would repair it."""
    bare = CONTROLS.sub("", href).strip()
    if bare.lower().startswith("tel:"):
        return bare.replace(" ", "")
    return ("https:" if bare.startswith("//") else "") + bare.translate(ENCODED)


def _natural(text: str | None, largest: int, *, default: int) -> int:
    number = int(text) if text and NATURAL.fullmatch(text) else default
    return number if number <= largest else default
