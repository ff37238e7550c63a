"""Which words of a text were taken out and put in."""

import re
from difflib import SequenceMatcher
from typing import TypeAlias

Words: TypeAlias = list[tuple[str, str]]
"""(operation, text), in the order of the texts: "equal", "delete" (only before), "insert" (only after)."""

MOST_WORDS = 3_000
"""Of both texts together, beyond what they begin and end with alike: the time grows with the square."""


def word_changes(before: str, after: str) -> Words:
    """All texts but the inserted ones make `before`, all but the deleted ones make `after`."""
    old, new = _words(before), _words(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    parts = [("equal", old[:start]), *_middle(old_middle, new_middle), ("equal", old[len(old) - end :])]
    return [(operation, "".join(words)) for operation, words in parts if words]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _common(one: list[str], other: list[str]) -> int:
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _middle(old: list[str], new: list[str]) -> list[tuple[str, list[str]]]:
    if len(old) + len(new) > MOST_WORDS:
        return [("delete", old), ("insert", new)]
    parts: list[tuple[str, list[str]]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        parts += [("equal", old[a:b])] if tag == "equal" else [("delete", old[a:b]), ("insert", new[c:d])]
    return parts
