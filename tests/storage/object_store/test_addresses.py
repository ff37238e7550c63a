"""Presigned addresses, fetched as a browser would."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx
import pytest

from storage.embedded import S3Address
from storage.errors import ObjectMissing
from storage.object_store import ObjectStore, ServedAs
from storage.object_store.addresses import PresignedAddresses
from storage.object_store.endpoint import Endpoint
from tests.killable_s3 import store_of

MINUTE = timedelta(minutes=1)
PDF = ServedAs("application/pdf", "attachment; filename*=UTF-8''P%C5%99%C3%ADloha.pdf", "public, no-cache")


@pytest.fixture
async def browser():
    async with httpx.AsyncClient() as client:
        yield client


async def test_an_address_serves_the_type_and_the_name_it_was_made_for(
    store: ObjectStore, browser: httpx.AsyncClient
) -> None:
    await store.put("files/ab/abc", b"%PDF-1.7", "text/plain")

    answer = await browser.get(store.presigned.get("files/ab/abc", PDF, MINUTE))

    assert answer.status_code == 200
    assert answer.content == b"%PDF-1.7"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == PDF.content_disposition
    assert answer.headers["cache-control"] == "public, no-cache"


async def test_a_head_address_answers_head(store: ObjectStore, browser: httpx.AsyncClient) -> None:
    await store.put("files/ab/abc", b"%PDF-1.7", "text/plain")

    answer = await browser.head(store.presigned.get("files/ab/abc", PDF, MINUTE, method="HEAD"))

    assert (answer.status_code, answer.headers["content-length"]) == (200, "8")


async def test_an_address_is_refused_after_its_lifetime(store: ObjectStore, browser: httpx.AsyncClient) -> None:
    await store.put("files/ab/abc", b"%PDF-1.7", "text/plain")

    old = store.presigned.get("files/ab/abc", PDF, MINUTE, signed_at=datetime.now(UTC) - 2 * MINUTE)

    assert (await browser.get(old)).status_code in (400, 403)  # rclone answers 400


async def test_an_address_is_refused_when_changed(store: ObjectStore, browser: httpx.AsyncClient) -> None:
    await store.put("files/ab/abc", b"mine", "text/plain")
    await store.put("files/ab/abd", b"not yours", "text/plain")

    forged = store.presigned.get("files/ab/abc", PDF, MINUTE).replace("files/ab/abc", "files/ab/abd")

    assert (await browser.get(forged)).status_code == 403


async def test_bytes_are_put_by_address(store: ObjectStore, browser: httpx.AsyncClient) -> None:
    answer = await browser.put(store.presigned.put("files/ab/new", MINUTE), content=b"from a browser")

    assert answer.status_code == 200
    assert (await store.stat("files/ab/new")).bytes == 14


@pytest.mark.parametrize("key", ["uploads/abc", "uploads/ž (1)+&=~.pdf"])
async def test_an_address_takes_exactly_the_size_it_was_made_for(
    store: ObjectStore, browser: httpx.AsyncClient, key: str
) -> None:
    address = store.presigned.put_exactly(key, 5, MINUTE)

    refused = [(await browser.put(address, content=content)).status_code for content in (b"hell", b"hello!", b"")]
    taken = await browser.put(address, content=b"hello", headers={"content-type": "application/octet-stream"})

    assert refused == [403] * 3
    assert taken.status_code == 200 and (await store.stat(key)).bytes == 5


async def test_an_address_to_put_to_is_refused_after_its_lifetime(
    store: ObjectStore, browser: httpx.AsyncClient
) -> None:
    old = store.presigned.put_exactly("uploads/abc", 5, MINUTE, signed_at=datetime.now(UTC) - 2 * MINUTE)

    assert (await browser.put(old, content=b"hello")).status_code in (400, 403)
    with pytest.raises(ObjectMissing):
        await store.stat("uploads/abc")


def test_the_same_moment_gives_the_same_address(store: ObjectStore) -> None:
    moment = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    assert store.presigned.get("k", PDF, MINUTE, signed_at=moment) == store.presigned.get(
        "k", PDF, MINUTE, signed_at=moment
    )


async def test_addresses_are_signed_for_the_public_host(s3: S3Address, browser: httpx.AsyncClient) -> None:
    inside = store_of(s3)
    await inside.put("files/ab/abc", b"hello", "text/plain")
    port = urlsplit(s3.endpoint).port
    outside = store_of(s3, public_url=f"http://localhost:{port}")

    address = outside.presigned.get("files/ab/abc", PDF, MINUTE)

    assert urlsplit(address).netloc == f"localhost:{port}"
    assert (await browser.get(address)).content == b"hello"
    for store in (inside, outside):
        store.close()


def test_signing_for_a_public_host_needs_no_network(s3: S3Address) -> None:
    store = store_of(s3, public_url="https://files.nowhere.invalid")

    address = store.presigned.get("files/ab/abc", PDF, MINUTE)

    assert address.startswith(f"https://files.nowhere.invalid/{s3.bucket}/files/ab/abc?")
    store.close()


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("http://127.0.0.1:9000", ("http://127.0.0.1:9000",)),
        ("https://s3.example.org", ("https://s3.example.org",)),
        ("https://s3.amazonaws.com", ("https://s3.amazonaws.com", "https://cms.s3.us-east-1.amazonaws.com")),
    ],
)
def test_it_is_known_where_addresses_lead(url: str, origins: tuple[str, ...]) -> None:
    addresses = PresignedAddresses(Endpoint(url, "key", "secret"), "cms")

    assert addresses.origins == origins
    fetched = addresses.get("a", ServedAs("image/png", "inline"), timedelta(minutes=1))
    put = addresses.put_exactly("a", 1, timedelta(minutes=1))
    assert fetched.startswith(f"{origins[-1]}/") and put.startswith(f"{origins[0]}/")
