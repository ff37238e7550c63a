"""The other processes of this server, asked over Unix sockets for what each knows of itself."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

PATIENCE_SECONDS = 1.0
"""For one that is busy: its figures are missing then, as those of one that is not there."""
LONGEST_BYTES = 4_000_000


class Siblings:
    """`folder`: one that no other user may look into. `process` counts from 1. `tell`: this one's text."""

    def __init__(self, folder: Path, process: int, processes: int) -> None:
        self._folder = folder
        self.process = process
        self._others = [number for number in range(1, processes + 1) if number != process]
        self.tell: Callable[[], bytes] = bytes

    @contextlib.asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """The others are answered inside the block."""
        own = self._socket(self.process)
        own.unlink(missing_ok=True)  # of a process that was killed
        async with await asyncio.start_unix_server(self._answer, own):
            yield

    async def texts(self) -> dict[int, str]:
        """Of all others that answer in time."""
        answers = await asyncio.gather(*(self._ask(number) for number in self._others))
        return {number: text for number, text in zip(self._others, answers, strict=True) if text}

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            writer.write(self.tell())
            await writer.drain()
        writer.close()

    async def _ask(self, number: int) -> str:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                reader, writer = await asyncio.open_unix_connection(self._socket(number))
                with contextlib.closing(writer):
                    return await _whole(reader)
        except (OSError, TimeoutError):
            return ""

    def _socket(self, number: int) -> Path:
        return self._folder / str(number)


async def _whole(reader: asyncio.StreamReader) -> str:
    """Text that is cut would give wrong figures: "" for one that is too long."""
    text = bytearray()
    while part := await reader.read(64 * 1024):
        text += part
        if len(text) > LONGEST_BYTES:
            return ""
    return text.decode()
