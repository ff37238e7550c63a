"""Where the bytes of a ticket lie until they have become a file: one object, or parts that are put one by one.

Parts are plain objects, of sizes that follow from that of the file. What has arrived is what lies there: after a break,
of the network or of the CMS, only what is missing is sent.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from cms.content.rules.file_types import MEGABYTE
from cms.files.store_bytes import original_key
from cms.kernel.services import Services
from storage.documents import Upload
from storage.errors import ObjectMissing
from storage.object_store import ObjectInfo

SMALLEST_PART = MEGABYTE
MAX_PARTS = 100


@dataclass(frozen=True, slots=True)
class Part:
    """The `byte_size` bytes from `offset` on, under `key`. `number` counts from 0."""

    number: int
    offset: int
    byte_size: int
    key: str


def parts_of(upload: Upload) -> list[Part]:
    """In their order; all have the same size but the last, which may be smaller."""
    size = max(SMALLEST_PART, -(-upload.byte_size // MAX_PARTS))
    offsets = range(0, upload.byte_size, size)
    return [
        Part(number, offset, min(size, upload.byte_size - offset), f"{upload.parts_prefix}{number:03}")
        for number, offset in enumerate(offsets)
    ]


async def arrived_parts(services: Services, upload: Upload) -> list[Part]:
    """Those that are there with all their bytes. Raises Unavailable."""
    sizes = {found.key: found.bytes async for found in services.store.list_objects(upload.parts_prefix)}
    return [part for part in parts_of(upload) if sizes.get(part.key) == part.byte_size]


def application_key(application: str, sha256: str) -> str:
    """Where the bytes of a file of an application lie: with the application alone, which no address of files shows."""
    return f"applications/{application}/{sha256}"


def kept_key(upload: Upload, sha256: str) -> str:
    """Where its bytes lie once they were looked at."""
    return application_key(upload.application, sha256) if upload.application else original_key(sha256)


async def uploaded_length(services: Services, upload: Upload) -> int:
    """Raises ObjectMissing while there is neither the whole nor every part; and Unavailable."""
    try:
        return (await services.store.stat(_whole_key(upload))).bytes
    except ObjectMissing:
        if len(await arrived_parts(services, upload)) < len(parts_of(upload)):
            raise
        return upload.byte_size


async def uploaded_bytes(services: Services, upload: Upload) -> AsyncIterator[bytes]:
    """The whole, else all parts one after the other. Raises ObjectMissing, Unavailable."""
    for key in await _keys(services, upload):
        async with await services.store.open(key) as stream:
            async for chunk in stream:
                yield chunk


async def forget_bytes(services: Services, upload: Upload) -> None:
    """Whatever has arrived. Raises Unavailable."""
    found: list[ObjectInfo] = [one async for one in services.store.list_objects(upload.parts_prefix)]
    await asyncio.gather(*(services.store.delete(key) for key in (upload.key, *(one.key for one in found))))


async def _keys(services: Services, upload: Upload) -> list[str]:
    try:
        return [(await services.store.stat(_whole_key(upload))).key]
    except ObjectMissing:
        return [part.key for part in parts_of(upload)]


def _whole_key(upload: Upload) -> str:
    return kept_key(upload, upload.facts["sha256"]) if upload.facts else upload.key
