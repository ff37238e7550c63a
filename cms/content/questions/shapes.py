"""The shapes in which answers come, and what is kept of them."""

import re
import unicodedata
from typing import Any

LONGEST_LINE = 5_000
LONGEST_TEXT = 50_000
"""Far above what questions allow: what was pasted is kept, and its length is told, so that it can be shortened."""
MAX_ENTRIES = 50
TICKED = "yes"
"""What the box of a page sends; one that is not ticked is not sent."""
_TRUE, _FALSE = (True, TICKED, "true"), (False, "no", "false")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Those that turn what stands beside them around among them; marks of direction stay."""


class WrongShape(Exception):
    """`at`: where in the answer; `values`: what the message of `code` tells."""

    def __init__(self, code: str, at: str = "", **values: object) -> None:
        super().__init__(code)
        self.code, self.at, self.values = code, at, values


def plain_text(value: Any, longest: int, at: str = "", *, multiline: bool = True) -> str | None:
    """Without control characters, in composed form. Raises WrongShape."""
    if not isinstance(value, str):
        raise WrongShape("NOT_TEXT", at)
    if len(value) > longest:
        raise WrongShape("TOO_LONG_TO_KEEP", at, max=longest, now=len(value))
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    return (text if multiline else re.sub(r"\s*\n\s*", " ", text)) or None


def line(value: Any, at: str = "") -> str | None:
    """Raises WrongShape."""
    return plain_text(value, LONGEST_LINE, at, multiline=False)


def truth(value: Any) -> bool | None:
    """None where nothing was chosen. Raises WrongShape."""
    if isinstance(value, (bool, str)):
        if value in _TRUE:
            return True
        if value in _FALSE:
            return False
        if value == "":
            return None
    raise WrongShape("NOT_YES_OR_NO")


def tick(value: Any, at: str) -> bool:
    """Raises WrongShape."""
    if not isinstance(value, bool | str) or value not in (*_TRUE, *_FALSE, ""):
        raise WrongShape("NOT_YES_OR_NO", at)
    return value in _TRUE


def entries(value: Any) -> list[Any]:
    """Raises WrongShape."""
    if not isinstance(value, list) or len(value) > MAX_ENTRIES:
        raise WrongShape("NOT_A_LIST", max=MAX_ENTRIES)
    return value


def option(value: Any, known: frozenset[str]) -> str:
    """Raises WrongShape."""
    if not isinstance(value, str) or value not in known:
        raise WrongShape("NOT_AN_OPTION")
    return value


def chosen_slugs(answer: Any) -> frozenset[str]:
    """Also of an answer that could not be kept."""
    return frozenset(map(str, answer if isinstance(answer, list) else [answer]))
