"""Byte ranges as RFC 9110 has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.http.ranges import ByteRange, NotSatisfiable, byte_range

SIZES = st.integers(1, 10**12)


@pytest.mark.parametrize(
    ("header", "size", "expected"),
    [
        ("bytes=0-0", 10, ByteRange(0, 0)),
        ("bytes=0-9", 10, ByteRange(0, 9)),
        ("bytes=3-", 10, ByteRange(3, 9)),
        ("bytes=3-99", 10, ByteRange(3, 9)),
        ("bytes=-4", 10, ByteRange(6, 9)),
        ("bytes=-99", 10, ByteRange(0, 9)),
        ("Bytes=1-2", 10, ByteRange(1, 2)),
        ("bytes= 1-2 ", 10, ByteRange(1, 2)),
    ],
)
def test_one_range_is_understood(header: str, size: int, expected: ByteRange) -> None:
    assert byte_range(header, size) == expected


@pytest.mark.parametrize(
    "header",
    [None, "", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=0-1,4-5", "lines=0-1", "bytes=0x1-2",
     "bytes=+1-2", "bytes=1-2-3", "bytes=٣-٤", "bytes=" + "9" * 5000 + "-", "bytes 0-1"],
)  # fmt: skip
def test_anything_else_asks_for_the_whole(header: str | None) -> None:
    assert byte_range(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-20", "bytes=999-1000", "bytes=-0"])
def test_a_range_behind_the_end_cannot_be_satisfied(header: str) -> None:
    with pytest.raises(NotSatisfiable):
        byte_range(header, 10)


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-5", "bytes=0-0"])
def test_nothing_is_always_whole(header: str) -> None:
    assert byte_range(header, 0) is None


@given(first=st.integers(0, 10**12), length=st.integers(1, 10**12), size=SIZES)
def test_a_range_is_exactly_its_bytes_inside_the_object(first: int, length: int, size: int) -> None:
    header = f"bytes={first}-{first + length - 1}"
    if first >= size:
        with pytest.raises(NotSatisfiable):
            byte_range(header, size)
        return

    assert byte_range(header, size) == ByteRange(first, min(first + length, size) - 1)


@given(length=st.integers(1, 10**12), size=SIZES)
def test_a_suffix_is_exactly_the_last_bytes(length: int, size: int) -> None:
    found = byte_range(f"bytes=-{length}", size)

    assert found is not None
    assert (found.last, found.length) == (size - 1, min(length, size))


@given(header=st.text(max_size=40) | st.from_regex(r"bytes=[0-9,\- ]{0,20}", fullmatch=True), size=st.integers(0, 50))
def test_any_header_gives_a_part_of_the_object_or_the_whole(header: str, size: int) -> None:
    try:
        part = byte_range(header, size)
    except NotSatisfiable:
        return

    assert part is None or 0 <= part.first <= part.last < size
