"""Opaque ids: one for an item, or a part of it, as one site shows it in one language, live or in one preview.

Client caches keep objects by their ids, so what differs in its texts must differ in its id. An id is no secret and
gives no right: what is read by it passes the same checks as what is read by its address.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from functools import lru_cache

FORMAT = "1"
"""Ids of another format name nothing any more: clients ask for their pages anew."""
WORDS = 6
LONGEST = 600
URL_SAFE = bytes.maketrans(b"+/", b"-_")
KEPT = 16_384
"""Ids that are not made again, some 5 MB: a page has one for each item, block, session and talk."""
NEVER_WITHIN = " "
"""Stands between the parts of an id; no key, language or id of ours has it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """`locale`: "" for a site that was asked for without one. `preview`: `preview_mark` of its token, "" for what is
    live. `part`: type and keys of a part, "" for the item itself."""

    site: str
    locale: str
    preview: str
    item: str
    part: str = ""

    @property
    def id(self) -> str:
        return _written(self.site, self.locale, self.preview, self.item, self.part)


@lru_cache(KEPT)
def opaque_id(*words: str) -> str:
    """The id of an `Identity` with these values, which need not be made for it. Of values of our own: what a client
    gave would push them out."""
    return _written(*words)


def _written(*words: str) -> str:
    text = NEVER_WITHIN.join((FORMAT, *words)).encode()
    return binascii.b2a_base64(text, newline=False).translate(URL_SAFE, b"=").decode("ascii")


def identity_of(id: str) -> Identity | None:
    """What an id names; None for one that was not made here, or is cut."""
    if len(id) > LONGEST:
        return None
    try:
        words = base64.b64decode(id + "=" * (-len(id) % 4), altchars=b"-_", validate=True).decode().split(NEVER_WITHIN)
    except (ValueError, binascii.Error):
        return None
    if len(words) != WORDS or words[0] != FORMAT:
        return None
    named = Identity(*words[1:])
    return named if named.id == id else None


def preview_mark(token: str | None) -> str:
    """Tells previews apart without giving their tokens away; "" for none."""
    return hashlib.blake2b(token.encode(), digest_size=6, person=b"cms-preview").hexdigest() if token else ""
