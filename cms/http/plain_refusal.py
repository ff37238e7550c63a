"""An answer of one line to a request that no application sees; the connection ends with it."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.types import Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class PlainRefusal:
    """`retry_after`: seconds, 0 where trying again is of no use."""

    status: int
    text: str
    retry_after: int = 0

    def headers(self) -> list[tuple[bytes, bytes]]:
        retry = [(b"retry-after", str(self.retry_after).encode())] if self.retry_after else []
        return [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(self.body())).encode()),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
            *retry,
        ]

    def body(self) -> bytes:
        return f"{self.text}\n".encode()

    def as_bytes(self) -> bytes:
        """The whole answer, where nothing reads ASGI's messages."""
        first = f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}\r\n".encode()
        return first + b"".join(b"%b: %b\r\n" % header for header in self.headers()) + b"\r\n" + self.body()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers()})
        await send({"type": "http.response.body", "body": self.body()})
