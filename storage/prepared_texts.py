"""What published documents keep of their formatted texts beside them, made once when they are published. It belongs to
the delivery world alone: whoever compares, copies or carries away what is live takes it off."""

from collections.abc import Callable, Iterator
from typing import Any

PREPARED = "prepared"
"""Its name in a formatted text, which is {type: "doc", content: […]}."""
MARK = "texts_prepared"
"""Its version's name in the document, a whole number: that of which the last pass over all its texts was."""

Text = dict[str, Any]


def is_text(value: Any) -> bool:
    return isinstance(value, dict) and value.get("type") == "doc" and isinstance(value.get("content"), list)


def texts_in(value: Any) -> Iterator[Text]:
    """The formatted texts of a document, or of a part of one."""
    if is_text(value):
        yield value
        return
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(inside)


def with_texts(value: Any, change: Callable[[Text], Text]) -> Any:
    """The same with another text for each; what does not change is not copied."""
    if is_text(value):
        return change(value)
    if isinstance(value, dict):
        parts = {name: with_texts(one, change) for name, one in value.items()}
        return value if all(parts[name] is one for name, one in value.items()) else parts
    if isinstance(value, list):
        elements = [with_texts(one, change) for one in value]
        return value if all(new is old for new, old in zip(elements, value, strict=True)) else elements
    return value


def without_prepared_texts(value: Any) -> Any:
    """A document, or a part of one, as it was written."""
    plain = with_texts(value, _plain)
    is_marked = isinstance(plain, dict) and MARK in plain
    return {name: one for name, one in plain.items() if name != MARK} if is_marked else plain


def _plain(text: Text) -> Text:
    return {name: one for name, one in text.items() if name != PREPARED} if PREPARED in text else text
