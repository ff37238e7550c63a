"""What the attributes of nodes and marks may hold: each function says whether a value of any kind is valid."""

import re
from collections.abc import Callable
from typing import Any, TypeGuard

Validate = Callable[[Any], bool]

_ID = re.compile(r"[0-9a-f]{24}")
_FRAGMENT = re.compile(r"[^\s\x00-\x1f\x7f\\<>\"#\ud800-\udfff]{1,200}")


def identifier(value: Any) -> TypeGuard[str]:
    """The id of an item, 24 hexadecimal digits."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def fragment(value: Any) -> TypeGuard[str]:
    """The id of a heading, and what stands behind "#" in an address."""
    return isinstance(value, str) and _FRAGMENT.fullmatch(value) is not None


def whole_number(minimum: int, maximum: int) -> Validate:
    return lambda value: type(value) is int and minimum <= value <= maximum


def text_up_to(length: int) -> Validate:
    return lambda value: isinstance(value, str) and len(value) <= length


def list_style(value: Any) -> bool:
    """Numbers, letters or Roman numbers, as in HTML's `type`."""
    return value in ("1", "a", "A", "i", "I")


def column_widths(value: Any) -> bool:
    """Pixels, as the editor's column resizing writes them."""
    return isinstance(value, list) and len(value) <= 100 and all(map(whole_number(0, 10_000), value))


def optional(validate: Validate) -> Validate:
    return lambda value: value is None or validate(value)
