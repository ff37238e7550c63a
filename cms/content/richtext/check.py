"""What is wrong with a value that should be a rich text."""

from typing import Any

import orjson

from cms.content.richtext.attributes import Validate
from cms.content.richtext.characters import UNPRINTABLE
from cms.content.richtext.model import MARKS, MAX_BYTES, MAX_DEPTH, MAX_NODES, NODES, REQUIRED, SCHEMA, TARGETS
from cms.kernel.errors import Problem

MAX_PROBLEMS = 20
NODE_KEYS = frozenset({"type", "attrs", "content", "marks"})
TEXT_KEYS = frozenset({"type", "text", "marks"})
MARK_KEYS = frozenset({"type", "attrs"})
ADDRESSES = ("href", "src")


def problems(doc: Any, path: str, locale: str | None = None) -> list[Problem]:
    """At most 20, each with its place below `path`, such as "body.content.2.attrs.level". Takes any value at all."""
    if not isinstance(doc, dict) or doc.get("type") != "doc":
        message = 'Give a rich text document: {"type": "doc", "content": […]}.'
        return [Problem(path, "NOT_RICH_TEXT", message, locale)]
    check = _Check(locale)
    try:
        check.node(doc, path, 0)
        if not check.found and len(orjson.dumps(doc)) > MAX_BYTES:
            check.refuse(path, "TOO_LARGE", f"This text is longer than {MAX_BYTES // 1024} KB; make two of it.")
    except _Enough:
        pass
    return check.found


class _Enough(Exception):
    """More problems would help nobody."""


class _Check:
    def __init__(self, locale: str | None) -> None:
        self.locale = locale
        self.found: list[Problem] = []
        self.nodes = 0

    def refuse(self, at: str, code: str, message: str) -> None:
        self.found.append(Problem(at, code, message, self.locale))
        if len(self.found) >= MAX_PROBLEMS:
            raise _Enough

    def node(self, node: dict[Any, Any], at: str, depth: int) -> None:
        """`node` is of a known type."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse(at, "TOO_LARGE", f"This text has more than {MAX_NODES} parts; make two of it.")
            raise _Enough
        if depth >= MAX_DEPTH:
            return self.refuse(
                at, "TOO_DEEP", f"Lists, quotes and tables may be nested {MAX_DEPTH} levels deep at most."
            )
        kind = node["type"]
        self.keys(node, TEXT_KEYS if kind == "text" else NODE_KEYS, at)
        self.marks(node, at)
        if kind == "text":
            return self.text(node.get("text"), f"{at}.text")
        self.attributes(NODES[kind][2], node.get("attrs", {}), f"{at}.attrs")
        self.content(node, at, depth)

    def keys(self, value: dict[Any, Any], known: frozenset[str], at: str) -> None:
        for key in value:
            if key not in known:
                self.refuse(at, "UNKNOWN_KEY", f"Leave out {_shown(key)}: {value['type']} has no such part.")

    def text(self, text: Any, at: str) -> None:
        if not isinstance(text, str) or not text:
            self.refuse(at, "NO_TEXT", "Give a text of at least one character, or leave the node out.")
        elif UNPRINTABLE.search(text):
            self.refuse(at, "UNPRINTABLE", "This text holds an invisible control character; type it anew.")

    def content(self, node: dict[Any, Any], at: str, depth: int) -> None:
        kind = node["type"]
        content = node.get("content", [])
        if not isinstance(content, list):
            return self.refuse(f"{at}.content", "NOT_A_LIST", "Give the list of nodes inside.")
        match = SCHEMA.nodes[kind].content_match
        told = len(self.found)
        for position, child in enumerate(content):
            place = f"{at}.content.{position}"
            if not _is_known(child, NODES):
                self.refuse(place, "UNKNOWN_NODE", f"{_shown_type(child)} is no node of a rich text.")
            elif (after := match.match_type(SCHEMA.nodes[child["type"]])) is None:
                self.refuse(place, "NOT_HERE", f"{child['type']} cannot stand here: {_holds(kind)}.")
            else:
                match = after
                self.node(child, place, depth + 1)
        if not match.valid_end and len(self.found) == told:
            self.refuse(at, "INCOMPLETE", f"Something is missing: {_holds(kind)}.")

    def marks(self, node: dict[Any, Any], at: str) -> None:
        marks = node.get("marks", [])
        if not isinstance(marks, list):
            return self.refuse(f"{at}.marks", "NOT_A_LIST", "Give the list of marks.")
        if marks and NODES[node["type"]][1] != "inline":
            return self.refuse(f"{at}.marks", "NOT_HERE", f"Only text can be marked, {node['type']} cannot.")
        seen: set[str] = set()
        for position, mark in enumerate(marks):
            place = f"{at}.marks.{position}"
            if not _is_known(mark, MARKS):
                self.refuse(place, "UNKNOWN_MARK", f"{_shown_type(mark)} is no mark; there are {', '.join(MARKS)}.")
            elif mark["type"] in seen:
                self.refuse(place, "REPEATED_MARK", f"The text is marked as {mark['type']} already.")
            else:
                seen.add(mark["type"])
                self.mark(mark, place)

    def mark(self, mark: dict[Any, Any], at: str) -> None:
        self.keys(mark, MARK_KEYS, at)
        attrs = mark.get("attrs", {})
        self.attributes(MARKS[mark["type"]], attrs, f"{at}.attrs")
        if mark["type"] == "link" and isinstance(attrs, dict) and _targets(attrs) != 1:
            self.refuse(f"{at}.attrs", "LINK_TARGET", "Give a link exactly one of href, item and file.")

    def attributes(self, declared: dict[str, tuple[Any, Validate]], attrs: Any, at: str) -> None:
        if not isinstance(attrs, dict):
            return self.refuse(at, "NOT_ATTRIBUTES", "Give the attributes as an object, or leave them out.")
        for name in attrs:
            if name not in declared:
                self.refuse(at, "UNKNOWN_ATTRIBUTE", f"Leave out {_shown(name)}: there is no such attribute here.")
        for name, (default, is_valid) in declared.items():
            value = attrs.get(name, default)
            if value is REQUIRED:
                self.refuse(at, "ATTRIBUTE_MISSING", f"Give {name}.")
            elif isinstance(value, str) and UNPRINTABLE.search(value):
                self.refuse(f"{at}.{name}", "UNPRINTABLE", "This holds an invisible control character; type it anew.")
            elif not is_valid(value):
                self.refuse(f"{at}.{name}", *_wrong(name))


def _targets(attrs: dict[Any, Any]) -> int:
    return sum(attrs.get(name) is not None for name in TARGETS)


def _wrong(name: str) -> tuple[str, str]:
    """(code, message) for a value that the attribute `name` cannot have."""
    if name in ADDRESSES:
        begin = "https:// or http://" if name == "src" else "https://, http://, mailto:, tel:, #"
        return "UNSAFE_ADDRESS", f"Give an address that begins with {begin} or / and has no spaces."
    return "BAD_ATTRIBUTE", f"{name} cannot have this value."


def _is_known(value: Any, declared: dict[str, Any]) -> bool:
    return isinstance(value, dict) and isinstance(value.get("type"), str) and value["type"] in declared


def _holds(kind: str) -> str:
    content = NODES[kind][0]
    return f"{kind} holds {content}" if content else f"{kind} holds nothing"


def _shown_type(value: Any) -> str:
    return _shown(value.get("type") if isinstance(value, dict) else value)


def _shown(value: Any) -> str:
    """Short, and printable whatever it is."""
    return ascii(value[:40]) if isinstance(value, str) else f"a {type(value).__name__}"
