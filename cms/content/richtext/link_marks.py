"""Marks of a run of text as tags, the link outermost, and what is written where one run meets the next."""

from dataclasses import dataclass
from typing import Any

from cms.content.richtext.address import Kind, is_safe_address
from cms.content.richtext.attributes import fragment, identifier
from cms.content.richtext.escaping import escaped_attribute
from cms.content.richtext.pieces import Piece
from cms.content.richtext.walk import attributes

SIMPLE = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "strike": ("<s>", "</s>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "code": ("<code>", "</code>"),
}
KINDS = ("link", *SIMPLE)
Link = str | tuple[Kind, str, str]
"""The start tag of one to an address; else (kind, id, fragment) of one to an item or file, which may lead nowhere."""


@dataclass(frozen=True, slots=True)
class Marks:
    """`simple`: names in the order of `SIMPLE`."""

    link: Link | None = None
    simple: tuple[str, ...] = ()


NONE = Marks()


def marks_of(stored: Any) -> Marks:
    """Of a node's `marks`, whatever they are; of two of a kind the last counts."""
    if not isinstance(stored, list):
        return NONE
    by_type = {mark["type"]: mark for mark in stored if isinstance(mark, dict) and mark.get("type") in KINDS}
    link = _link(attributes(by_type["link"])) if "link" in by_type else None
    return Marks(link, tuple(name for name in SIMPLE if name in by_type))


def between(before: Marks, after: Marks) -> list[Piece]:
    """Neighbours share their marks: half of a bold link makes no second link."""
    together = _together(before.simple, after.simple)
    if before.link == after.link:
        return [together]
    apart = [_ended(before.simple), *_end(before.link), *_start(after.link), _begun(after.simple)]
    links = [link for link in (before.link, after.link) if link]
    targets = [list(link[:2]) for link in links if not isinstance(link, str)]
    shares = before.simple[:1] == after.simple[:1] != ()
    # a link to an address is there in any case; without marks to share both are the same
    return [["either", targets, together, apart]] if shares and len(targets) == len(links) else apart


def _link(attrs: dict[str, Any]) -> Link | None:
    href = attrs.get("href")
    if is_safe_address(href):
        return f'<a href="{escaped_attribute(href)}">'
    kind: Kind = "item" if attrs.get("item") is not None else "file"
    id, place = attrs.get(kind), attrs.get("fragment")
    return (kind, id, f"#{place}" if fragment(place) else "") if identifier(id) else None


def _start(link: Link | None) -> list[Piece]:
    return [] if link is None else [link] if isinstance(link, str) else [["link", *link]]


def _end(link: Link | None) -> list[Piece]:
    return [] if link is None else ["</a>"] if isinstance(link, str) else [["end", *link[:2]]]


def _together(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    kept = 0
    while kept < len(before) and kept < len(after) and before[kept] == after[kept]:
        kept += 1
    return _ended(before[kept:]) + _begun(after[kept:])


def _ended(names: tuple[str, ...]) -> str:
    return "".join([SIMPLE[name][1] for name in reversed(names)])


def _begun(names: tuple[str, ...]) -> str:
    return "".join([SIMPLE[name][0] for name in names])
