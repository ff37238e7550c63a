"""Entity tags in conditional requests for one representation (RFC 9110, section 13). Tags come with their quotes."""

from cms.http.conditional import held_tag, is_another


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Weak comparison: whether the client has this already."""
    return if_none_match is not None and held_tag(if_none_match.encode("latin-1"), [etag.encode()]) is not None


def is_wrong(etag: str, if_match: str | None) -> bool:
    """Strong comparison: whether the client wants none but another one."""
    return if_match is not None and is_another(if_match.encode("latin-1"), [etag.encode()])


def still_whole(etag: str, if_range: str | None) -> bool:
    """Strong comparison: whether a part may be added to what the client has. A date never matches: we keep none."""
    return if_range is None or if_range.strip() == etag
