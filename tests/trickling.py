"""Clients that send a file's first bytes and then next to nothing, from any address of the loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

CONTINUE = b"HTTP/1.1 100 Continue"
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Trickling:
    """A request whose body the server has begun to read: it has asked for it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, content: bytes) -> None:
        self.writer.write(content)
        await self.writer.drain()

    async def status(self) -> int:
        """Of the answer."""
        async with asyncio.timeout(SECONDS):
            while not (line := await self.reader.readline()).startswith(b"HTTP/1.1 "):
                assert line or not self.reader.at_eof(), "the connection was closed without an answer"
        return int(line.split()[1])


@asynccontextmanager
async def trickling(
    origin: str,
    address: str,
    byte_size: int,
    *,
    method: str = "PUT",
    headers: str = "",
    network: str = "127.0.0.1",
) -> AsyncIterator[Trickling]:
    """As soon as the server has begun to read what comes to the address; leaves at the end."""
    at = urlsplit(origin)
    reader, writer = await asyncio.open_connection(at.hostname, at.port, local_addr=(network, 0))
    head = f"{method} {address} HTTP/1.1\r\nHost: {at.netloc}\r\nExpect: 100-continue\r\n{headers}"
    writer.write(f"{head}Content-Length: {byte_size}\r\n\r\n".encode())
    try:
        async with asyncio.timeout(SECONDS):
            assert (await reader.readline()).startswith(CONTINUE)
            await reader.readline()
        yield Trickling(reader, writer)
    finally:
        writer.close()
