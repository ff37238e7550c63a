"""Addresses of files and the headers that name a download."""

import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlencode

from cms.files.widths import ladder_width


def file_url(
    file_id: str, filename: str, width: int | None = None, *, draft: bool = False, preview: str | None = None
) -> str:
    """The stable address, without a host: "/files/<id>/<name>". `width` (pixels) asks for a rendition of an image,
    `draft` for the bytes of the draft, which only those get who may read it, `preview` (a token) for what a preview
    shows of it."""
    asked: dict[str, int | str] = {"draft": 1} if draft else {}
    if preview is not None:
        asked["preview"] = preview
    if width is not None:
        asked["width"] = ladder_width(width)
    address = f"/files/{file_id}/{_in_path(filename)}"
    return f"{address}?{urlencode(asked)}" if asked else address


@lru_cache(maxsize=4096)
def _in_path(filename: str) -> str:
    """Pages link to the same files again and again."""
    return quote(filename, safe="")


def content_disposition(filename: str, *, inline: bool) -> str:
    """RFC 6266: a plain name for old clients and, where it says less, the real one in UTF-8 (RFC 8187)."""
    kind = "inline" if inline else "attachment"
    plain = _ascii(filename)
    header = f'{kind}; filename="{plain}"'
    return header if plain == filename else f"{header}; filename*=UTF-8''{quote(filename, safe='')}"


def _ascii(filename: str) -> str:
    """Without quotes, backslashes and percent signs, which clients unescape differently."""
    letters = unicodedata.normalize("NFKD", filename)
    kept = (c for c in letters if not unicodedata.combining(c))
    return "".join(c if " " <= c <= "~" and c not in '"\\%' else "_" for c in kept)
