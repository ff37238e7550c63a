"""Parts of an upload through the whole application: right size and address, breaks in the middle, S3 and CMS killed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from cms.access.actor import Actor
from cms.app import build_app
from cms.content.rules.file_types import MEGABYTE
from cms.files.actions import cancel_upload, complete_upload
from cms.files.upload_bytes import arrived_parts, parts_of
from cms.files.uploads import LONG_LIFETIME, part_address, upload_address
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Upload
from tests.cms.files import samples
from tests.cms.http.served import served
from tests.killable_s3 import KillableS3, killable_s3, store_of
from tests.services import Clock
from tests.uploads import ticket

__all__ = ["killable_s3"]

CONTENT = samples.pdf() + bytes(2 * MEGABYTE + 777)


@pytest.fixture
async def browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """At a real server, whose connections may break."""
    async with (
        served(build_app(load_settings(), services, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=30) as client,
    ):
        yield client


@pytest.fixture
async def upload(services: Services, editor: Actor) -> Upload:
    return await ticket(services, editor, CONTENT, "a.pdf")


def pieces(services: Services, upload: Upload) -> list[tuple[str, bytes]]:
    """Each part's address and bytes."""
    return [
        (part_address(services, upload, part), CONTENT[part.offset : part.offset + part.byte_size])
        for part in parts_of(upload)
    ]


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def arrived(services: Services, upload: Upload) -> list[int]:
    return [part.number for part in await arrived_parts(services, upload)]


async def test_parts_come_in_through_the_cms(
    services: Services, editor: Actor, browser: httpx.AsyncClient, upload: Upload
) -> None:
    answers = [await browser.put(address, content=content) for address, content in reversed(pieces(services, upload))]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_a_part_has_its_size_and_a_number_that_there_is(
    services: Services, browser: httpx.AsyncClient, upload: Upload
) -> None:
    (address, content), _second, (last, end) = pieces(services, upload)
    wrong = [(address, content + b"x"), (address, content[:-1]), (last, content), (address, end)]
    answers = [await browser.put(to, content=given) for to, given in wrong]
    path, query = address.split("?")
    beyond = [f"{path.rpartition('/')[0]}/{number}?{query}" for number in ("3", "999", "9" * 5000, "-1", "x", "0x1")]
    elsewhere = [await browser.put(to, content=content) for to in beyond]

    assert {code(answer) for answer in answers} == {(413, "FILE_SIZE")}
    assert {answer.status_code for answer in elsewhere} == {404}
    assert await arrived(services, upload) == []


async def test_parts_ask_for_the_token_of_their_ticket(
    services: Services, editor: Actor, browser: httpx.AsyncClient, upload: Upload
) -> None:
    other = await ticket(services, editor, CONTENT, "b.pdf")
    address, content = pieces(services, upload)[0]
    path, _, _query = address.partition("?")
    foreign = upload_address(services, other).partition("?")[2]

    answers = [await browser.put(to, content=content) for to in (path, f"{path}?token=", f"{path}?{foreign}")]

    assert {code(answer) for answer in answers} == {(404, "NOT_FOUND")}
    assert (await browser.get(address)).status_code == 405
    assert await arrived(services, upload) == []


async def test_a_ticket_that_is_over_takes_no_more_parts(
    services: Services, editor: Actor, clock: Clock, browser: httpx.AsyncClient, upload: Upload
) -> None:
    cancelled, used = [await ticket(services, editor, CONTENT, f"{name}.pdf") for name in "bc"]
    await cancel_upload(services, editor, cancelled.id)
    for address, content in pieces(services, used):
        await browser.put(address, content=content)
    await complete_upload(services, editor, used.id, {})

    async def again(upload: Upload) -> tuple[int, str]:
        address, content = pieces(services, upload)[0]
        return code(await browser.put(address, content=content))

    assert await again(cancelled) == (410, "UPLOAD_EXPIRED")
    assert await again(used) == (409, "UPLOAD_USED")
    clock.now += LONG_LIFETIME
    assert await again(upload) == (410, "UPLOAD_EXPIRED")


async def test_a_break_in_the_middle_of_a_part_keeps_those_before_it(
    services: Services, editor: Actor, browser: httpx.AsyncClient, upload: Upload
) -> None:
    (first, content), (second, half), (third, rest) = pieces(services, upload)
    assert (await browser.put(first, content=content)).status_code == 200
    _reader, writer = await asyncio.open_connection("127.0.0.1", browser.base_url.port)
    head = f"PUT {second} HTTP/1.1\r\nHost: test\r\nContent-Length: {len(half)}\r\n\r\n"
    writer.write(head.encode() + half[: len(half) // 2])
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    assert await arrived(services, upload) == [0]
    for address, content in ((second, half), (third, rest)):
        assert (await browser.put(address, content=content)).status_code == 200
    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_two_tabs_that_send_the_same_upload_at_once_make_one_file(
    services: Services, editor: Actor, browser: httpx.AsyncClient, upload: Upload
) -> None:
    twice = [*pieces(services, upload), *pieces(services, upload)]

    answers = await asyncio.gather(*(browser.put(address, content=content) for address, content in twice))
    done = await asyncio.gather(*(complete_upload(services, editor, upload.id, {}) for _ in range(2)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({one.item.id for one in done if one.item}) == 1


async def test_another_process_of_the_cms_goes_on_where_one_was(
    services: Services, editor: Actor, browser: httpx.AsyncClient, upload: Upload
) -> None:
    """Nothing of an upload is kept in the process: what was sent to one that died is there for the next."""
    (first, content), *others = pieces(services, upload)
    await browser.put(first, content=content)

    async with (
        served(build_app(load_settings(), services, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=30) as client,
    ):
        assert await arrived(services, upload) == [0]
        for address, rest in others:
            assert (await client.put(address, content=rest)).status_code == 200

    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_with_the_store_away_a_part_waits_and_those_that_came_stay(
    services: Services, editor: Actor, killable_s3: KillableS3
) -> None:
    store = store_of(killable_s3.address)
    there = replace(services, store=store)
    upload = await ticket(there, editor, CONTENT, "a.pdf")
    (first, content), (second, more), _third = pieces(there, upload)
    async with (
        served(build_app(load_settings(), there, secret_key="s" * 32)) as origin,
        httpx.AsyncClient(base_url=origin, timeout=30) as client,
    ):
        assert (await client.put(first, content=content)).status_code == 200
        killable_s3.kill()
        away = await client.put(second, content=more)
        killable_s3.start()
        back = await client.put(second, content=more)

    assert code(away) == (503, "UNAVAILABLE") and away.headers["retry-after"] and back.status_code == 200
    assert await arrived(there, upload) == [0, 1]
    store.close()


async def test_parts_go_to_the_s3_server_directly_where_browsers_reach_it(
    services: Services, editor: Actor, upload: Upload
) -> None:
    direct = replace(services, settings=load_settings(file_upload="direct"))
    async with httpx.AsyncClient(timeout=30) as client:
        (first, content), *others = pieces(direct, upload)
        longer = await client.put(first, content=content + b"x")
        shorter = await client.put(first, content=content[:-1])
        before = await arrived(services, upload)
        for address, piece in ((first, content), *others):
            assert (await client.put(address, content=piece)).status_code == 200

    assert first.startswith("http") and "X-Amz-Signature=" in first
    assert (longer.status_code, shorter.status_code, before) == (403, 403, [])
    assert (await complete_upload(direct, editor, upload.id, {})).item
