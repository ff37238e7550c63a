"""Files that visitors fetch from the S3 server."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from starlette.requests import Request

from cms.content.rules import file_types as types
from cms.files.file_source import FileSource
from cms.files.http.file_redirect import Delivery, redirects
from cms.files.record import FileRecord
from storage.embedded import S3Address
from tests.cms.files import samples
from tests.cms.http.file_site import ID, FileSite
from tests.killable_s3 import store_of


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


async def test_the_stable_address_leads_to_the_bytes(site: FileSite) -> None:
    content = samples.pptx()
    record = await site.publish(content, "Příloha.pptx")

    async with site.visited("redirect") as browser:
        answer = await browser.get(f"/files/{ID}/Příloha.pptx", follow_redirects=True)

    assert [step.status_code for step in answer.history] == [302]
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["content-type"] == record.mime
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"Priloha.pptx\"; filename*=UTF-8''P%C5%99%C3%ADloha.pptx"
    )


async def test_head_leads_to_a_head(site: FileSite) -> None:
    content = samples.pdf()
    await site.publish(content, "agenda.pdf")

    async with site.visited("redirect") as browser:
        answer = await browser.head(f"/files/{ID}/agenda.pdf", follow_redirects=True)

    assert (answer.status_code, answer.headers["content-length"]) == (200, str(len(content)))


@pytest.mark.parametrize("second", [0, 1, 150, 299])
async def test_the_redirect_is_asked_for_each_time_its_address_lasts_for_minutes(site: FileSite, second: int) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")
    asked_at = datetime(2026, 11, 22, 10, second // 60, second % 60, tzinfo=UTC)

    async with site.visited("redirect") as browser:
        await browser.get(f"/files/{ID}/agenda.pdf")  # the store is asked with the real clock, as it checks the time
        with time_machine.travel(asked_at, tick=False):
            answer = await browser.get(f"/files/{ID}/agenda.pdf")

    signed = query(answer.headers["location"])
    signed_at = datetime.strptime(signed["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    expires = signed_at.timestamp() + int(signed["X-Amz-Expires"])
    assert signed_at <= asked_at
    assert answer.headers["cache-control"] == "private, no-cache"
    assert expires - asked_at.timestamp() >= 600


async def test_a_page_with_one_picture_twice_fetches_it_once(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited("redirect") as browser:
        await browser.get(f"/files/{ID}/agenda.pdf")
        with time_machine.travel(datetime(2026, 11, 22, 10, 1, tzinfo=UTC), tick=False) as clock:
            first = await browser.get(f"/files/{ID}/agenda.pdf")
            clock.shift(60)
            second = await browser.get(f"/files/{ID}/agenda.pdf")

    assert first.headers["location"] == second.headers["location"]


async def test_a_protected_address_lives_a_minute_and_is_kept_nowhere(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf", "protected")

    async with site.visited("redirect") as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf", headers={"x-reader": "entitled"})

    signed = query(answer.headers["location"])
    assert (answer.status_code, signed["X-Amz-Expires"]) == (302, "60")
    assert signed["response-cache-control"] == "private, no-store"
    assert answer.headers["cache-control"] == "private, no-store"


async def test_a_protected_file_is_not_redirected_without_a_right(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf", "protected")

    async with site.visited("redirect") as browser:
        assert (await browser.get(f"/files/{ID}/agenda.pdf")).status_code == 401


async def test_visitors_are_sent_to_the_public_host_of_the_store(s3: S3Address) -> None:
    public = f"http://localhost:{urlsplit(s3.endpoint).port}"
    site = FileSite(store_of(s3, public_url=public))
    content = samples.pdf()
    await site.publish(content, "agenda.pdf")

    async with site.visited("auto", "anywhere") as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf", follow_redirects=True)

    assert str(answer.url).startswith(public)
    assert answer.content == content
    site.store.close()


def source(mime: str) -> FileSource:
    return FileSource(FileRecord(ID, "a", mime, 5, "ab" * 32))


PICTURE, FILM, PAPER = (source(kind.mime) for kind in (types.PNG, types.MP4, types.PDF))


def visitor(client: str, host: str, **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": host, **headers}.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": raw, "client": (client, 5000)})


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (visitor("127.0.0.1", "127.0.0.1:8000"), True),
        (visitor("127.0.0.1", "localhost:8000"), True),
        (visitor("::1", "[::1]:8000"), True),
        (visitor("127.0.0.1", "cms.example.org"), False),
        (visitor("127.0.0.1", "localhost:8000", x_forwarded_for="203.0.113.7"), False),
        (visitor("127.0.0.1", "localhost:8000", forwarded="for=203.0.113.7"), False),
        (visitor("203.0.113.7", "localhost:8000"), False),
        (visitor("192.168.1.20", "192.168.1.10:8000"), False),
        (visitor("127.0.0.1", ""), False),
        (visitor("127.0.0.1", "[::1"), False),
    ],
)
def test_only_visitors_on_this_machine_are_sent_to_its_own_store(request_: Request, expected: bool) -> None:
    assert redirects(request_, PICTURE, "auto", "this machine") is expected
    assert not redirects(request_, PICTURE, "auto", "nowhere")
    assert redirects(request_, PICTURE, "auto", "anywhere")
    assert redirects(request_, PICTURE, "redirect", "nowhere")
    assert not redirects(request_, PICTURE, "stream", "anywhere")


@pytest.mark.parametrize("delivery", ["auto", "redirect"])
@pytest.mark.parametrize(
    ("source", "headers", "expected"),
    [(PICTURE, {}, True), (PICTURE, {"range": "bytes=5-"}, False), (FILM, {}, False), (PAPER, {}, False)],
)
def test_the_embedded_store_which_answers_parts_as_wholes_is_not_asked_for_parts(
    delivery: Delivery, source: FileSource, headers: dict[str, str], expected: bool
) -> None:
    request = visitor("127.0.0.1", "localhost:8000", **headers)

    assert redirects(request, source, delivery, "this machine") is expected
    assert redirects(request, source, delivery, "anywhere")


def test_drafts_come_from_the_cms_where_the_store_is_another_port_of_this_machine() -> None:
    """The admin interface's pages may load pictures from their own origin only."""
    draft = FileSource(FileRecord(ID, "a", types.PNG.mime, 5, "ab" * 32, is_draft=True))
    request = visitor("127.0.0.1", "localhost:8000")

    assert not redirects(request, draft, "auto", "this machine")
    assert not redirects(request, draft, "redirect", "this machine")
    assert redirects(request, draft, "auto", "anywhere")


async def test_a_browser_on_this_machine_is_redirected_but_for_parts(site: FileSite) -> None:
    content = samples.image()
    await site.publish(content, "photo.png")
    path = f"/files/{ID}/photo.png"

    async with site.visited("auto", "this machine") as browser:
        here = await browser.get(path)
        behind_proxy = await browser.get(path, headers={"x-forwarded-for": "203.0.113.7"})
        part = await browser.get(path, headers={"range": "bytes=9-19"}, follow_redirects=True)

    assert (here.status_code, behind_proxy.status_code) == (302, 200)
    assert (part.status_code, part.content) == (206, content[9:20])
