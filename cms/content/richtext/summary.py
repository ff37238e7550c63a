"""A short description of a rich text, for search engines and link previews."""

from typing import Any

from cms.content.richtext.text import inline_text
from cms.content.richtext.walk import walk


def summary(doc: Any, length: int = 160) -> str:
    """The first paragraph that says something, at most `length` characters; "" without one."""
    for node in walk(doc):
        if node.get("type") == "paragraph" and (text := inline_text(node)):
            return shorten(text, length)
    return ""


def shorten(text: str, length: int = 160) -> str:
    """On one line and at most `length` characters, cut after a word and then ended by "…"."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head, space, _rest = line[:length].rpartition(" ")
    return (head if space else line[: length - 1]).rstrip(" ,;:.–-") + "…"
