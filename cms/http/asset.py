"""A small body that is known at start: sent in the coding that its reader likes, or 304 to whom has it."""

from starlette.types import Send

from cms.http.cache.stored_answer import StoredAnswer, send_now, store
from cms.http.cors import Headers
from cms.http.header_fields import Fields


class Asset:
    def __init__(self, body: bytes, content_type: bytes, headers: Headers | None = None, *, status: int = 200) -> None:
        self.body = body
        self.status = status
        self.headers = [
            (b"content-type", content_type),
            (b"cache-control", b"no-cache"),
            (b"x-content-type-options", b"nosniff"),
            *(headers or []),
        ]
        self._answers: dict[tuple[tuple[bytes, bytes], ...], StoredAnswer] = {}
        """By the headers that are added, of which there are as many as origins that may read it."""

    async def send(self, fields: Fields, send: Send, headers: Headers | None = None) -> None:
        """`fields` are the request's; `headers` are added to the answer."""
        if self.status != 200:
            await self._send_plainly(send, headers or [])
            return
        added = tuple(headers or ())
        if added not in self._answers:
            self._answers[added] = store([*self.headers, *added], self.body, None)
        await send_now(self._answers[added], fields, "GET", send)

    async def _send_plainly(self, send: Send, headers: Headers) -> None:
        length = (b"content-length", str(len(self.body)).encode())
        start = [*self.headers, *headers, length]
        await send({"type": "http.response.start", "status": self.status, "headers": start})
        await send({"type": "http.response.body", "body": self.body})
