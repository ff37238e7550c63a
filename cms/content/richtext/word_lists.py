"""Lists as Word writes them: paragraphs whose style names a level, and a first span that holds the bullet or number."""

import re

from cms.content.richtext.builder import LISTS, Builder, container
from cms.content.richtext.inline import Node

LEVEL = re.compile(r"\blevel([1-9])\b")
NATURAL = re.compile(r"[0-9]{1,4}")
NUMBER = re.compile(r"\(?([0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)]")


def word_list_level(style: dict[str, str]) -> int | None:
    """1 for the outermost; None: no list paragraph."""
    found = LEVEL.search(style.get("mso-list", ""))
    return int(found[1]) if found else None


def is_second_paragraph(css_class: str) -> bool:
    """Between or after items without a number of its own: it belongs to the item before."""
    return css_class.startswith(("MsoListParagraphCxSpMiddle", "MsoListParagraphCxSpLast"))


def is_word_list_marker(style: dict[str, str]) -> bool:
    return style.get("mso-list", "").lower() == "ignore"


def end_word_item(builder: Builder, level: int, marker: str) -> None:
    """Ends the paragraph as an item, which goes on with the list before it."""
    inline = builder.inline.take()
    if not inline:
        return
    size = len(builder.open)
    for _ in range(level - 1):
        builder.continue_list(container("bulletList"), kinds=LISTS)
    node = _list(marker.strip())
    builder.continue_list(node, kinds=(node["type"],))
    builder.start(container("listItem"))
    builder.textblock(inline)
    builder.close_to(size)


def end_second_paragraph(builder: Builder) -> None:
    """Ends the paragraph as one more of the item before; where there is none, as any paragraph."""
    if inline := builder.inline.take():
        builder.continue_item(inline)


def _list(marker: str) -> Node:
    number = NUMBER.match(marker)
    if not number:
        return container("bulletList")
    return container("orderedList", start=int(number[1]) if NATURAL.fullmatch(number[1]) else 1, type=None)
