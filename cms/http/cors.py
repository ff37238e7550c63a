"""Which web pages of other origins may call an endpoint: never with cookies, so an answer is never a person's."""

from collections.abc import Iterable

Headers = list[tuple[bytes, bytes]]

MAX_AGE = b"86400"
ALLOWED = b"*, authorization"
"""Any header, and the one that "*" leaves out by the Fetch standard: sites send what applicants may do in it."""
EXPOSED = (b"access-control-expose-headers", b"cache-tag, etag, retry-after, x-request-id")


class Cors:
    """`origins`: "*" for any, or complete origins like "https://example.org"; an empty list for none."""

    def __init__(self, origins: Iterable[str] | str = "*", methods: Iterable[str] = ("GET", "HEAD", "POST")) -> None:
        self.any = origins == "*"
        self.origins = frozenset() if self.any else frozenset(origin.encode() for origin in origins)
        self.methods = ", ".join(methods).encode()
        self.vary = b"Accept" if self.any else b"Accept, Origin"

    def headers(self, origin: bytes) -> Headers:
        """For an answer to the page at `origin` (empty: not a page)."""
        if self.any:
            return [(b"access-control-allow-origin", b"*"), EXPOSED]
        if origin in self.origins:
            return [(b"access-control-allow-origin", origin), EXPOSED]
        return []

    def preflight(self, origin: bytes) -> Headers:
        """For OPTIONS; nothing is allowed to an origin that is not listed."""
        allowed = self.headers(origin)
        if not allowed:
            return []
        return [
            *allowed,
            (b"access-control-allow-methods", self.methods),
            (b"access-control-allow-headers", ALLOWED),
            (b"access-control-max-age", MAX_AGE),
        ]
