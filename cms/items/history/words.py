"""Which words of a text were taken out and put in: paragraphs are aligned first, then the words of changed ones."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from cms.content.fields import Field

Words: TypeAlias = list[tuple[str, str]]
"""(operation, text), in the order of the texts: "equal", "delete" (only before), "insert" (only after)."""

MAX_WORDS = 2_000
MAX_PAIRS = 10_000
"""Words of both sides, and equal ones each with each, as these take the time; above either, all counts as changed but
for what both sides begin and end with."""


def changed_words(field: Field, before: Any, after: Any) -> Words:
    """Between two values of one language, None where there was nothing; [] where the field holds no text."""
    old, new = field.words(before), field.words(after)
    return [] if old is None or new is None else word_changes(old, new)


def word_changes(before: str, after: str) -> Words:
    """All texts but the inserted ones make `before`, all but the deleted ones make `after`."""
    parts = [part for old, new in _aligned(_paragraphs(before), _paragraphs(after)) for part in _parts(old, new)]
    joined: Words = []
    for operation, text in parts:
        if joined and joined[-1][0] == operation:
            text = joined.pop()[1] + text
        joined.append((operation, text))
    return joined


def _parts(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    before, after = "".join(old), "".join(new)
    if before == after:
        yield "equal", before
        return
    for removed, put_in in _aligned(_words(before), _words(after)):
        if removed == put_in:
            yield "equal", "".join(removed)
        else:
            yield from ((name, "".join(side)) for name, side in (("delete", removed), ("insert", put_in)) if side)


def _paragraphs(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Stretches of both sides in order, alike or not."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    stretches = [(old[:start], new[:start]), *_middle(old[start : len(old) - end], new[start : len(new) - end])]
    stretches.append((old[len(old) - end :], new[len(new) - end :]))
    return (stretch for stretch in stretches if any(stretch))


def _common(one: list[str], other: list[str]) -> int:
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _middle(old: list[str], new: list[str]) -> list[tuple[list[str], list[str]]]:
    if len(old) + len(new) > MAX_WORDS:
        return [(old, new)]
    in_old, in_new = Counter(old), Counter(new)
    if sum(times * in_new[word] for word, times in in_old.items() if not word.isspace()) > MAX_PAIRS:
        return [(old, new)]
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    return [(old[a:b], new[c:d]) for _tag, a, b, c, d in matcher.get_opcodes()]
