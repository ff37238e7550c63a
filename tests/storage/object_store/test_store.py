"""The operations of the object store on a real S3 server."""

import io
import os

import pytest

from storage.embedded import S3Address
from storage.errors import ObjectMissing, Unavailable
from storage.object_store import CHUNK_BYTES, ObjectInfo, ObjectStore, ServedAs
from tests.killable_s3 import store_of


async def content_of(store: ObjectStore, key: str, offset: int = 0, length: int | None = None) -> bytes:
    async with await store.open(key, offset, length) as stream:
        return b"".join([chunk async for chunk in stream])


async def test_bytes_come_back_as_they_were_put(store: ObjectStore) -> None:
    await store.put("files/ab/abc", b"hello", "text/plain")

    assert await content_of(store, "files/ab/abc") == b"hello"
    assert await store.stat("files/ab/abc") == ObjectInfo("files/ab/abc", 5)


async def test_an_empty_object_is_an_object(store: ObjectStore) -> None:
    await store.put("empty", b"", "text/plain")

    assert (await store.stat("empty")).bytes == 0
    assert await content_of(store, "empty") == b""


async def test_a_file_is_put_whole_wherever_it_stands(store: ObjectStore) -> None:
    file = io.BytesIO(b"0123456789")
    file.seek(7)

    await store.put("file", file, "text/plain")

    assert await content_of(store, "file") == b"0123456789"


async def test_a_second_put_replaces_the_first(store: ObjectStore) -> None:
    await store.put("same", b"first", "text/plain")
    await store.put("same", b"second one", "text/plain")

    assert await content_of(store, "same") == b"second one"


@pytest.mark.parametrize(
    ("offset", "length", "expected"),
    [(0, 3, b"012"), (4, 2, b"45"), (7, None, b"789"), (9, 1, b"9"), (0, None, b"0123456789"), (8, 50, b"89")],
)
async def test_a_part_is_read(store: ObjectStore, offset: int, length: int | None, expected: bytes) -> None:
    await store.put("digits", b"0123456789", "text/plain")

    assert await content_of(store, "digits", offset, length) == expected


async def test_large_objects_arrive_in_chunks_of_bounded_size(store: ObjectStore) -> None:
    content = os.urandom(3 * CHUNK_BYTES + 17)
    await store.put("large", content, "application/zip")

    async with await store.open("large") as stream:
        chunks = [chunk async for chunk in stream]

    assert b"".join(chunks) == content
    assert [len(chunk) for chunk in chunks] == [CHUNK_BYTES, CHUNK_BYTES, CHUNK_BYTES, 17]


@pytest.mark.parametrize("key", ["files/ab/none", "nowhere"])
async def test_a_missing_key_is_said_to_be_missing(store: ObjectStore, key: str) -> None:
    with pytest.raises(ObjectMissing):
        await store.stat(key)
    with pytest.raises(ObjectMissing):
        await store.open(key)


async def test_deleting_is_repeatable(store: ObjectStore) -> None:
    await store.put("gone", b"x", "text/plain")

    await store.delete("gone")
    await store.delete("gone")

    with pytest.raises(ObjectMissing):
        await store.stat("gone")


async def test_keys_are_listed_by_prefix(store: ObjectStore) -> None:
    for key in ("renditions/aa/320.webp", "renditions/aa/640.webp", "renditions/ab/320.webp", "files/aa/x"):
        await store.put(key, key.encode(), "text/plain")

    listed = [entry async for entry in store.list_objects("renditions/aa/")]

    assert [(one.key, one.bytes) for one in listed] == [("renditions/aa/320.webp", 22), ("renditions/aa/640.webp", 22)]
    assert [entry async for entry in store.list_objects("nothing/")] == []


async def test_more_keys_than_one_page_are_all_listed(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.object_store.store.LIST_PAGE", 3)
    keys = [f"k/{number}" for number in range(7)]
    for key in keys:
        await store.put(key, b"x", "text/plain")

    assert [entry.key async for entry in store.list_objects("k/")] == keys


async def test_the_bucket_is_made_once_and_found_again(s3: S3Address) -> None:
    other = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, "another-one", s3.region)
    with pytest.raises(Unavailable, match="'another-one' does not exist: create it"):
        await other.ping()

    await other.ensure_bucket()
    await other.ensure_bucket()

    await other.ping()
    other.close()


async def test_wrong_keys_are_named_as_the_reason(s3: S3Address) -> None:
    intruder = ObjectStore(s3.endpoint, s3.access_key, "wrong", s3.bucket, s3.region)

    with pytest.raises(Unavailable, match="check the access key, the secret key"):
        await intruder.ping()
    with pytest.raises(Unavailable, match="secret key"):
        await intruder.open("files/ab/abc")
    intruder.close()


@pytest.mark.parametrize("address", ["s3.example.org", "ftp://s3.example.org", "https://example.org/s3", "http://u@h"])
def test_an_address_that_cannot_work_is_refused_at_once(s3: S3Address, address: str) -> None:
    with pytest.raises(ValueError, match=r"write it like|host and port only"):
        ObjectStore(address, "key", "secret", "cms")
    with pytest.raises(ValueError, match=r"write it like|host and port only"):
        store_of(s3, public_url=address)


async def test_a_copy_has_the_headers_that_it_is_served_with(store: ObjectStore) -> None:
    await store.put("files/ab/abc", b"%PDF", "application/octet-stream")
    served_as = ServedAs("application/pdf", 'inline; filename="a.pdf"', "public, max-age=31536000, immutable")

    await store.copy("files/ab/abc", "public/a/abc/a.pdf", served_as)
    await store.delete("files/ab/abc")

    assert await content_of(store, "public/a/abc/a.pdf") == b"%PDF"
    headers = store._short.stat_object(store.bucket, "public/a/abc/a.pdf").metadata or {}
    assert headers["Cache-Control"] == served_as.cache_control
    assert headers["Content-Disposition"] == served_as.content_disposition
    assert headers["Content-Type"] == "application/pdf"


async def test_there_is_no_copy_of_what_is_missing(store: ObjectStore) -> None:
    with pytest.raises(ObjectMissing):
        await store.copy("files/ab/none", "public/a/none/a.pdf", ServedAs("application/pdf", "inline"))
