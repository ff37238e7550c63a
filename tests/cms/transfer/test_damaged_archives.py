"""Archives of sites that are damaged at random: what is read of them is right or is refused in words."""

import asyncio
import zipfile
from collections.abc import AsyncGenerator
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cms.kernel.errors import Invalid
from cms.transfer.open_archive import open_archive
from tests.cms.files.test_damaged_files import DAMAGE, damaged
from tests.whole_sites import Export

MAX_BYTES = 50_000_000


async def test_whatever_is_damaged_the_answer_is_items_or_words(site: str, export: Export, tmp_path: Path) -> None:
    whole = await export()
    stored = _stored(whole)

    @settings(max_examples=300)
    @example(content=whole, damage=[(0.99999, b"\x01\x00")], cut=0, in_directory=False)
    @given(
        content=st.sampled_from([whole, stored]),
        damage=DAMAGE,
        cut=st.sampled_from([0, 0, 0, 1, 22, 100]),
        in_directory=st.booleans(),
    )
    def holds(content: bytes, damage: list[tuple[float, bytes]], cut: int, in_directory: bool) -> None:
        path = tmp_path / "damaged.zip"
        at = content.index(b"PK\x01\x02") if in_directory else 0
        path.write_bytes(content[:at] + damaged(content[at:], damage, cut))
        assert asyncio.run(bytes_or_words(path)) <= MAX_BYTES

    await asyncio.to_thread(holds)


async def bytes_or_words(path: Path) -> int:
    """How many bytes of files come out of it, after all of its items. Anything but Invalid fails the claim, and so does
    one without words."""
    try:
        with open_archive(path, MAX_BYTES) as archive:
            await _count(archive.batches())
            return sum([await _count(archive.file(sha256)) for sha256 in archive.hashes])
    except Invalid as refusal:
        return 0 if all(one.code and one.message for one in refusal.problems) else MAX_BYTES + 1


async def _count(parts: AsyncGenerator[Any]) -> int:
    return sum([len(part) async for part in parts])


def _stored(content: bytes) -> bytes:
    """The same, not packed: what is damaged is then the text itself."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as opened, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in opened.namelist():
            archive.writestr(name, opened.read(name))
    return packed.getvalue()
