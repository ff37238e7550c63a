"""Entity tags in conditional requests (RFC 9110, section 13)."""


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Weak comparison: whether the client has this already. `etag` comes with its quotes."""
    if if_none_match is None:
        return False
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags


def still_whole(etag: str, if_range: str | None) -> bool:
    """Strong comparison: whether a part may be added to what the client has. A date never matches: we keep none."""
    return if_range is None or if_range.strip() == etag
