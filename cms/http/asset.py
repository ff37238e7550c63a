"""A small body that is known at start: sent with its ETag, or 304 to whom has it."""

from hashlib import sha256
from pathlib import Path

from starlette.types import Scope, Send

from cms.http.cors import Headers

CONTENT_TYPES = {
    ".css": b"text/css; charset=utf-8",
    ".html": b"text/html; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".svg": b"image/svg+xml",
}


class Asset:
    def __init__(self, body: bytes, content_type: bytes, headers: Headers | None = None) -> None:
        self.body = body
        self.etag = f'"{sha256(body).hexdigest()[:32]}"'.encode()
        self.headers = [
            (b"etag", self.etag),
            (b"cache-control", b"no-cache"),
            (b"x-content-type-options", b"nosniff"),
            *(headers or []),
        ]
        self.described = [(b"content-type", content_type), (b"content-length", str(len(body)).encode())]

    @classmethod
    def of_file(cls, path: Path, headers: Headers | None = None) -> "Asset":
        return cls(path.read_bytes(), CONTENT_TYPES[path.suffix], headers)

    async def send(self, scope: Scope, send: Send, headers: Headers | None = None) -> None:
        known = b",".join(value for name, value in scope["headers"] if name == b"if-none-match")
        fresh = self.is_known(known)
        start = [*self.headers, *(headers or []), *([] if fresh else self.described)]
        await send({"type": "http.response.start", "status": 304 if fresh else 200, "headers": start})
        await send({"type": "http.response.body", "body": b"" if fresh else self.body})

    def is_known(self, if_none_match: bytes) -> bool:
        """Weak comparison, as RFC 9110 asks for If-None-Match."""
        tags = {tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b",")}
        return self.etag in tags or b"*" in tags
