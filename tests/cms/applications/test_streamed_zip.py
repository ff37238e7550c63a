"""A ZIP that is sent while it is written, whatever its files weigh."""

import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from zipfile import ZipFile

from cms.applications.streamed_zip import StreamedZip

MEGABYTE = 1024 * 1024
AT = datetime(2024, 4, 2, 12, 30, tzinfo=UTC)


async def chunks(count: int) -> AsyncIterator[bytes]:
    for number in range(count):
        yield bytes([number]) * MEGABYTE


async def test_no_piece_is_larger_than_what_came_in_and_together_they_are_a_zip() -> None:
    archive = StreamedZip(AT)

    pieces = [piece async for piece in archive.file("Писмо.bin", 20 * MEGABYTE, chunks(20))]
    pieces += [archive.text("data.json", b"{}"), archive.end()]

    assert max(map(len, pieces)) < 1.01 * MEGABYTE
    with ZipFile(io.BytesIO(b"".join(pieces))) as found:
        assert found.testzip() is None and found.namelist() == ["Писмо.bin", "data.json"]
        assert found.getinfo("Писмо.bin").file_size == 20 * MEGABYTE
        assert found.getinfo("data.json").date_time == (2024, 4, 2, 12, 30, 0)


async def test_a_file_beyond_two_gigabytes_is_announced_as_one() -> None:
    """Not all of it is sent here: the wider fields are chosen by what is known before."""
    archive = StreamedZip(AT)

    pieces = [piece async for piece in archive.file("film.mp4", 3 * 2**30, chunks(1))]

    with ZipFile(io.BytesIO(b"".join([*pieces, archive.end()]))) as found:
        assert found.getinfo("film.mp4").extract_version == 45 and found.testzip() is None
