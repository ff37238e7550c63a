"""Bytes on their way into the object store."""

import hashlib
from collections.abc import AsyncIterator

import pytest

from cms.files.store_bytes import StoredFile, original_key, store_bytes
from cms.kernel.errors import Invalid
from storage.errors import Unavailable
from storage.object_store import ObjectStore
from tests.cms.files import samples
from tests.killable_s3 import KillableS3, killable_s3, store_of

__all__ = ["killable_s3"]


async def in_pieces(content: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def kept(store: ObjectStore, stored: StoredFile) -> bytes:
    async with await store.open(original_key(stored.sha256)) as stream:
        return b"".join([chunk async for chunk in stream])


async def test_a_pdf_is_kept_under_its_hash(store: ObjectStore) -> None:
    content = samples.pdf(3)

    stored = await store_bytes(store, content, "../Příloha.PDF")

    sha256 = hashlib.sha256(content).hexdigest()
    assert stored == StoredFile(sha256, len(content), "application/pdf", "Příloha.pdf", page_count=3)
    assert await kept(store, stored) == content
    assert original_key(sha256) == f"files/{sha256[:2]}/{sha256}"


async def test_an_image_is_measured(store: ObjectStore) -> None:
    stored = await store_bytes(store, samples.image("JPEG", 640, 480), "photo.png")

    assert (stored.mime, stored.filename, stored.width, stored.height) == ("image/jpeg", "photo.jpg", 640, 480)
    assert stored.page_count is None


async def test_a_stream_is_the_same_as_its_bytes(store: ObjectStore) -> None:
    content = samples.pptx(2)

    assert await store_bytes(store, in_pieces(content), "talk.pptx") == await store_bytes(store, content, "talk.pptx")


async def test_the_same_bytes_are_kept_once(store: ObjectStore) -> None:
    first = await store_bytes(store, samples.image(), "one.png")
    second = await store_bytes(store, samples.image(), "two.png")

    assert first.sha256 == second.sha256
    assert [entry.key async for entry in store.list_objects("")] == [original_key(first.sha256)]


async def test_a_refused_file_leaves_nothing_behind(store: ObjectStore) -> None:
    with pytest.raises(Invalid):
        await store_bytes(store, samples.program(), "letter.pdf")

    assert [entry async for entry in store.list_objects("")] == []


async def test_an_endless_stream_is_stopped_at_the_limit(store: ObjectStore) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"%PDF-" + bytes(995)

    with pytest.raises(Invalid, match=r"may have 0\.25 MB at most"):
        await store_bytes(store, endless(), "endless.pdf", max_bytes=256 * 1024)

    assert taken == 263


async def test_without_the_store_the_upload_fails_clearly(killable_s3: KillableS3) -> None:
    store = store_of(killable_s3.address)
    killable_s3.kill()

    with pytest.raises(Unavailable):
        await store_bytes(store, samples.image(), "photo.png")

    store.close()
