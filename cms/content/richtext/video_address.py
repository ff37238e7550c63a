"""Addresses of videos, as the page on which one can watch them.

`admin_ui/src/rich-text/model/videos.ts` has the same rules.
"""

import re

YOUTUBE = re.compile(
    r"(?:https?:)?//(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:(?:embed|shorts|live)/|watch\?(?:[^#]*&)?v=)|youtu\.be/)"
    r"([a-z0-9_-]{6,20})(?:[?&#/].*)?",
    re.IGNORECASE,
)
VIMEO = re.compile(
    r"(?:https?:)?//(?:www\.vimeo\.com/|vimeo\.com/|player\.vimeo\.com/video/)([0-9]{5,15})(?:[?#/].*)?", re.IGNORECASE
)
BEGINNING = re.compile(
    r"[?&#](?:t|start)=(?:([0-9]{1,2})h)?(?:([0-9]{1,3})m)?(?:([0-9]{1,5})s?)?(?=[&#]|$)", re.IGNORECASE
)


def watch_address(given: str) -> str | None:
    """ "https://youtu.be/…?t=43" for an address of YouTube or Vimeo, from the second given on; None for others."""
    address = given.strip()
    seconds = _beginning(address)
    if youtube := YOUTUBE.fullmatch(address):
        return f"https://youtu.be/{youtube[1]}" + (f"?t={seconds}" if seconds else "")
    if vimeo := VIMEO.fullmatch(address):
        return f"https://vimeo.com/{vimeo[1]}" + (f"#t={seconds}s" if seconds else "")
    return None


def _beginning(address: str) -> int:
    """In seconds: "t=43", "t=1m3s" and "start=43" are all in use."""
    found = BEGINNING.search(address)
    hours, minutes, seconds = (int(one or 0) for one in found.groups()) if found else (0, 0, 0)
    return 3600 * hours + 60 * minutes + seconds
