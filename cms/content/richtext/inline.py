"""Collects the texts, marks and line breaks of one paragraph or heading, with space as browsers show it."""

from typing import Any

from cms.content.richtext.characters import SPACES, UNPRINTABLE
from cms.content.richtext.model import MARKS

Node = dict[str, Any]
# Byte order marks and zero-width spaces, which editors of other programs leave behind.
LEFTOVERS = dict.fromkeys(map(ord, "\ufeff\u200b"))


def mark(kind: str, **attrs: Any) -> Node:
    return {"type": kind, "attrs": {name: attrs.get(name) for name in MARKS[kind]}} if attrs else {"type": kind}


class Inline:
    def __init__(self) -> None:
        self._marks: list[Node] = []
        self._nodes: list[Node] = []
        self._parts: list[str] = []
        self._parts_marks: list[Node] = []
        self._after_space = True

    def set_marks(self, marks: list[Node]) -> None:
        """Those of the text that follows, in any order; of two of a kind the later counts."""
        by_type = {one["type"]: one for one in marks}
        self._marks = [by_type[kind] for kind in MARKS if kind in by_type]

    def text(self, raw: str) -> None:
        text = SPACES.sub(" ", UNPRINTABLE.sub("", raw).translate(LEFTOVERS))
        if self._after_space:
            text = text.lstrip(" ")
        if not text:
            return
        if self._marks != self._parts_marks:
            self._flush()
            self._parts_marks = self._marks
        self._parts.append(text)
        self._after_space = text.endswith(" ")

    def line_break(self) -> None:
        self._end_line()
        if self._nodes:
            self._nodes.append(_marked({"type": "hardBreak"}, self._marks))

    def take(self) -> list[Node]:
        """What was collected, [] if nobody could read it; begins the next textblock."""
        self._end_line()
        while self._nodes and self._nodes[-1]["type"] == "hardBreak":
            self._nodes.pop()
            self._end_line()
        taken, self._nodes = self._nodes, []
        return taken if any(node.get("text", "").strip() for node in taken) else []

    def _flush(self) -> None:
        if self._parts:
            self._nodes.append(_marked({"type": "text", "text": "".join(self._parts)}, self._parts_marks))
        self._parts = []

    def _end_line(self) -> None:
        self._flush()
        self._after_space = True
        while self._nodes and self._nodes[-1].get("text", "").endswith(" "):
            last = self._nodes.pop()
            if text := last["text"].rstrip(" "):
                self._nodes.append({**last, "text": text})


def _marked(node: Node, marks: list[Node]) -> Node:
    return {**node, "marks": marks} if marks else node
