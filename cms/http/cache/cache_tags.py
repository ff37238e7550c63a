"""The tags of an answer as caches in front of us get them, in `Cache-Tag`: bounded, and none is ever left out.

A header of any length stops at proxies (nginx gives 4 KB to all headers of an answer, Varnish 8 KB). Where the tags of
an answer are too long together, each is replaced by its group: by one of 4,096, or where these are still too long, of
256. Whoever tells a cache what has changed names each tag with its groups (`purged_tags`), so that a cache drops what
depends on the tag and some answers more.
"""

from collections.abc import Collection, Iterable
from hashlib import blake2b
from urllib.parse import quote

MAX_BYTES = 2_000
"""Of the header's value."""
GROUP_DIGITS = (3, 2)
"""Hexadecimal, of the groups; 256 of the last ones fit in any case."""
SITE = "site:"
"""Tags of sites are no groups while there is room: by them somebody drops all of a site."""


def cache_tags(tags: Iterable[str]) -> list[str]:
    """What an answer that depends on `tags` is known by to caches, in order; each without spaces and commas."""
    plain = set(map(_plain, tags))
    sites = {tag for tag in plain if tag.startswith(SITE)}
    grouped = (sites | _groups(plain - sites, digits) for digits in GROUP_DIGITS)
    told = next((told for told in (plain, *grouped) if _bytes(told) <= MAX_BYTES), None)
    return sorted(told or _groups(plain, GROUP_DIGITS[-1]))


def purged_tags(tags: Iterable[str]) -> list[str]:
    """What a cache has to drop where `tags` have changed."""
    plain = set(map(_plain, tags))
    return sorted(plain | {_group(tag, digits) for tag in plain for digits in GROUP_DIGITS})


def cache_tag_header(tags: Collection[str]) -> bytes:
    return ",".join(cache_tags(tags)).encode()


def _plain(tag: str) -> str:
    return quote(tag, safe=":/*~")


def _groups(tags: Iterable[str], digits: int) -> set[str]:
    return {_group(tag, digits) for tag in tags}


def _group(tag: str, digits: int) -> str:
    return "~" + blake2b(tag.encode(), digest_size=8).hexdigest()[:digits]


def _bytes(tags: Collection[str]) -> int:
    return sum(map(len, tags)) + len(tags)
