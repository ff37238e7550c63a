"""Where a link, an image or a video leads, and which addresses are allowed at all."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard

Kind = Literal["item", "file"]
MAX_ADDRESS = 2000

# Spaces and control characters are refused because browsers drop some of them before they read the scheme.
_REST = r"[^\s\x00-\x1f\x7f\\<>\"\ud800-\udfff]"
_SAFE = re.compile(
    rf"(?:https?://(?![/?#]){_REST}+|mailto:{_REST}+|tel:{_REST}+|/(?!/){_REST}*|#{_REST}+)", re.IGNORECASE
)
_ON_THE_WEB = re.compile(r"(?:https?:/)?/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reference leads: `url` absolute (https, http) or from the root ("/files/…"). For images also the file's
    own description, its size in pixels, and `source`: where its bytes are fetched from, if not at `url`."""

    url: str
    alt: str = ""
    width: int | None = None
    height: int | None = None
    source: str = ""

    @property
    def picture(self) -> str:
        return self.source or self.url


# (kind, id) → its address; None: nothing public is there.
Resolve = Callable[[Kind, str], Address | None]


def is_safe_address(value: Any) -> TypeGuard[str]:
    """An https, http, mailto or tel address, one from the root of the site, or "#dates" for a heading of the page."""
    return isinstance(value, str) and len(value) <= MAX_ADDRESS and _SAFE.fullmatch(value) is not None


def is_safe_source(value: Any) -> TypeGuard[str]:
    """A safe address of something that can be fetched: no mail and no telephone."""
    return is_safe_address(value) and _ON_THE_WEB.match(value) is not None
