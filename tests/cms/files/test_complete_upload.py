"""Completing an upload: a private file that knows what its bytes are, and only one however often it is asked for."""

import asyncio
import hashlib
from dataclasses import replace

import pytest

from cms.access.actor import Actor
from cms.files.actions import cancel_upload, complete_upload
from cms.files.actions.complete_upload import Completion
from cms.files.store_bytes import original_key
from cms.items.actions import delete_item
from cms.kernel.errors import Invalid, NotPermitted, Unavailable
from cms.kernel.running_checks import RunningChecks
from cms.kernel.services import Services
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.killable_s3 import KillableS3, killable_s3, store_of
from tests.services import person
from tests.uploads import PutUpload, code, files, keys, put, put_upload, ticket, uploaded

__all__ = ["killable_s3", "put_upload"]


async def test_uploaded_bytes_become_a_private_file_that_knows_what_they_are(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    content = samples.pdf(3)
    upload = await put_upload(content, "../Programme.final.PDF")

    completion = await complete_upload(services, editor, upload.id, {"licence": "CC BY 4.0", "tags": ["Iași"]})

    item = completion.item
    assert item and not completion.is_duplicate
    assert (item.type, item.site, item.created_by, item.states) == ("FileAsset", "eccp", "editor", {})
    sha256 = hashlib.sha256(content).hexdigest()
    assert item.data == {
        "filename": "Programme.final.pdf",
        "mime": "application/pdf",
        "byte_size": len(content),
        "sha256": sha256,
        "page_count": 3,
        "licence": "CC BY 4.0",
        "tags": ["Iași"],
    }
    assert await keys(services) == [original_key(sha256)]


async def test_an_image_is_measured(services: Services, editor: Actor) -> None:
    item = await uploaded(services, editor, samples.image("JPEG", 640, 480), "photo.png", alt={"en": "A harbour"})

    assert (item.data["mime"], item.data["filename"]) == ("image/jpeg", "photo.jpg")
    assert (item.data["width"], item.data["height"]) == (640, 480)


async def test_a_right_that_was_taken_away_meanwhile_completes_nothing(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    with pytest.raises(NotPermitted):
        await complete_upload(services, person("editor"), upload.id, {})

    assert await files(mongo) == 0


async def test_completing_before_the_bytes_are_there_is_told_and_possible_later(
    services: Services, editor: Actor
) -> None:
    content = samples.pdf()
    upload = await ticket(services, editor, content, "a.pdf")

    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})
    await put(services, upload, content)

    assert code(refused) == ("id", "UPLOAD_MISSING")
    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_a_ticket_gives_one_file_however_often_it_is_completed(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    first = await complete_upload(services, editor, upload.id, {})
    again = await complete_upload(services, editor, upload.id, {}, even_if_there=True)

    assert first.item and again.item and first.item.id == again.item.id
    assert await files(mongo) == 1


async def test_two_completions_at_once_give_one_file(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    processes = [replace(services, checks=RunningChecks()) for _ in range(3)]

    done = await asyncio.gather(*(complete_upload(one, editor, upload.id, {}) for one in processes))

    assert len({one.item.id for one in done if one.item}) == 1 and await files(mongo) == 1


async def test_the_same_bytes_are_answered_with_the_file_that_is_there(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    content = samples.image()
    known = await uploaded(services, editor, content, "first.png")
    upload = await put_upload(content, "second.png")

    same = await complete_upload(services, editor, upload.id, {})
    count = await files(mongo)
    another = await complete_upload(services, editor, upload.id, {}, even_if_there=True)

    assert same.item and same.item.id == known.id and same.is_duplicate and count == 1
    assert another.item and another.item.id != known.id and not another.is_duplicate
    assert another.item.data["filename"] == "second.png"


async def test_the_same_bytes_uploaded_twice_at_once_become_one_file(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    content = samples.image()
    tickets = [await put_upload(content, f"{number}.png") for number in range(3)]

    done = await asyncio.gather(*(complete_upload(services, editor, one.id, {}) for one in tickets))

    assert len({one.item.id for one in done if one.item}) == 1 and await files(mongo) == 1
    assert sorted(one.is_duplicate for one in done) == [False, True, True]


async def test_a_deleted_file_is_no_duplicate(services: Services, editor: Actor, put_upload: PutUpload) -> None:
    content = samples.image()
    gone = await uploaded(services, editor, content, "first.png")
    await delete_item(services, editor, gone.id)

    again = await complete_upload(services, editor, (await put_upload(content, "b.png")).id, {})

    assert again.item and again.item.id != gone.id


async def test_details_that_cannot_be_used_are_told_before_the_bytes_are_looked_at(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.image(), "a.png")

    with pytest.raises(Invalid) as refused:
        await complete_upload(
            services, editor, upload.id, {"alt": "no languages", "visibility": "secret", "mime": "x/y"}
        )
    completion = await complete_upload(services, editor, upload.id, {"alt": {"en": "A harbour"}})

    found = {(one.field, one.code) for one in refused.value.problems}
    assert found == {("alt", "NOT_LOCALIZED"), ("visibility", "NOT_AN_OPTION"), ("mime", "SET_BY_CMS")}
    assert completion.item and completion.item.data["alt"] == {"en": "A harbour"}


async def test_a_slow_look_goes_on_and_is_answered_when_asked_again(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    impatient = replace(services, checks=RunningChecks(wait_seconds=0))
    upload = await put_upload(samples.pdf(), "a.pdf")

    assert await complete_upload(impatient, editor, upload.id, {}) == Completion(None)

    async with asyncio.timeout(30):
        while (completion := await complete_upload(impatient, editor, upload.id, {})).item is None:
            await asyncio.sleep(0.01)
    assert completion.item and await files(mongo) == 1


async def test_a_process_that_dies_between_look_and_file_loses_nothing(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    """The look is done and its bytes are kept, but the file was never made: another process makes it."""
    upload = await put_upload(samples.pdf(2), "a.pdf")
    half = replace(services, checks=RunningChecks(wait_seconds=0))
    await complete_upload(half, editor, upload.id, {})
    async with asyncio.timeout(30):
        while not (await mongo.db["uploads"].find_one({"_id": upload.id}) or {}).get("facts"):
            await asyncio.sleep(0.01)
    await services.store.delete(upload.key)
    assert await files(mongo) == 0

    completion = await complete_upload(replace(services, checks=RunningChecks()), editor, upload.id, {})

    assert completion.item and completion.item.data["page_count"] == 2


async def test_with_the_store_away_nothing_is_lost(
    services: Services, editor: Actor, mongo: Mongo, killable_s3: KillableS3
) -> None:
    store = store_of(killable_s3.address)
    there = replace(services, store=store, checks=RunningChecks())
    content = samples.pdf()
    upload = await ticket(there, editor, content, "a.pdf")
    await put(there, upload, content)

    killable_s3.kill()
    with pytest.raises(Unavailable):
        await complete_upload(there, editor, upload.id, {})
    with pytest.raises(Unavailable):
        await cancel_upload(there, editor, upload.id)
    assert await files(mongo) == 0
    killable_s3.start()
    completion = await complete_upload(there, editor, upload.id, {})

    assert completion.item and completion.item.data["byte_size"] == len(content)
    store.close()
