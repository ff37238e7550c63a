"""Plone's HTML with its links and pictures by UID, as HTML with ours."""

import re
from collections.abc import Mapping

import lxml.html
from lxml.etree import ParserError

from cms.richtext.from_html import MAX_HTML

RESOLVE_UID = re.compile(r"(?:^|/)resolveuid/([0-9A-Za-z-]{8,64})")


def uids_in(html: str) -> set[str]:
    return set(RESOLVE_UID.findall(html[:MAX_HTML]))


def with_our_ids(html: str, items: Mapping[str, str], files: Mapping[str, str]) -> str:
    """`items` and `files`: {UID: id here}. A link that leads to neither loses its address, and its text stays."""
    if "resolveuid/" not in html or len(html) > MAX_HTML:
        return html
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")  # pyright: ignore[reportArgumentType]  a tag is fine
    except ParserError:
        return html
    for element in root.iter("a", "img"):
        name = "href" if element.tag == "a" else "src"
        if match := RESOLVE_UID.search(element.get(name) or ""):
            del element.attrib[name]
            uid = match[1]
            if uid in files:
                element.set("data-file", files[uid])
            elif uid in items and element.tag == "a":
                element.set("data-item", items[uid])
    return str(lxml.html.tostring(root, encoding="unicode"))
