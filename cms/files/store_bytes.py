"""Takes the bytes of a new file: what they are, how many, and where they are kept."""

import asyncio
import hashlib
from collections.abc import AsyncIterable, AsyncIterator, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cms.content.rules.file_types import MAX_BYTES, MEGABYTE, names_of
from cms.content.rules.filename import safe_filename
from cms.files.image_size import image_size
from cms.files.page_count import page_count
from cms.files.real_type import real_type
from cms.files.refusal import refused
from cms.files.scratch import scratch_file
from storage.errors import ObjectMissing
from storage.object_store import ObjectStore

_one_block_at_a_time = asyncio.Semaphore(1)
"""However many files come in: hashing and writing must leave the event loop a core."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`width` and `height` in pixels for images, `page_count` for PDF and PPTX. `filename` fits the real type."""

    sha256: str
    bytes: int
    mime: str
    filename: str
    width: int | None = None
    height: int | None = None
    page_count: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said of the bytes beforehand. `sha256` in lower case, None where it was not said."""

    bytes: int
    sha256: str | None = None

    def check_length(self, length: int) -> None:
        """Raises Invalid."""
        if length != self.bytes:
            raise refused("FILE_SIZE", f"{self.bytes:,} bytes were announced, {length:,} came: upload it again.")

    def check(self, length: int, sha256: str) -> None:
        """Raises Invalid."""
        self.check_length(length)
        if self.sha256 not in (None, sha256):
            raise refused("FILE_HASH", "The bytes that came are not those that were announced: upload it again.")


def original_key(sha256: str) -> str:
    return f"files/{sha256[:2]}/{sha256}"


async def store_bytes(
    store: ObjectStore,
    data: bytes | AsyncIterable[bytes],
    filename: str,
    max_bytes: int = MAX_BYTES,
    promise: Promise | None = None,
) -> StoredFile:
    """Keep the bytes under their SHA-256, if they are what was promised; storing the same bytes again changes nothing.

    They are first laid into a temporary file, because their kind and their hash are known only at their end.
    Raises Invalid (see `real_type`, `image_size`, `page_count`) and Unavailable.
    """
    async with scratch_file() as path:
        sha256 = await receive(_chunks(data), path, max_bytes)
        return await store_file(store, path, sha256, filename, promise, key=original_key(sha256))


async def store_file(
    store: ObjectStore,
    path: Path,
    sha256: str,
    filename: str,
    promise: Promise | None = None,
    *,
    key: str,
    accept: Collection[str] = (),
) -> StoredFile:
    """The same for bytes that lie in a file already, whose hash is known. `accept`: the media types that are taken, all
    without one."""
    stored = await asyncio.to_thread(inspect_file, path, sha256, filename, promise)
    if accept and stored.mime not in accept:
        raise refused("FILE_TYPE", f"Such files are not taken here. Accepted are {names_of(accept)}.")
    if not await _is_kept(store, key, stored.bytes):
        with path.open("rb") as content:
            await store.put(key, content, stored.mime)
    return stored


async def inspect_bytes(data: AsyncIterable[bytes], filename: str = "file", max_bytes: int = MAX_BYTES) -> StoredFile:
    """The same, without keeping anything. Raises Invalid."""
    async with scratch_file() as path:
        sha256 = await receive(data, path, max_bytes)
        return await asyncio.to_thread(inspect_file, path, sha256, filename)


def inspect_file(path: Path, sha256: str, filename: str, promise: Promise | None = None) -> StoredFile:
    """What a file on the disk is, whose hash is known. Raises Invalid."""
    if promise is not None:
        promise.check(path.stat().st_size, sha256)
    kind = real_type(path)
    size = image_size(path) if kind.is_image else None
    return StoredFile(
        sha256=sha256,
        bytes=path.stat().st_size,
        mime=kind.mime,
        filename=safe_filename(filename, kind),
        width=size.width if size else None,
        height=size.height if size else None,
        page_count=page_count(path, kind),
    )


async def _chunks(data: bytes | AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    if isinstance(data, bytes):
        yield data
        return
    async for chunk in data:
        yield chunk


async def receive(chunks: AsyncIterable[bytes], path: Path, max_bytes: int) -> str:
    """Into a file; the hash of it all. Raises Invalid as soon as there are more than `max_bytes`."""
    digest = hashlib.sha256()
    length = 0
    with path.open("wb") as file:
        async for chunk in chunks:
            length += len(chunk)
            if length > max_bytes:
                raise refused("FILE_TOO_LARGE", f"The file may have {max_bytes / MEGABYTE:g} MB at most.")
            async with _one_block_at_a_time:
                await asyncio.to_thread(_take, chunk, digest, file)
    return digest.hexdigest()


def _take(chunk: bytes, digest: "hashlib._Hash", file: BinaryIO) -> None:
    digest.update(chunk)
    file.write(chunk)


async def _is_kept(store: ObjectStore, key: str, length: int) -> bool:
    try:
        return (await store.stat(key)).bytes == length
    except ObjectMissing:
        return False
