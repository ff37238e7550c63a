"""Two doors to one content, over real sockets: one that keeps answers, and one that makes each anew, which says what is
right. Requests are written as they stand, so that nothing smooths what is wrong with them."""

import asyncio
import gzip
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import brotli
import orjson
import zstandard

Lines = tuple[tuple[str, str], ...]
JSON: Lines = (("Content-Type", "application/json"),)
_UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "zstd": zstandard.decompress,
    "gzip": gzip.decompress,
}


@dataclass(frozen=True)
class Asked:
    """A request. `lines`: its headers besides Host."""

    target: str = "/graphql"
    lines: Lines = ()
    body: bytes = b""
    method: str = "GET"
    host: str = "cms.test"
    version: str = "1.1"

    def as_bytes(self) -> bytes:
        lines = [("Host", self.host), ("Connection", "close"), *self.lines]
        if self.body:
            lines.append(("Content-Length", str(len(self.body))))
        head = "".join(f"{name}: {value}\r\n" for name, value in lines)
        return f"{self.method} {self.target} HTTP/{self.version}\r\n{head}\r\n".encode() + self.body


@dataclass(frozen=True)
class Got:
    """`body` without its coding."""

    status: int
    headers: dict[str, str]
    body: bytes

    def content(self) -> tuple[Any, ...]:
        """What has to be the same whether the answer was kept or not."""
        names = (
            "content-type",
            "cache-control",
            "cache-tag",
            "vary",
            "access-control-allow-origin",
            "location",
            "allow",
        )
        tag = self.headers.get("etag", "").partition("-")[0].strip('"')
        return self.status, {name: self.headers.get(name) for name in names}, tag, self.body

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)


@dataclass(frozen=True)
class Door:
    origin: str

    async def ask(self, asked: Asked) -> Got:
        return await self.send(asked.as_bytes())

    async def send(self, request: bytes) -> Got:
        at = urlsplit(self.origin)
        reader, writer = await asyncio.open_connection(at.hostname, at.port)
        writer.write(request)
        async with asyncio.timeout(20):
            received = await reader.read()
        writer.close()
        return _parsed(received)


def _parsed(received: bytes) -> Got:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    assert len(headers) == len(lines) or "set-cookie" in headers, f"a header was sent twice: {lines}"
    coding = headers.get("content-encoding")
    return Got(int(first.split()[1]), headers, _UNPACK[coding](body) if coding and body else body)


def by_get(query: str, *lines: tuple[str, str], method: str = "GET", **parameters: str) -> Asked:
    fields = "&".join(f"{name}={quote(value, safe='')}" for name, value in {"query": query, **parameters}.items())
    return Asked(f"/graphql?{fields}", lines, method=method)


def by_post(query: str | None, *lines: tuple[str, str], **parameters: Any) -> Asked:
    given = parameters if query is None else {"query": query, **parameters}
    return Asked("/graphql", (*JSON, *lines), orjson.dumps(given), "POST")
