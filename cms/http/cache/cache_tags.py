"""The tags of an answer as caches in front of us get them, in `Cache-Tag`: bounded, and none is ever left out.

A header of any length stops at proxies (nginx gives 4 KB to all headers of an answer, Varnish 8 KB). Where the tags of
an answer are too long together, each is replaced by its group: by one of 4,096, or where these are still too long, of
256. Whoever tells a cache what has changed names each tag with its groups (`purged_tags`), so that a cache drops what
depends on the tag and some answers more.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote

MAX_BYTES = 2_000
"""Of the header's value."""
GROUP_DIGITS = (3, 2)
"""Hexadecimal, of the groups; 256 of the last ones fit in any case."""
GROUPS = range(1, len(GROUP_DIGITS) + 1)
KEPT = 8_192
SITE = "site:"
"""Tags of sites are no groups while there is room: by them somebody drops all of a site."""


def cache_tags(tags: Iterable[str]) -> list[str]:
    """What an answer that depends on `tags` is known by to caches, in order; each without spaces and commas."""
    named = [*map(_names, tags)]
    plain = {names[0] for names in named}
    if _bytes(plain) <= MAX_BYTES:
        return sorted(plain)
    sites = {tag for tag in plain if tag.startswith(SITE)}
    others = [names for names in named if names[0] not in sites]
    grouped = (sites | {names[size] for names in others} for size in GROUPS)
    told = next((told for told in grouped if _bytes(told) <= MAX_BYTES), None)
    return sorted(told or {names[GROUPS[-1]] for names in named})


def purged_tags(tags: Iterable[str]) -> list[str]:
    """What a cache has to drop where `tags` have changed."""
    return sorted({name for tag in tags for name in _names(tag)})


def cache_tag_header(tags: Collection[str]) -> bytes:
    return ",".join(cache_tags(tags)).encode()


@lru_cache(KEPT)
def _names(tag: str) -> tuple[str, ...]:
    """The tag as itself, and its groups. Kept, as a page with a programme has hundreds, and most pages the same."""
    plain = quote(tag, safe=":/*~")
    digest = blake2b(plain.encode(), digest_size=8).hexdigest()
    return (plain, *(f"~{digest[:digits]}" for digits in GROUP_DIGITS))


def _bytes(tags: Collection[str]) -> int:
    return sum(map(len, tags)) + len(tags)
