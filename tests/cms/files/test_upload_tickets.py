"""Tickets for uploads: for whom and for what there is one, how long it lives, and what goes with it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from cms.access.actor import SYSTEM, Actor
from cms.content.rules.file_types import PDF, PNG
from cms.files.actions import cancel_upload, complete_upload, create_upload
from cms.files.jobs.sweep_uploads import sweep_uploads
from cms.files.store_bytes import original_key
from cms.files.uploads import LIFETIME, MAX_OPEN_UPLOADS, upload_address
from cms.kernel.errors import Invalid, NotFound, NotPermitted, TooManyRequests
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Upload
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.services import Clock, person, with_account
from tests.uploads import PutUpload, code, files, keys, put, put_upload, ticket, uploaded

__all__ = ["put_upload"]


async def test_no_ticket_for_what_would_be_refused(services: Services, editor: Actor) -> None:
    async def refusal(filename: str = "a.pdf", byte_size: int = 1, sha256: str | None = None) -> tuple[str, str]:
        with pytest.raises(Invalid) as refused:
            await create_upload(services, editor, site="eccp", filename=filename, byte_size=byte_size, sha256=sha256)
        return code(refused)

    assert await refusal(byte_size=0) == ("byteSize", "FILE_EMPTY")
    assert await refusal(byte_size=-5) == ("byteSize", "FILE_EMPTY")
    assert await refusal("a.pdf", PDF.max_bytes + 1) == ("byteSize", "FILE_TOO_LARGE")
    assert await refusal("a.PNG", PNG.max_bytes + 1) == ("byteSize", "FILE_TOO_LARGE")
    assert await refusal("noname", 500 * 1024 * 1024 + 1) == ("byteSize", "FILE_TOO_LARGE")
    for name in ("setup.exe", "drawing.svg", "page.html", "old.doc", "film.mov"):
        assert await refusal(name) == ("filename", "FILE_TYPE")
    assert await refusal(" ") == await refusal("a" * 256) == ("filename", "NOT_A_NAME")
    assert await refusal(sha256="xyz") == ("sha256", "NOT_A_HASH")
    assert await create_upload(services, editor, site="eccp", filename="report.v2", byte_size=PDF.max_bytes)


async def test_a_ticket_asks_for_the_right_to_create_on_the_site(services: Services, mongo: Mongo) -> None:
    for somebody in (person("reader"), person("rita", eccp=["reviewer"]), person("neighbour", nca=["editor"])):
        with pytest.raises(NotPermitted):
            await ticket(services, somebody, b"x", "a.pdf")

    assert await mongo.db["uploads"].count_documents({}) == await mongo.db["audit"].count_documents({}) == 0


async def test_another_persons_ticket_is_not_there(services: Services, editor: Actor, put_upload: PutUpload) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    for act in (complete_upload(services, SYSTEM, upload.id, {}), cancel_upload(services, SYSTEM, upload.id)):
        with pytest.raises(NotFound):
            await act
    with pytest.raises(NotFound):
        await complete_upload(services, editor, "f" * 24, {})


async def test_an_expired_ticket_completes_nothing(
    services: Services, editor: Actor, clock: Clock, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    clock.now += LIFETIME

    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})

    assert code(refused) == ("id", "UPLOAD_EXPIRED") and await files(mongo) == 0


async def test_a_person_has_so_many_open_tickets_and_no_more(services: Services, editor: Actor, clock: Clock) -> None:
    await with_account(services, editor)
    asked = [ticket(services, editor, b"x", "a.pdf") for _ in range(MAX_OPEN_UPLOADS + 3)]
    answers = await asyncio.gather(*asked, return_exceptions=True)

    given = [one for one in answers if isinstance(one, Upload)]
    assert len(given) == MAX_OPEN_UPLOADS
    assert all(isinstance(one, TooManyRequests) for one in answers if one not in given)
    assert await ticket(services, SYSTEM, b"x", "a.pdf")
    await cancel_upload(services, editor, given[0].id)
    assert await ticket(services, editor, b"x", "a.pdf")
    clock.now += LIFETIME
    assert await ticket(services, editor, b"x", "a.pdf")


async def test_a_cancelled_ticket_is_gone_with_its_bytes(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    await cancel_upload(services, editor, upload.id)

    assert await keys(services) == []
    with pytest.raises(NotFound):
        await complete_upload(services, editor, upload.id, {})


async def test_a_completed_upload_cannot_be_cancelled(services: Services, editor: Actor, put_upload: PutUpload) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    await complete_upload(services, editor, upload.id, {})

    with pytest.raises(Invalid) as refused:
        await cancel_upload(services, editor, upload.id)

    assert code(refused) == ("id", "UPLOAD_USED")


async def test_the_s3_address_takes_exactly_the_announced_bytes(services: Services, editor: Actor) -> None:
    direct = replace(services, settings=load_settings(file_upload="direct"))
    content = samples.pdf()
    upload = await ticket(direct, editor, content, "a.pdf")
    address = upload_address(direct, upload)

    async with httpx.AsyncClient() as client:
        longer = await client.put(address, content=content + b"x")
        shorter = await client.put(address, content=content[:-1])
        other_key = await client.put(address.replace(upload.id, "f" * 24), content=content)
        refused = await keys(services)
        exact = await client.put(address, content=content)

    assert {one.status_code for one in (longer, shorter, other_key)} == {403} and refused == []
    assert exact.status_code == 200
    assert (await complete_upload(direct, editor, upload.id, {})).item


async def test_abandoned_uploads_are_swept_and_files_stay(
    services: Services, editor: Actor, clock: Clock, mongo: Mongo, put_upload: PutUpload
) -> None:
    kept = await uploaded(services, editor, samples.image(), "a.png")
    abandoned = await put_upload(samples.pdf(), "a.pdf")
    await ticket(services, editor, b"x", "never-came.pdf")
    clock.now += LIFETIME + timedelta(minutes=59)
    await sweep_uploads(services)
    assert abandoned.key in await keys(services)

    clock.now += timedelta(minutes=2)
    young = await put_upload(samples.pdf(2), "b.pdf")
    await sweep_uploads(services)
    await sweep_uploads(services)

    assert set(await keys(services)) == {original_key(kept.data["sha256"]), young.key}
    assert [one["_id"] async for one in mongo.db["uploads"].find({})] == [young.id]


async def test_bytes_that_come_after_their_ticket_went_are_swept(
    services: Services, editor: Actor, clock: Clock
) -> None:
    upload = await ticket(services, editor, b"x", "a.pdf")
    clock.now += LIFETIME + timedelta(hours=2)
    await sweep_uploads(services)
    await put(services, upload, b"x")
    await put(services, upload.model_copy(update={"id": "not-ours"}), b"x")

    await sweep_uploads(services)
    assert upload.key in await keys(services)  # by its id, the ticket was made just now
    clock.set("2100-01-01T00:00:00+00:00")
    await sweep_uploads(services)

    assert await keys(services) == ["uploads/not-ours"]
