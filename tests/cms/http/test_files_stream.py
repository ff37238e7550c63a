"""Files whose bytes pass through us."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.content.rules.file_types import PPTX
from cms.http import object_response
from cms.http.connection import connections
from cms.http.shares import Shares
from storage.embedded import S3Address
from storage.object_store import CHUNK_BYTES, ObjectStream
from tests.cms.files import samples
from tests.cms.http.clients import IMPATIENT
from tests.cms.http.file_site import ID, FileSite
from tests.killable_s3 import store_of

NewBucket = Callable[[], Awaitable[S3Address]]


async def test_a_file_comes_with_its_bytes_type_and_name(site: FileSite) -> None:
    content = samples.pdf(2)
    record = await site.publish(content, "Příloha č. 1.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/Příloha č. 1.pdf")

    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-length"] == str(len(content))
    assert answer.headers["content-disposition"].startswith("inline; filename=\"Priloha c. 1.pdf\"; filename*=UTF-8''P")
    assert answer.headers["etag"] == f'"{record.sha256}"'
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "public, no-cache"
    assert answer.headers["access-control-allow-origin"] == "*"


async def test_documents_are_downloads(site: FileSite) -> None:
    await site.publish(samples.pptx(), "talk.pptx")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/talk.pptx")

    assert answer.headers["content-type"] == PPTX.mime
    assert answer.headers["content-disposition"] == 'attachment; filename="talk.pptx"'


@pytest.mark.parametrize(
    ("content", "name", "is_sandboxed"),
    [(samples.image(), "a.png", True), (samples.mp4(), "a.mp4", True), (samples.pdf(), "a.pdf", False)],
)
async def test_what_browsers_show_is_in_a_sandbox(
    site: FileSite, content: bytes, name: str, is_sandboxed: bool
) -> None:
    """Except PDF, for which browsers would not open their viewer then."""
    await site.publish(content, name)

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/{name}")

    assert ("sandbox" in answer.headers.get("content-security-policy", "")) is is_sandboxed


async def test_head_is_get_without_the_body(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        get, head = await browser.get(f"/files/{ID}/agenda.pdf"), await browser.head(f"/files/{ID}/agenda.pdf")

    assert (head.status_code, head.content) == (200, b"")
    del get.headers["date"], head.headers["date"]
    assert head.headers == get.headers


@pytest.mark.parametrize("wrap", ['"{}"', 'W/"{}"', '"other", "{}"', "*"])
async def test_who_has_it_gets_nothing_again(site: FileSite, wrap: str) -> None:
    record = await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf", headers={"if-none-match": wrap.format(record.sha256)})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == f'"{record.sha256}"'
    assert answer.headers["cache-control"] == "public, no-cache"


FILM = samples.mp4(padding=os.urandom(2 * CHUNK_BYTES))
OFFSETS = st.sampled_from([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, len(FILM) - 1]) | st.integers(
    0, len(FILM) + 10
)


@pytest.fixture(scope="module")
async def cinema(new_bucket: NewBucket) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at a site with one film, for many requests."""
    store = store_of(await new_bucket())
    site = FileSite(store)
    await site.publish(FILM, "film.mp4")
    async with site.visited() as browser:
        yield browser
    store.close()


@settings(max_examples=60, deadline=None)
@given(first=OFFSETS, last=st.none() | OFFSETS)
async def test_any_range_is_exactly_those_bytes(cinema: httpx.AsyncClient, first: int, last: int | None) -> None:
    asked = f"bytes={first}-{'' if last is None else last}"

    answer = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": asked})

    if last is not None and last < first:
        assert (answer.status_code, answer.content) == (200, FILM)
    elif first >= len(FILM):
        assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(FILM)}")
    else:
        expected = FILM[first : None if last is None else last + 1]
        assert (answer.status_code, answer.content) == (206, expected)
        end = first + len(expected) - 1
        assert answer.headers["content-range"] == f"bytes {first}-{end}/{len(FILM)}"
        assert answer.headers["content-length"] == str(len(expected))


@settings(max_examples=20, deadline=None)
@given(length=st.integers(0, len(FILM) + 10))
async def test_any_suffix_is_exactly_the_last_bytes(cinema: httpx.AsyncClient, length: int) -> None:
    answer = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": f"bytes=-{length}"})

    if length == 0:
        assert answer.status_code == 416
    else:
        assert (answer.status_code, answer.content) == (206, FILM[-length:])


async def test_several_ranges_get_the_whole(cinema: httpx.AsyncClient) -> None:
    answer = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": "bytes=0-1,5-6"})

    assert (answer.status_code, answer.content) == (200, FILM)


async def test_a_part_of_another_version_is_not_sent(cinema: httpx.AsyncClient) -> None:
    etag = (await cinema.head(f"/files/{ID}/film.mp4")).headers["etag"]

    async def status(if_range: str) -> int:
        headers = {"range": "bytes=0-9", "if-range": if_range}
        return (await cinema.get(f"/files/{ID}/film.mp4", headers=headers)).status_code

    assert [await status(value) for value in (etag, '"another"', f"W/{etag}")] == [206, 200, 200]


async def test_who_names_another_version_gets_nothing_of_this_one(cinema: httpx.AsyncClient) -> None:
    etag = (await cinema.head(f"/files/{ID}/film.mp4")).headers["etag"]

    async def answer(if_match: str) -> tuple[int, bool]:
        headers = {"range": "bytes=0-9", "if-match": if_match, "if-none-match": '"other"'}
        got = await cinema.get(f"/files/{ID}/film.mp4", headers=headers)
        return got.status_code, got.content == FILM[:10]

    assert [await answer(value) for value in (etag, "*", '"another"', f"W/{etag}")] == [
        (206, True),
        (206, True),
        (412, False),
        (412, False),
    ]


async def test_who_has_it_gets_304_though_he_asks_for_a_part(cinema: httpx.AsyncClient) -> None:
    etag = (await cinema.head(f"/files/{ID}/film.mp4")).headers["etag"]

    answer = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": "bytes=0-9", "if-none-match": etag})

    assert (answer.status_code, answer.content) == (304, b"")


async def test_a_part_says_what_caches_need_to_join_it(cinema: httpx.AsyncClient) -> None:
    whole = await cinema.head(f"/files/{ID}/film.mp4")
    part = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": "bytes=5-9"})

    for name in ("etag", "cache-control", "content-type", "accept-ranges"):
        assert part.headers[name] == whole.headers[name]


async def test_only_get_has_parts_and_only_of_bytes(cinema: httpx.AsyncClient) -> None:
    head = await cinema.head(f"/files/{ID}/film.mp4", headers={"range": "bytes=0-9"})
    lines = await cinema.get(f"/files/{ID}/film.mp4", headers={"range": "lines=0-9"})

    for answer in (head, lines):
        assert (answer.status_code, answer.headers["content-length"]) == (200, str(len(FILM)))
        assert "content-range" not in answer.headers


LONG_FILM = samples.mp4(padding=bytes(200 * CHUNK_BYTES))  # far more than the buffers of two sockets


async def test_a_client_that_leaves_frees_the_stream(site: FileSite, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, closed = watched_streams(monkeypatch)
    await site.publish(LONG_FILM, "film.mp4")

    async with site.visited() as browser:
        _, writer = await connected(browser)
        writer.close()
        async with asyncio.timeout(10):
            await closed.wait()

    assert len(taken) < 100


async def test_a_client_that_does_not_read_is_not_read_for(site: FileSite, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, closed = watched_streams(monkeypatch)
    await site.publish(LONG_FILM, "film.mp4")

    async with site.visited() as browser:
        _, writer = await connected(browser)
        seen = -1
        while seen != len(taken):
            seen = len(taken)
            await asyncio.sleep(0.3)
        assert not closed.is_set()
        writer.close()

    assert 0 < seen < 100


async def test_downloads_that_nobody_reads_fill_the_share_of_their_network_only(
    site: FileSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(object_response, "DOWNLOADS", Shares("downloads", {"network": 1, "all": 10}))
    monkeypatch.setattr(object_response, "SHARE_SECONDS", 0.05)
    address = f"/files/{ID}/film.mp4"
    await site.publish(LONG_FILM, "film.mp4")

    async with site.visited() as browser:
        transport = httpx.AsyncHTTPTransport(local_address="127.0.1.1")
        async with httpx.AsyncClient(base_url=browser.base_url, transport=transport, timeout=20) as elsewhere:
            _, writer = await connected(browser)
            refused = await browser.get(address, headers={"range": "bytes=0-9"})
            other = await elsewhere.get(address, headers={"range": "bytes=0-9"})
            writer.close()
            while (again := await browser.get(address, headers={"range": "bytes=0-9"})).status_code == 503:
                pass

    assert refused.status_code == 503 and refused.headers["retry-after"] and "try again" in refused.text
    assert (other.status_code, again.status_code) == (206, 206)


async def test_a_client_that_stops_reading_is_let_go(site: FileSite, monkeypatch: pytest.MonkeyPatch) -> None:
    _taken, closed = watched_streams(monkeypatch)
    await site.publish(LONG_FILM, "film.mp4")

    async with site.visited(http=connections(IMPATIENT)) as browser:
        _, writer = await connected(browser)
        async with asyncio.timeout(30):
            await closed.wait()
        writer.close()


def watched_streams(monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], asyncio.Event]:
    """Gets an entry for every chunk that is taken from the store, and an event for the first stream closed."""
    taken: list[int] = []
    closed = asyncio.Event()
    take, close = ObjectStream.__anext__, ObjectStream.close

    async def counted(stream: ObjectStream) -> bytes:
        taken.append(1)
        return await take(stream)

    def noted(stream: ObjectStream) -> None:
        close(stream)
        closed.set()

    monkeypatch.setattr(ObjectStream, "__anext__", counted)
    monkeypatch.setattr(ObjectStream, "close", noted)
    return taken, closed


async def connected(browser: httpx.AsyncClient) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A client that has asked for the film and read only the beginning of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", browser.base_url.port, limit=1024)
    writer.write(f"GET /files/{ID}/film.mp4 HTTP/1.1\r\nHost: test\r\n\r\n".encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    return reader, writer
