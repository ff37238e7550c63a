"""Parts of an upload: of any size of file, put in any order and more than once, broken off and gone on with."""

import asyncio
import hashlib
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cms.access.actor import Actor
from cms.content.rules.file_types import MAX_BYTES, MEGABYTE
from cms.files import upload_bytes
from cms.files.actions import cancel_upload, complete_upload
from cms.files.actions.create_upload import create_upload
from cms.files.jobs.sweep_uploads import sweep_uploads
from cms.files.queries.uploads import open_uploads
from cms.files.store_bytes import original_key
from cms.files.upload_bytes import MAX_PARTS, SMALLEST_PART, Part, arrived_parts, parts_of, uploaded_bytes
from cms.files.uploads import LIFETIME, LONG_LIFETIME, MAX_OPEN_UPLOAD_BYTES
from cms.kernel.errors import Invalid, TooManyRequests
from cms.kernel.services import Services
from storage.documents import Upload
from tests.cms.files import samples
from tests.services import Clock, person
from tests.uploads import keys, put, ticket

CONTENT = samples.pdf() + bytes(2 * MEGABYTE + 12_345)
"""A PDF of three parts: what follows its end does not matter."""


def sized(byte_size: int) -> Upload:
    return Upload.model_construct(id="a" * 24, byte_size=byte_size)


async def put_part(services: Services, part: Part, content: bytes = CONTENT) -> None:
    piece = content[part.offset : part.offset + part.byte_size]
    await services.store.put(part.key, piece, "application/octet-stream")


@given(st.integers(1, MAX_BYTES))
@example(1)
@example(SMALLEST_PART)
@example(SMALLEST_PART + 1)
@example(MAX_PARTS * SMALLEST_PART)
@example(MAX_PARTS * SMALLEST_PART + 1)
@example(MAX_BYTES)
def test_parts_are_few_and_follow_each_other_from_the_first_byte_to_the_last(byte_size: int) -> None:
    parts = parts_of(sized(byte_size))

    assert 1 <= len(parts) <= MAX_PARTS
    assert [part.number for part in parts] == list(range(len(parts)))
    assert [part.offset for part in parts] == [
        sum(one.byte_size for one in parts[:place]) for place in range(len(parts))
    ]
    assert sum(part.byte_size for part in parts) == byte_size
    assert all(part.byte_size >= SMALLEST_PART for part in parts[:-1]) and parts[-1].byte_size >= 1
    assert len({part.key for part in parts}) == len(parts)
    assert sorted(part.key for part in parts) == [part.key for part in parts]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 1, 2, 0, 2)], ids=str)
async def test_parts_in_any_order_become_the_file_that_was_announced(
    services: Services, editor: Actor, order: tuple[int, ...]
) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")
    parts = parts_of(upload)
    for number in order:
        await put_part(services, parts[number])

    completion = await complete_upload(services, editor, upload.id, {})

    assert completion.item and completion.item.data["byte_size"] == len(CONTENT)
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    assert completion.item.data["sha256"] == sha256
    assert await keys(services) == [original_key(sha256)]


async def test_what_has_not_arrived_wholly_is_told_and_can_still_come(services: Services, editor: Actor) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")
    first, second, third = parts_of(upload)
    await put_part(services, first)
    await services.store.put(second.key, CONTENT[second.offset :][:1000], "application/octet-stream")  # a piece of it
    await put_part(services, third)

    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})
    arrived = await arrived_parts(services, upload)
    await put_part(services, second)

    problem = refused.value.problems[0]
    assert (problem.code, problem.message) == (
        "UPLOAD_MISSING",
        "2 of 3 parts have arrived; put the others to their addresses first.",
    )
    assert arrived == [first, third]
    assert (await complete_upload(services, editor, upload.id, {})).item


async def test_a_part_of_another_file_among_them_is_found_out_by_the_hash(services: Services, editor: Actor) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")
    for part in parts_of(upload):
        await put_part(services, part)
    middle = parts_of(upload)[1]
    await services.store.put(middle.key, b"\xff" * middle.byte_size, "application/octet-stream")

    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})

    assert refused.value.problems[0].code == "FILE_HASH"
    assert await keys(services) == []


async def test_the_whole_counts_more_than_its_parts(services: Services, editor: Actor) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")
    await put_part(services, parts_of(upload)[0], b"\xff" * len(CONTENT))
    await put(services, upload, CONTENT)

    assert (await complete_upload(services, editor, upload.id, {})).item
    assert await keys(services) == [original_key(hashlib.sha256(CONTENT).hexdigest())]


async def test_two_writers_of_one_upload_at_once_leave_it_whole(services: Services, editor: Actor) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")

    await asyncio.gather(*(put_part(services, part) for part in [*parts_of(upload), *reversed(parts_of(upload))]))

    assert b"".join([chunk async for chunk in uploaded_bytes(services, upload)]) == CONTENT


async def test_a_ticket_for_several_parts_is_good_for_a_day_and_one_for_a_single_part_for_an_hour(
    services: Services, editor: Actor, clock: Clock
) -> None:
    long, short = await ticket(services, editor, CONTENT, "a.pdf"), await ticket(services, editor, b"x", "b.pdf")
    for part in parts_of(long):
        await put_part(services, part)
    assert (long.expires - clock.now, short.expires - clock.now) == (LONG_LIFETIME, LIFETIME)

    clock.now += LONG_LIFETIME - timedelta(seconds=1)
    waiting = await open_uploads(services, editor)
    clock.now += timedelta(seconds=1)
    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, long.id, {})

    assert [one.id for one in waiting] == [long.id]
    assert refused.value.problems[0].code == "UPLOAD_EXPIRED" and await open_uploads(services, editor) == []


async def test_one_sees_ones_own_open_uploads_and_finds_them_by_their_bytes(services: Services, editor: Actor) -> None:
    mine = await ticket(services, editor, CONTENT, "a.pdf")
    other = await ticket(services, editor, b"%PDF", "b.pdf")
    await ticket(services, person("neighbour", eccp=["editor"]), CONTENT, "c.pdf")
    done = await ticket(services, editor, samples.pdf(4), "d.pdf")
    await put(services, done, samples.pdf(4))
    await complete_upload(services, editor, done.id, {})

    assert [one.id for one in await open_uploads(services, editor)] == [other.id, mine.id]
    assert [one.id for one in await open_uploads(services, editor, mine.sha256)] == [mine.id]
    assert await open_uploads(services, editor, "0" * 64) == []


async def test_cancelling_and_refusing_forget_the_parts(services: Services, editor: Actor) -> None:
    cancelled = await ticket(services, editor, CONTENT, "a.pdf")
    refused = await ticket(services, editor, b"MZ" + CONTENT, "b.pdf")
    for part in [*parts_of(cancelled)[:2]]:
        await put_part(services, part)
    for part in parts_of(refused):
        await put_part(services, part, b"MZ" + CONTENT)

    await cancel_upload(services, editor, cancelled.id)
    with pytest.raises(Invalid):
        await complete_upload(services, editor, refused.id, {})

    assert await keys(services) == []


async def test_abandoned_parts_are_swept_with_their_ticket_and_after_it(
    services: Services, editor: Actor, clock: Clock
) -> None:
    abandoned = await ticket(services, editor, CONTENT, "a.pdf")
    for part in parts_of(abandoned)[:2]:
        await put_part(services, part)
    clock.now += LONG_LIFETIME + timedelta(minutes=59)
    await sweep_uploads(services)
    assert len(await keys(services)) == 2

    clock.now += timedelta(minutes=2)
    await sweep_uploads(services)
    assert await keys(services) == [] and await services.repository.uploads.get(abandoned.id) is None

    await put_part(services, parts_of(abandoned)[2])  # by an address that was still good
    await sweep_uploads(services)
    assert len(await keys(services)) == 1  # by its id, the ticket was made just now
    clock.set("2100-01-01T00:00:00+00:00")
    await sweep_uploads(services)
    assert await keys(services) == []


async def test_a_person_has_so_many_bytes_open_and_no_more(services: Services, editor: Actor) -> None:
    most = MAX_OPEN_UPLOAD_BYTES // MAX_BYTES
    opened = [await open_ticket(services, editor, MAX_BYTES) for _ in range(most)]

    with pytest.raises(TooManyRequests):
        await open_ticket(services, editor, 1)
    await cancel_upload(services, editor, opened[0].id)

    assert await open_ticket(services, editor, 1)
    assert await open_ticket(services, person("neighbour", eccp=["editor"]), MAX_BYTES)


async def open_ticket(services: Services, actor: Actor, byte_size: int) -> Upload:
    return await create_upload(services, actor, site="eccp", filename="a.mp4", byte_size=byte_size)


async def test_a_checked_upload_has_an_hour_left(services: Services, editor: Actor, clock: Clock) -> None:
    """Or programs that upload what is there already would soon have too many that nothing comes of."""
    first, same = [await ticket(services, editor, CONTENT, f"{name}.pdf") for name in "ab"]
    for upload in (first, same):
        for part in parts_of(upload):
            await put_part(services, part)
        completion = await complete_upload(services, editor, upload.id, {})

    assert completion.is_duplicate
    checked = await services.repository.uploads.get(same.id)
    assert checked and checked.expires == clock.now + LIFETIME


def test_parts_stay_as_small_as_a_slow_line_needs() -> None:
    assert max(part.byte_size for part in parts_of(sized(MAX_BYTES))) <= 5 * MEGABYTE
    assert upload_bytes.SMALLEST_PART == MEGABYTE
