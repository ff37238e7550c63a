"""How large an answer has become while it is being made."""

from typing import Any

VALUE = 8
"""Bytes charged for what is neither text nor has parts."""
NAME = 4
"""Quotes, colon and comma."""


class AnswerTooLarge(Exception):
    """Ends the whole execution, however deep it is: no null takes its place."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The answer would have more than {limit:,} bytes. Ask for smaller pages, or for fewer fields."
        )


class AnswerSize:
    """Adds up nearly what JSON will have, without making it. All methods that add raise AnswerTooLarge.

    is_exact: whether nothing was added by an upper bound; if not, an answer that seems too large may be allowed.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._left = limit
        self._known: dict[int, tuple[Any, int]] = {}
        self.is_exact = True

    def add_names(self, names: Any) -> None:
        self._spend(sum(map(len, names)) + NAME * len(names))

    def add(self, value: Any) -> None:
        """A leaf: text, number, or what a JSON scalar holds."""
        if isinstance(value, str):
            self._spend(text_size(value))
        elif isinstance(value, list | dict):
            self._spend(self._json_size(value))
        else:
            self._spend(VALUE)

    def add_compiled(self, most: int) -> None:
        """Of what was completed at once: at most so many bytes would have been added for its parts."""
        self.is_exact = False
        self._spend(most)

    def _json_size(self, value: Any) -> int:
        """The same object may be shown again and again."""
        known = self._known.get(id(value))
        if known is None:
            # the object is kept so that its id stays its own
            known = self._known[id(value)] = value, json_size(value, self._left)
        return known[1]

    def _spend(self, bytes: int) -> None:
        self._left -= bytes
        if self._left < 0:
            raise AnswerTooLarge(self._limit)


def text_size(text: str) -> int:
    return len(text) + 2 if text.isascii() else len(text.encode(errors="replace")) + 2


def json_size(value: Any, most: int) -> int:
    """Counting stops where it is above `most`."""
    size, stack = 0, [value]
    while stack and size <= most:
        part = stack.pop()
        if isinstance(part, str):
            size += text_size(part)
        elif isinstance(part, dict):
            size += VALUE + sum(map(text_size, part))
            stack.extend(part.values())
        elif isinstance(part, list):
            size += VALUE
            stack.extend(part)
        else:
            size += VALUE
    return size
