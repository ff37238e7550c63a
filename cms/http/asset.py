"""A small body that is known at start: sent with its ETag, or 304 to whom has it."""

from hashlib import sha256

from starlette.types import Send

from cms.http.cors import Headers
from cms.http.entity_tags import is_known
from cms.http.header_fields import Fields


class Asset:
    def __init__(self, body: bytes, content_type: bytes, headers: Headers | None = None, *, status: int = 200) -> None:
        self.body = body
        self.status = status
        self.etag = f'"{sha256(body).hexdigest()[:32]}"'
        self.headers = [
            (b"etag", self.etag.encode()),
            (b"cache-control", b"no-cache"),
            (b"x-content-type-options", b"nosniff"),
            *(headers or []),
        ]
        self.described = [(b"content-type", content_type), (b"content-length", str(len(body)).encode())]

    async def send(self, fields: Fields, send: Send, headers: Headers | None = None) -> None:
        """`fields` are the request's; `headers` are added to the answer."""
        fresh = is_known(self.etag, fields.get(b"if-none-match", b"").decode("latin-1"))
        start = [*self.headers, *(headers or []), *([] if fresh else self.described)]
        await send({"type": "http.response.start", "status": 304 if fresh else self.status, "headers": start})
        await send({"type": "http.response.body", "body": b"" if fresh else self.body})
