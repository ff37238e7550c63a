"""Uploads: a ticket, the bytes, and a file that knows what they really are."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from cms.access import SYSTEM, Actor
from cms.actions import (
    cancel_upload,
    complete_upload,
    create_item,
    create_upload,
    delete_item,
    publish_item,
    replace_file,
    restore_version,
    update_item,
)
from cms.actions.complete_upload import Completion
from cms.desk import Desk
from cms.errors import Conflict, Invalid, NotFound, NotPermitted, TooManyRequests, Unavailable
from cms.files.running_checks import RunningChecks
from cms.files.store_bytes import original_key
from cms.files.types import PDF, PNG
from cms.jobs.sweep_uploads import sweep_uploads
from cms.settings import load_settings
from cms.uploads import LIFETIME, MOST_OPEN, upload_address
from storage.documents import Item, Upload
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.desk import Clock, person
from tests.killable_s3 import KillableS3, killable_s3, store_of
from tests.uploads import PutUpload, put, put_upload, ticket, uploaded

__all__ = ["killable_s3", "put_upload"]


def code(refused: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    return refused.value.problems[0].field, refused.value.problems[0].code


async def keys(desk: Desk) -> list[str]:
    return [found.key async for found in desk.store.list_objects("")]


async def files(mongo: Mongo) -> int:
    return await mongo.db["items"].count_documents({"type": "FileAsset"})


async def test_uploaded_bytes_become_a_private_file_that_knows_what_they_are(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    content = samples.pdf(3)
    upload = await put_upload(content, "../Programme.final.PDF")

    completion = await complete_upload(desk, editor, upload.id, {"licence": "CC BY 4.0", "tags": ["Iași"]})

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
    assert await keys(desk) == [original_key(sha256)]


async def test_an_image_is_measured(desk: Desk, editor: Actor) -> None:
    item = await uploaded(desk, editor, samples.image("JPEG", 640, 480), "photo.png", alt={"en": "A harbour"})

    assert (item.data["mime"], item.data["filename"]) == ("image/jpeg", "photo.jpg")
    assert (item.data["width"], item.data["height"]) == (640, 480)


HOSTILE = {
    "a program named like a PDF": ("letter.pdf", samples.program(), "FILE_TYPE"),
    "a page with a script": ("photo.png", b"<!DOCTYPE html><script>alert(1)</script>", "FILE_TYPE"),
    "a drawing with a script": (
        "logo.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "FILE_TYPE",
    ),
    "a document with macros": ("report.docx", samples.docm(), "FILE_MACROS"),
    "a PDF behind a password": ("secret.pdf", samples.pdf(password="x"), "FILE_ENCRYPTED"),
    "half a PDF": ("half.pdf", b"%PDF-1.7\nnothing of it", "FILE_BROKEN"),
    "half an image": ("half.png", samples.image("PNG", 600, 400)[:200], "FILE_BROKEN"),
    "an archive that unpacks to gigabytes": (
        "bomb.pptx",
        samples.packed({"[Content_Types].xml": " " * 50_000_000}),
        "FILE_TOO_LARGE",
    ),
    "an image that unpacks to gigabytes": ("bomb.png", samples.image("PNG", 9000, 6000), "FILE_TOO_LARGE"),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_not_what_it_seems_is_refused_and_gone(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload, name: str
) -> None:
    filename, content, expected = HOSTILE[name]
    upload = await put_upload(content, filename)

    with pytest.raises(Invalid) as refused:
        await complete_upload(desk, editor, upload.id, {})
    with pytest.raises(Invalid) as again:
        await complete_upload(desk, editor, upload.id, {})

    assert code(refused) == code(again) == ("file", expected)
    assert await keys(desk) == [] and await files(mongo) == 0


async def test_bytes_that_were_not_announced_are_refused_and_gone(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    content = samples.pdf()
    longer = await put_upload(content, "a.pdf", byte_size=len(content) + 1)
    shorter = await put_upload(content, "a.pdf", byte_size=len(content) - 1)
    other = await put_upload(content, "a.pdf", sha256="0" * 64)

    with pytest.raises(Invalid) as too_short:
        await complete_upload(desk, editor, longer.id, {})
    with pytest.raises(Invalid) as too_long:
        await complete_upload(desk, editor, shorter.id, {})
    with pytest.raises(Invalid) as wrong_hash:
        await complete_upload(desk, editor, other.id, {})

    assert [code(one)[1] for one in (too_short, too_long, wrong_hash)] == ["FILE_SIZE", "FILE_SIZE", "FILE_HASH"]
    assert await keys(desk) == []


async def test_no_ticket_for_what_would_be_refused(desk: Desk, editor: Actor) -> None:
    async def refusal(filename: str = "a.pdf", byte_size: int = 1, sha256: str | None = None) -> tuple[str, str]:
        with pytest.raises(Invalid) as refused:
            await create_upload(desk, editor, site="eccp", filename=filename, byte_size=byte_size, sha256=sha256)
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
    assert await create_upload(desk, editor, site="eccp", filename="report.v2", byte_size=PDF.max_bytes)


async def test_a_ticket_asks_for_the_right_to_create_on_the_site(desk: Desk, mongo: Mongo) -> None:
    for somebody in (person("reader"), person("rita", eccp=["reviewer"]), person("neighbour", nca=["editor"])):
        with pytest.raises(NotPermitted):
            await ticket(desk, somebody, b"x", "a.pdf")

    assert await mongo.db["uploads"].count_documents({}) == await mongo.db["audit"].count_documents({}) == 0


async def test_a_right_that_was_taken_away_meanwhile_completes_nothing(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    with pytest.raises(NotPermitted):
        await complete_upload(desk, person("editor"), upload.id, {})

    assert await files(mongo) == 0


async def test_another_persons_ticket_is_not_there(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    for act in (complete_upload(desk, SYSTEM, upload.id, {}), cancel_upload(desk, SYSTEM, upload.id)):
        with pytest.raises(NotFound):
            await act
    with pytest.raises(NotFound):
        await complete_upload(desk, editor, "f" * 24, {})


async def test_completing_before_the_bytes_are_there_is_told_and_possible_later(desk: Desk, editor: Actor) -> None:
    content = samples.pdf()
    upload = await ticket(desk, editor, content, "a.pdf")

    with pytest.raises(Invalid) as refused:
        await complete_upload(desk, editor, upload.id, {})
    await put(desk, upload, content)

    assert code(refused) == ("id", "UPLOAD_MISSING")
    assert (await complete_upload(desk, editor, upload.id, {})).item


async def test_an_expired_ticket_completes_nothing(
    desk: Desk, editor: Actor, clock: Clock, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    clock.now += LIFETIME

    with pytest.raises(Invalid) as refused:
        await complete_upload(desk, editor, upload.id, {})

    assert code(refused) == ("id", "UPLOAD_EXPIRED") and await files(mongo) == 0


async def test_a_ticket_gives_one_file_however_often_it_is_completed(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    first = await complete_upload(desk, editor, upload.id, {})
    again = await complete_upload(desk, editor, upload.id, {}, even_if_there=True)

    assert first.item and again.item and first.item.id == again.item.id
    assert await files(mongo) == 1


async def test_two_completions_at_once_give_one_file(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    processes = [replace(desk, checks=RunningChecks()) for _ in range(3)]

    done = await asyncio.gather(*(complete_upload(one, editor, upload.id, {}) for one in processes))

    assert len({one.item.id for one in done if one.item}) == 1 and await files(mongo) == 1


async def test_the_same_bytes_are_answered_with_the_file_that_is_there(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    content = samples.image()
    known = await uploaded(desk, editor, content, "first.png")
    upload = await put_upload(content, "second.png")

    same = await complete_upload(desk, editor, upload.id, {})
    count = await files(mongo)
    another = await complete_upload(desk, editor, upload.id, {}, even_if_there=True)

    assert same.item and same.item.id == known.id and same.is_duplicate and count == 1
    assert another.item and another.item.id != known.id and not another.is_duplicate
    assert another.item.data["filename"] == "second.png"


async def test_the_same_bytes_uploaded_twice_at_once_become_one_file(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    content = samples.image()
    tickets = [await put_upload(content, f"{number}.png") for number in range(3)]

    done = await asyncio.gather(*(complete_upload(desk, editor, one.id, {}) for one in tickets))

    assert len({one.item.id for one in done if one.item}) == 1 and await files(mongo) == 1
    assert sorted(one.is_duplicate for one in done) == [False, True, True]


async def test_a_deleted_file_is_no_duplicate(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    content = samples.image()
    gone = await uploaded(desk, editor, content, "first.png")
    await delete_item(desk, editor, gone.id)

    again = await complete_upload(desk, editor, (await put_upload(content, "b.png")).id, {})

    assert again.item and again.item.id != gone.id


async def test_details_that_cannot_be_used_are_told_before_the_bytes_are_looked_at(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    upload = await put_upload(samples.image(), "a.png")

    with pytest.raises(Invalid) as refused:
        await complete_upload(desk, editor, upload.id, {"alt": "no languages", "visibility": "secret", "mime": "x/y"})
    completion = await complete_upload(desk, editor, upload.id, {"alt": {"en": "A harbour"}})

    found = {(one.field, one.code) for one in refused.value.problems}
    assert found == {("alt", "NOT_LOCALIZED"), ("visibility", "NOT_AN_OPTION"), ("mime", "SET_BY_CMS")}
    assert completion.item and completion.item.data["alt"] == {"en": "A harbour"}


async def test_a_person_has_so_many_open_tickets_and_no_more(desk: Desk, editor: Actor, clock: Clock) -> None:
    asked = [ticket(desk, editor, b"x", "a.pdf") for _ in range(MOST_OPEN + 3)]
    answers = await asyncio.gather(*asked, return_exceptions=True)

    given = [one for one in answers if isinstance(one, Upload)]
    assert len(given) == MOST_OPEN
    assert all(isinstance(one, TooManyRequests) for one in answers if one not in given)
    assert await ticket(desk, SYSTEM, b"x", "a.pdf")
    await cancel_upload(desk, editor, given[0].id)
    assert await ticket(desk, editor, b"x", "a.pdf")
    clock.now += LIFETIME
    assert await ticket(desk, editor, b"x", "a.pdf")


async def test_a_cancelled_ticket_is_gone_with_its_bytes(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")

    await cancel_upload(desk, editor, upload.id)

    assert await keys(desk) == []
    with pytest.raises(NotFound):
        await complete_upload(desk, editor, upload.id, {})


async def test_a_completed_upload_cannot_be_cancelled(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    upload = await put_upload(samples.pdf(), "a.pdf")
    await complete_upload(desk, editor, upload.id, {})

    with pytest.raises(Invalid) as refused:
        await cancel_upload(desk, editor, upload.id)

    assert code(refused) == ("id", "UPLOAD_USED")


async def test_a_slow_look_goes_on_and_is_answered_when_asked_again(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    impatient = replace(desk, checks=RunningChecks(wait_seconds=0))
    upload = await put_upload(samples.pdf(), "a.pdf")

    assert await complete_upload(impatient, editor, upload.id, {}) == Completion(None)

    async with asyncio.timeout(30):
        while (completion := await complete_upload(impatient, editor, upload.id, {})).item is None:
            await asyncio.sleep(0.01)
    assert completion.item and await files(mongo) == 1


async def test_a_process_that_dies_between_look_and_file_loses_nothing(
    desk: Desk, editor: Actor, mongo: Mongo, put_upload: PutUpload
) -> None:
    """The look is done and its bytes are kept, but the file was never made: another process makes it."""
    upload = await put_upload(samples.pdf(2), "a.pdf")
    half = replace(desk, checks=RunningChecks(wait_seconds=0))
    await complete_upload(half, editor, upload.id, {})
    async with asyncio.timeout(30):
        while not (await mongo.db["uploads"].find_one({"_id": upload.id}) or {}).get("facts"):
            await asyncio.sleep(0.01)
    await desk.store.delete(upload.key)
    assert await files(mongo) == 0

    completion = await complete_upload(replace(desk, checks=RunningChecks()), editor, upload.id, {})

    assert completion.item and completion.item.data["page_count"] == 2


async def test_the_s3_address_takes_exactly_the_announced_bytes(desk: Desk, editor: Actor) -> None:
    direct = replace(desk, settings=load_settings(file_upload="direct"))
    content = samples.pdf()
    upload = await ticket(direct, editor, content, "a.pdf")
    address = upload_address(direct, upload)

    async with httpx.AsyncClient() as client:
        longer = await client.put(address, content=content + b"x")
        shorter = await client.put(address, content=content[:-1])
        other_key = await client.put(address.replace(upload.id, "f" * 24), content=content)
        refused = await keys(desk)
        exact = await client.put(address, content=content)

    assert {one.status_code for one in (longer, shorter, other_key)} == {403} and refused == []
    assert exact.status_code == 200
    assert (await complete_upload(direct, editor, upload.id, {})).item


async def test_with_the_store_away_nothing_is_lost(
    desk: Desk, editor: Actor, mongo: Mongo, killable_s3: KillableS3
) -> None:
    store = store_of(killable_s3.address)
    there = replace(desk, store=store, checks=RunningChecks())
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


# -- replacing ------------------------------------------------------------------------------------------------------


async def live_data(desk: Desk, item: Item) -> dict:
    found = await desk.repository.published.find_one({"_id": item.id})
    assert found
    return found["data"]


async def test_replaced_bytes_are_a_new_version_and_live_when_published(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    old, new = samples.image("PNG", 60, 40), samples.pdf(4)
    item = await uploaded(desk, editor, old, "plan.png", alt={"en": "The plan"})
    await publish_item(desk, editor, item.id, ["en"])
    upload = await put_upload(new, "something else.pdf")

    replaced = await replace_file(desk, editor, item.id, upload.id, base_version=1)
    before = await live_data(desk, item)
    await publish_item(desk, editor, item.id, ["en"])
    after = await live_data(desk, item)

    assert replaced and (replaced.id, replaced.version) == (item.id, 2)
    assert before["sha256"] == hashlib.sha256(old).hexdigest() and before["filename"] == "plan.png"
    assert after["sha256"] == hashlib.sha256(new).hexdigest() and after["filename"] == "plan.pdf"
    assert "width" not in after and after["page_count"] == 4 and after["alt"] == {"en": "The plan"}


async def test_a_replacement_asked_for_again_changes_nothing_more(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    item = await uploaded(desk, editor, samples.pdf(), "a.pdf")
    upload = await put_upload(samples.pdf(2), "a.pdf")

    done = await asyncio.gather(*(replace_file(desk, editor, item.id, upload.id) for _ in range(3)))

    assert [one.version for one in done if one] == [2, 2, 2]


async def test_a_ticket_is_for_one_file(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    first = await uploaded(desk, editor, samples.pdf(1), "a.pdf")
    second = await uploaded(desk, editor, samples.pdf(2), "b.pdf")
    upload = await put_upload(samples.pdf(3), "a.pdf")
    await replace_file(desk, editor, first.id, upload.id)

    with pytest.raises(Invalid) as refused:
        await replace_file(desk, editor, second.id, upload.id)
    completion = await complete_upload(desk, editor, upload.id, {})

    assert code(refused) == ("id", "UPLOAD_USED")
    assert completion.item and completion.item.id == first.id


async def test_two_who_replace_the_same_file_hear_of_each_other(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    item = await uploaded(desk, editor, samples.pdf(), "a.pdf")
    await replace_file(desk, editor, item.id, (await put_upload(samples.pdf(2), "a.pdf")).id, base_version=1)
    late = await put_upload(samples.pdf(3), "a.pdf")

    with pytest.raises(Conflict) as conflict:
        await replace_file(desk, editor, item.id, late.id, base_version=1)
    renamed = await update_item(desk, editor, item.id, 2, {"filename": "b.pdf"})
    replaced = await replace_file(desk, editor, item.id, late.id, base_version=2)

    clash = next(one for one in conflict.value.clashes if one.at == "page_count")
    assert (clash.base, clash.theirs, clash.yours) == (1, 2, 3) and conflict.value.version == 2
    assert renamed.version == 3 and replaced and replaced.data["filename"] == "b.pdf"


async def test_only_who_may_change_a_file_replaces_it(desk: Desk, editor: Actor, put_upload: PutUpload) -> None:
    item = await uploaded(desk, editor, samples.pdf(), "a.pdf")
    contributor = person("carl", eccp=["contributor"])
    upload = await put_upload(samples.pdf(2), "a.pdf", contributor)
    news = await create_item(desk, SYSTEM, type="Person", site="eccp", data={"name": "Ana"})

    with pytest.raises(NotPermitted):
        await replace_file(desk, contributor, item.id, upload.id)
    with pytest.raises(NotFound):
        await replace_file(desk, person("carl"), item.id, upload.id)
    with pytest.raises(NotFound):
        await replace_file(desk, editor, item.id, upload.id)
    with pytest.raises(Invalid) as refused:
        await replace_file(desk, SYSTEM, news.id, (await put_upload(samples.pdf(3), "a.pdf", SYSTEM)).id)

    assert code(refused) == ("id", "NOT_A_FILE")
    assert (await desk.repository.items.get(item.id) or item).version == 1


# -- what only the CMS may say --------------------------------------------------------------------------------------


async def test_nobody_makes_a_file_without_its_bytes(desk: Desk, mongo: Mongo) -> None:
    forged = {"filename": "a.pdf", "mime": "application/pdf", "byte_size": 1, "sha256": "0" * 64}

    for data in (forged, {"filename": "a.pdf"}, {}):
        with pytest.raises(Invalid) as refused:
            await create_item(desk, SYSTEM, type="FileAsset", site="eccp", data=data)
        assert {one.code for one in refused.value.problems} == {"SET_BY_CMS"}
        assert "createUpload" in str(refused.value)

    assert await files(mongo) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"mime": "image/svg+xml"},
        {"sha256": "0" * 64},
        {"byte_size": 1},
        {"width": 1},
        {"height": None},
        {"page_count": 9},
    ],
    ids=str,
)
async def test_nobody_changes_what_the_cms_found_out(desk: Desk, editor: Actor, changes: dict) -> None:
    item = await uploaded(desk, editor, samples.image(), "a.png")

    with pytest.raises(Invalid) as refused:
        await update_item(desk, editor, item.id, 1, {"licence": "CC0", **changes})

    assert [(one.field, one.code) for one in refused.value.problems] == [(next(iter(changes)), "SET_BY_CMS")]
    assert (await desk.repository.items.get(item.id) or item).data == item.data


async def test_a_name_keeps_the_extension_of_the_real_type(desk: Desk, editor: Actor) -> None:
    item = await uploaded(desk, editor, samples.pdf(), "a.pdf")

    renamed = await update_item(desk, editor, item.id, 1, {"filename": "../../setup.exe"})
    emptied = await update_item(desk, editor, item.id, 2, {"filename": None})

    assert renamed.data["filename"] == "setup.exe.pdf"
    assert emptied.data["filename"] == "file.pdf"


async def test_an_old_version_merges_and_comes_back_with_its_own_bytes(
    desk: Desk, editor: Actor, put_upload: PutUpload
) -> None:
    first, second = samples.pdf(), samples.pdf(2)
    item = await uploaded(desk, editor, first, "a.pdf")
    await replace_file(desk, editor, item.id, (await put_upload(second, "a.pdf")).id)

    merged = await update_item(desk, editor, item.id, 1, {"licence": "CC0"})
    restored = await restore_version(desk, editor, item.id, 1)

    assert merged.data["sha256"] == hashlib.sha256(second).hexdigest() and merged.data["licence"] == "CC0"
    assert restored.data["sha256"] == hashlib.sha256(first).hexdigest() and restored.data["page_count"] == 1
    assert set(await keys(desk)) == {original_key(hashlib.sha256(one).hexdigest()) for one in (first, second)}


# -- sweeping -------------------------------------------------------------------------------------------------------


async def test_abandoned_uploads_are_swept_and_files_stay(
    desk: Desk, editor: Actor, clock: Clock, mongo: Mongo, put_upload: PutUpload
) -> None:
    kept = await uploaded(desk, editor, samples.image(), "a.png")
    abandoned = await put_upload(samples.pdf(), "a.pdf")
    await ticket(desk, editor, b"x", "never-came.pdf")
    clock.now += LIFETIME + timedelta(minutes=59)
    await sweep_uploads(desk)
    assert abandoned.key in await keys(desk)

    clock.now += timedelta(minutes=2)
    young = await put_upload(samples.pdf(2), "b.pdf")
    await sweep_uploads(desk)
    await sweep_uploads(desk)

    assert set(await keys(desk)) == {original_key(kept.data["sha256"]), young.key}
    assert [one["_id"] async for one in mongo.db["uploads"].find({})] == [young.id]


async def test_bytes_that_come_after_their_ticket_went_are_swept(desk: Desk, editor: Actor, clock: Clock) -> None:
    upload = await ticket(desk, editor, b"x", "a.pdf")
    clock.now += LIFETIME + timedelta(hours=2)
    await sweep_uploads(desk)
    await put(desk, upload, b"x")
    await put(desk, upload.model_copy(update={"id": "not-ours"}), b"x")

    await sweep_uploads(desk)
    assert upload.key in await keys(desk)  # by its id, the ticket was made just now
    clock.set("2100-01-01T00:00:00+00:00")
    await sweep_uploads(desk)

    assert await keys(desk) == ["uploads/not-ours"]
