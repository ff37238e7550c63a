"""Addresses of videos that foreign pages embed, as the page on which one can watch them."""

import re

EMBEDDED = (
    (
        re.compile(r"(?:https?:)?//www\.youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})(?:[?#].*)?"),
        "https://youtu.be/{}",
    ),
    (re.compile(r"(?:https?:)?//player\.vimeo\.com/video/([0-9]{5,15})(?:[?#].*)?"), "https://vimeo.com/{}"),
)


def watch_address(embedded: str) -> str | None:
    """ "https://youtu.be/…" for an embedded player's address; None: no player we know."""
    for pattern, address in EMBEDDED:
        if found := pattern.fullmatch(embedded.strip()):
            return address.format(found[1])
    return None
