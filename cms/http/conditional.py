"""What a client asks for on a condition, where an answer has entity tags (RFC 9110, section 13)."""

from collections.abc import Sequence

from cms.http.header_fields import Fields

MAX_TAGS = 100
"""Of one header. Caches name the few that they hold; what comes after these is not looked at."""


def held_tag(if_none_match: bytes, tags: Sequence[bytes]) -> bytes | None:
    """That of `tags` (with their quotes) which the client has, by weak comparison (8.8.3.2): it needs no answer again.
    `*` is whatever there is."""
    if if_none_match in tags:
        return if_none_match
    named = {tag.removeprefix(b"W/") for tag in _listed(if_none_match)}
    return tags[0] if b"*" in named else next((tag for tag in tags if tag in named), None)


def is_another(if_match: bytes, tags: Sequence[bytes]) -> bool:
    """Whether the client wants none but what it names, and that is not among `tags`; strong comparison."""
    named = _listed(if_match)
    return b"*" not in named and not any(tag in named for tag in tags)


def has_condition(fields: Fields) -> bool:
    """`If-Modified-Since` and `If-Unmodified-Since` are none: they are ignored where no date is known (13.1.3)."""
    return b"if-none-match" in fields or b"if-match" in fields


def _listed(header: bytes) -> list[bytes]:
    return [tag.strip() for tag in header.split(b",", MAX_TAGS)[:MAX_TAGS]]
