"""A ZIP that is sent while it is written: at no time is more of it in memory than one piece."""

from collections.abc import AsyncIterable, AsyncIterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LARGE = 2**31 - 1
"""Bytes of a file, from which on its sizes need the wider fields."""
EARLIEST = 1980


class _Pieces:
    """What was written since it was taken last. It cannot be gone back in, so that sizes follow their files."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is kept back."""

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


class StreamedZip:
    """Each method gives the bytes that are to be sent next. `at`: what the files are dated."""

    def __init__(self, at: datetime) -> None:
        self._pieces = _Pieces()
        self._zip = ZipFile(self._pieces, "w", allowZip64=True)  # pyright: ignore[reportCallIssue, reportArgumentType]  it only writes
        self._at = (max(at.year, EARLIEST), at.month, at.day, at.hour, at.minute, at.second)

    async def file(self, path: str, size: int, chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
        """Not compressed: documents and pictures are already. `size`: in bytes, as far as is known."""
        with self._zip.open(self._entry(path, ZIP_STORED), "w", force_zip64=size > LARGE) as entry:
            async for chunk in chunks:
                entry.write(chunk)
                yield self._pieces.take()
        yield self._pieces.take()

    def text(self, path: str, content: bytes) -> bytes:
        self._zip.writestr(self._entry(path, ZIP_DEFLATED), content)
        return self._pieces.take()

    def end(self) -> bytes:
        self._zip.close()
        return self._pieces.take()

    def _entry(self, path: str, compression: int) -> ZipInfo:
        entry = ZipInfo(path, self._at)
        entry.compress_type = compression
        return entry
