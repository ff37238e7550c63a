"""Real files of every kind, damaged at random: each is a kind or is refused in words, and little of it is unpacked."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.files.archives import MAX_PART_BYTES
from cms.files.store_bytes import inspect_file
from cms.kernel.errors import Invalid
from tests.cms.files import samples

OnDisk = Callable[[bytes], Path]
WHOLE = [
    samples.pptx(),
    samples.docx(),
    samples.xlsx(),
    samples.open_document("text"),
    samples.packed({"inner.zip": samples.packed({"a": "b"}).decode("latin-1"), "readme.txt": "hello " * 100}),
    samples.mp4(),
    samples.mp4_in_fragments(),
    samples.pdf(2),
    samples.image("GIF"),
    samples.image("PNG"),
]
BOMB = samples.packed({"[Content_Types].xml": "<Types>" + " " * 20_000_000})
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4)


def damaged(content: bytes, damage: list[tuple[float, bytes]], cut: int) -> bytes:
    """With other bytes at these places (as shares of the length), and so many taken off the end."""
    changed = bytearray(content)
    for share, new in damage:
        at = int(share * max(len(changed) - len(new), 0))
        changed[at : at + len(new)] = new
    return bytes(changed[: len(changed) - cut])


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.sampled_from(WHOLE), damage=DAMAGE, cut=st.sampled_from([0, 0, 0, 1, 22, 100]))
def test_whatever_is_damaged_the_answer_is_a_kind_or_words(
    on_disk: OnDisk, content: bytes, damage: list[tuple[float, bytes]], cut: int
) -> None:
    path = on_disk(damaged(content, damage, cut))

    try:
        assert inspect_file(path, "0" * 64, "file").mime
    except Invalid as refusal:
        [problem] = refusal.problems
        assert problem.code.startswith("FILE_") and problem.message


@pytest.mark.parametrize("content", [*WHOLE, BOMB], ids=range(len(WHOLE) + 1))
def test_no_more_is_unpacked_than_is_allowed(on_disk: OnDisk, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []
    read = zipfile.ZipExtFile.read

    def counted(stream: zipfile.ZipExtFile, *args: Any) -> bytes:
        found = read(stream, *args)
        unpacked.append(len(found))
        return found

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    try:
        inspect_file(on_disk(content), "0" * 64, "file")
    except Invalid:
        assert content is BOMB

    assert sum(unpacked) <= MAX_PART_BYTES + 1
