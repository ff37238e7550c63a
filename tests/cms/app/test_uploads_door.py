"""PUT /uploads through the whole application, and drafts of files for those who may read them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import httpx
import pytest

from cms.access.actor import Actor
from cms.accounts.people import create_account
from cms.app import build_app
from cms.files.actions import cancel_upload, complete_upload, replace_file
from cms.files.store_bytes import original_key
from cms.files.uploads import LIFETIME, upload_address
from cms.http import receiving
from cms.items.actions import delete_item, publish_item
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Item, Upload
from tests.cms.files import samples
from tests.cms.http.served import served
from tests.killable_s3 import KillableS3, killable_s3, store_of
from tests.services import Clock
from tests.uploads import keys, put, ticket, uploaded

__all__ = ["killable_s3"]

PASSWORD = "correct horse battery"


@pytest.fixture
async def browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """At a real server, whose connections may break."""
    async with (
        served(build_app(load_settings(file_delivery="stream"), services, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=30) as client,
    ):
        yield client


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_bytes_come_in_through_the_cms(services: Services, editor: Actor, browser: httpx.AsyncClient) -> None:
    content = samples.image("PNG", 700, 500) + bytes(3_000_000)
    upload = await ticket(services, editor, content, "a.png")

    answer = await browser.put(upload_address(services, upload), content=content)

    assert (answer.status_code, answer.content) == (200, b"")
    assert await keys(services) == [original_key(sha256(content).hexdigest())]  # once, where they belong
    completed = await complete_upload(services, editor, upload.id, {})
    assert completed.item and completed.item.data["width"] == 700
    assert upload_address(services, upload).startswith("/uploads/")


async def test_bytes_sent_in_pieces_of_unknown_number_come_in_too(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    content = samples.pdf()
    upload = await ticket(services, editor, content, "a.pdf")

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 100):
            yield content[start : start + 100]

    assert (await browser.put(upload_address(services, upload), content=pieces())).status_code == 200
    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_bytes_that_came_may_be_sent_again_and_no_others(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    content, other = samples.pdf(2), samples.pdf(2).replace(b"%PDF-1.", b"%PDF-2.", 1)
    upload = await ticket(services, editor, content, "a.pdf")
    address = upload_address(services, upload)

    answers = [await browser.put(address, content=sent) for sent in (content, content, other)]

    assert [answer.status_code for answer in answers] == [200, 200, 409]
    assert await keys(services) == [original_key(sha256(content).hexdigest())]


async def test_bytes_of_another_kind_are_not_kept_and_the_ticket_says_why(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    content = b"MZ" + bytes(1000)
    upload = await ticket(services, editor, content, "a.pdf")

    answers = [await browser.put(upload_address(services, upload), content=content) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert await keys(services) == []
    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})
    assert refused.value.problems[0].code == "FILE_TYPE"


@pytest.mark.parametrize(
    ("filename", "content", "found"),
    [
        ("film.mp4", samples.mp4()[:28] + b"junk" * 1000, "FILE_BROKEN"),
        ("film.mp4", samples.mp4(), "video/mp4"),
        ("report.docx", samples.docx_with("junk"), "FILE_BROKEN"),
        ("letter.pdf", b"\xef\xbb\xbf" + samples.pdf(), "application/pdf"),
        ("letter.pdf", b"\n" + samples.pdf(), "application/pdf"),
        ("letter.pdf", b"\n%PDF-1.7 and nothing else", "FILE_BROKEN"),
    ],
)
async def test_a_file_is_what_all_of_it_says_and_not_its_first_bytes(
    services: Services, editor: Actor, browser: httpx.AsyncClient, filename: str, content: bytes, found: str
) -> None:
    upload = await ticket(services, editor, content, filename)
    assert (await browser.put(upload_address(services, upload), content=content)).status_code == 200

    try:
        completed = await complete_upload(services, editor, upload.id, {})
        outcome = completed.item.data["mime"] if completed.item else None
    except Invalid as refusal:
        outcome = refusal.problems[0].code

    assert outcome == found


async def test_one_byte_more_or_less_than_announced_is_refused(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    upload = await ticket(services, editor, bytes(1000), "a.pdf")
    address = upload_address(services, upload)

    async def pieces(size: int) -> AsyncIterator[bytes]:
        yield bytes(size)

    answers = [await browser.put(address, content=content) for content in (bytes(1001), bytes(999), b"")]
    answers += [await browser.put(address, content=pieces(size)) for size in (1001, 999)]

    assert [code(answer) for answer in answers] == [(413, "FILE_SIZE")] * 5
    assert await keys(services) == []


async def test_an_endless_body_is_cut_at_the_announced_size(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    upload = await ticket(services, editor, bytes(1000), "a.pdf")
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65536
            yield bytes(65536)
            await asyncio.sleep(0)

    try:
        answer = await browser.put(upload_address(services, upload), content=endless())
        assert answer.status_code == 413
    except httpx.TransportError:
        pass  # the connection may break before the answer is read

    assert sent < 100_000_000 and await keys(services) == []


async def test_only_the_address_of_the_ticket_takes_bytes(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    upload, other = [await ticket(services, editor, b"x", f"{name}.pdf") for name in "ab"]
    token = upload_address(services, upload).partition("?")[2]
    wrong = [
        f"/uploads/{upload.id}",
        f"/uploads/{upload.id}?token=",
        f"/uploads/{upload.id}?token=ž",
        f"/uploads/{upload.id}?token={'0' * 64}",
        f"/uploads/{other.id}?{token}",
        f"/uploads/{'f' * 24}?{token}",
        f"/uploads/..%2f..%2fetc?{token}",
    ]

    answers = [await browser.put(address, content=b"x") for address in wrong]

    assert {answer.status_code for answer in answers} == {404}
    assert await keys(services) == []
    assert (await browser.get(upload_address(services, upload))).status_code == 405


async def test_a_ticket_that_is_over_takes_no_more_bytes(
    services: Services, editor: Actor, clock: Clock, browser: httpx.AsyncClient
) -> None:
    content = samples.pdf()
    used, cancelled, expired = [await ticket(services, editor, content, f"{name}.pdf") for name in "abc"]
    await browser.put(upload_address(services, used), content=content)
    await complete_upload(services, editor, used.id, {})
    await cancel_upload(services, editor, cancelled.id)

    async def again(upload: Upload) -> tuple[int, str]:
        return code(await browser.put(upload_address(services, upload), content=content))

    assert await again(used) == (409, "UPLOAD_USED")
    assert await again(cancelled) == (410, "UPLOAD_EXPIRED")
    clock.now += LIFETIME - timedelta(seconds=1)
    assert (await browser.put(upload_address(services, expired), content=content)).status_code == 200
    clock.now += timedelta(seconds=1)
    assert await again(expired) == (410, "UPLOAD_EXPIRED")


async def test_a_client_that_leaves_in_the_middle_leaves_nothing(
    services: Services, editor: Actor, browser: httpx.AsyncClient
) -> None:
    upload = await ticket(services, editor, bytes(100_000), "a.pdf")
    _reader, writer = await asyncio.open_connection("127.0.0.1", browser.base_url.port)
    head = f"PUT {upload_address(services, upload)} HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n"
    writer.write(head.encode() + bytes(50_000))
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    content = bytes(100_000)
    assert await keys(services) == []
    assert (await browser.put(upload_address(services, upload), content=content)).status_code == 200


@pytest.mark.parametrize(("places", "statuses"), [(0, {503}), (1, {200})], ids=str)
async def test_too_many_at_once_wait_their_turn_and_are_then_asked_to_come_again(
    services: Services, editor: Actor, monkeypatch: pytest.MonkeyPatch, places: int, statuses: set[int]
) -> None:
    monkeypatch.setattr(receiving, "TURNS", places)
    monkeypatch.setattr(receiving, "TURN_SECONDS", 30 if places else 0.01)
    uploads = [await ticket(services, editor, bytes(10), f"{name}.pdf") for name in "abcde"]

    async with (
        served(build_app(load_settings(), services, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=60) as client,
    ):
        sent = (client.put(upload_address(services, one), content=bytes(10)) for one in uploads)
        answers = await asyncio.gather(*sent)

    assert {answer.status_code for answer in answers} == statuses
    if not places:
        assert code(answers[0]) == (503, "BUSY") and answers[0].headers["retry-after"]


async def test_with_the_store_away_bytes_are_refused_before_they_are_sent(
    services: Services, editor: Actor, killable_s3: KillableS3
) -> None:
    store = store_of(killable_s3.address)
    there = replace(services, store=store)
    upload = await ticket(there, editor, b"x", "a.pdf")
    async with (
        served(build_app(load_settings(), there, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=30) as client,
    ):
        killable_s3.kill()
        away = await client.put(upload_address(there, upload), content=b"x")
        killable_s3.start()
        back = await client.put(upload_address(there, upload), content=b"x")

    assert code(away) == (503, "UNAVAILABLE") and away.headers["retry-after"]
    assert back.status_code == 200
    store.close()


# -- drafts ---------------------------------------------------------------------------------------------------------


@pytest.fixture
async def draft(services: Services, editor: Actor) -> Item:
    return await uploaded(services, editor, samples.image("PNG", 900, 600), "harbour.png", alt={"en": "A harbour"})


async def sign_in(browser: httpx.AsyncClient, services: Services, **roles: list[str]) -> None:
    email = f"{'-'.join(roles)}@example.org"
    await create_account(services, email=email, name="Somebody", password=PASSWORD, roles=roles)
    answer = await browser.post("/session", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200


async def test_visitors_get_no_draft_whatever_they_ask_for(
    services: Services, browser: httpx.AsyncClient, draft: Item
) -> None:
    addresses = [
        f"/files/{draft.id}/harbour.png?draft=1",
        f"/files/{draft.id}/harbour.png?draft=1&width=320",
        f"/files/{draft.id}/?draft",
        f"/files/{'f' * 24}/harbour.png?draft=1",
    ]

    answers = [await browser.get(address) for address in addresses]

    assert [answer.status_code for answer in answers] == [401] * 4
    assert len({answer.content for answer in answers}) == 1  # not even whether there is one
    assert (await browser.get(f"/files/{draft.id}/harbour.png")).status_code == 404


async def test_editors_see_the_bytes_and_renditions_of_drafts(
    services: Services, browser: httpx.AsyncClient, draft: Item
) -> None:
    await sign_in(browser, services, eccp=["editor"])

    whole = await browser.get(f"/files/{draft.id}/harbour.png?draft=1")
    small = await browser.get(f"/files/{draft.id}/harbour.png?draft=1&width=320")
    renamed = await browser.get(f"/files/{draft.id}/other.png?draft=1&width=300")

    assert (whole.status_code, whole.content) == (200, samples.image("PNG", 900, 600))
    assert (small.status_code, small.headers["content-type"]) == (200, "image/webp")
    for answer in (whole, small, renamed):
        assert (
            answer.headers["cache-control"] == "private, no-store" and answer.headers["vary"] == "Cookie, Authorization"
        )
        assert "access-control-allow-origin" not in answer.headers
    assert (renamed.status_code, renamed.headers["location"]) == (
        301,
        f"/files/{draft.id}/harbour.png?draft=1&width=320",
    )


async def test_who_may_not_read_an_item_gets_no_draft_of_it(
    services: Services, browser: httpx.AsyncClient, draft: Item
) -> None:
    await sign_in(browser, services, nowhere=[])

    assert (await browser.get(f"/files/{draft.id}/harbour.png?draft=1")).status_code == 404


async def test_drafts_of_other_items_and_deleted_ones_are_no_files(
    services: Services, browser: httpx.AsyncClient, draft: Item, editor: Actor, series: Item
) -> None:
    await sign_in(browser, services, eccp=["contributor"])
    await delete_item(services, editor, draft.id)

    assert (await browser.get(f"/files/{draft.id}/harbour.png?draft=1")).status_code == 404
    assert (await browser.get(f"/files/{series.id}/harbour.png?draft=1")).status_code == 404
    assert (await browser.get("/files/nonsense/harbour.png?draft=1")).status_code == 404


async def test_a_replaced_file_is_live_at_its_address_when_it_is_published(
    services: Services, editor: Actor, browser: httpx.AsyncClient, draft: Item
) -> None:
    await sign_in(browser, services, eccp=["editor"])
    old, new = samples.image("PNG", 900, 600), samples.image("PNG", 300, 200)
    await publish_item(services, editor, draft.id, ["en"])
    upload = await ticket(services, editor, new, "new.png")
    await put(services, upload, new)
    await replace_file(services, editor, draft.id, upload.id)
    address = f"/files/{draft.id}/harbour.png"

    before = (await browser.get(address)).content, (await browser.get(f"{address}?draft=1")).content
    await publish_item(services, editor, draft.id, ["en"])
    after = (await browser.get(address)).content

    assert before == (old, new) and after == new
    assert original_key(draft.data["sha256"]) in await keys(services)
