"""Plone's HTML with its links and pictures by UID, as HTML with ours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html
from lxml.etree import ParserError

from cms.content.richtext.characters import UNPRINTABLE
from cms.content.richtext.from_html import MAX_HTML
from cms.kernel.errors import Problem

RESOLVE_UID = re.compile(r"(?:^|/)resolveuid/([0-9A-Za-z-]{8,64})")
FRAGMENT = re.compile(r"#.*", re.DOTALL)
MAX_LOST = 20


def uids_in(html: str) -> set[str]:
    """Of all that it leads to or shows."""
    return {uid for _element, _name, uid in _uses(_parsed(html))}


def words_of_pictures(html: str) -> dict[str, str]:
    """{UID of a picture: its alternative text here}, where it has one."""
    pictures = ((element, uid) for element, _name, uid in _uses(_parsed(html)) if element.tag == "img")
    return {uid: alt for element, uid in pictures if (alt := (element.get("alt") or "").strip())}


def with_our_ids(html: str, items: Mapping[str, str], files: Mapping[str, str]) -> tuple[str, list[Problem]]:
    """`items` and `files`: {UID: id here}. A link that leads to neither loses its address, its text stays, and a
    problem tells it."""
    root = _parsed(html)
    if root is None:
        return html, []
    lost = []
    for element, name, uid in list(_uses(root)):
        place = FRAGMENT.search(element.attrib.pop(name))
        if place and element.tag == "a" and (uid in files or uid in items):
            element.set("href", place[0])
        if uid in files:
            element.set("data-file", files[uid])
        elif uid in items and element.tag == "a":
            element.set("data-item", items[uid])
        else:
            lost.append(_lost(element, uid))
    return str(lxml.html.tostring(root, encoding="unicode")), list(dict.fromkeys(lost))[:MAX_LOST]


def _parsed(html: str) -> Any:
    """None where there is nothing by UID, or too much of it to be taken at all."""
    if "resolveuid/" not in html or len(html) > MAX_HTML:
        return None
    try:
        return lxml.html.fragment_fromstring(UNPRINTABLE.sub("", html), create_parent="div")  # pyright: ignore[reportArgumentType]  a tag is fine
    except ParserError:
        return None


def _uses(root: Any) -> Iterator[tuple[Any, str, str]]:
    """Each link and picture by UID: the element, the attribute, the UID."""
    for element in () if root is None else root.iter("a", "img"):
        name = "href" if element.tag == "a" else "src"
        if match := RESOLVE_UID.search(element.get(name) or ""):
            yield element, name, match[1]


def _lost(element: Any, uid: str) -> Problem:
    if element.tag == "img":
        message = f"A picture ({uid}) is neither in the export nor here: import it, then this file again."
        return Problem("body", "PICTURE_MISSING", message)
    message = f"A link leads to an object ({uid}) that is neither in the export nor here; its words stay without it."
    return Problem("body", "LINK_MISSING", message)
