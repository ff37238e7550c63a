"""Sizes of images, and images that are none."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from cms.files.image_size import ImageSize, image_size
from cms.kernel.errors import Invalid
from tests.cms.files import samples

OnDisk = Callable[[bytes], Path]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_size_is_in_pixels(on_disk: OnDisk, kind: str) -> None:
    assert image_size(on_disk(samples.image(kind, 60, 40))) == ImageSize(60, 40)


def test_a_turned_photo_has_the_size_that_people_see(on_disk: OnDisk) -> None:
    assert image_size(on_disk(samples.photo_on_its_side(60, 40))) == ImageSize(40, 60)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_half_an_image_is_refused(on_disk: OnDisk, kind: str) -> None:
    whole = samples.image(kind, 600, 400)

    with pytest.raises(Invalid) as refusal:
        image_size(on_disk(whole[: len(whole) // 2]))

    assert refusal.value.problems[0].code == "FILE_BROKEN"


def test_an_image_of_a_kind_that_is_not_taken_is_not_even_decoded(on_disk: OnDisk) -> None:
    content = io.BytesIO()
    Image.new("RGB", (60, 40)).save(content, "TIFF")

    with pytest.raises(Invalid) as refusal:
        image_size(on_disk(content.getvalue()))

    assert refusal.value.problems[0].code == "FILE_BROKEN"


def png_claiming(width: int, height: int) -> bytes:
    """A tiny file that says it unpacks to width × height pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_decompression_bomb_is_refused_by_its_header(on_disk: OnDisk) -> None:
    with pytest.raises(Invalid, match="more than 50 megapixels") as refusal:
        image_size(on_disk(png_claiming(50_000, 50_000)))

    assert refusal.value.problems[0].code == "FILE_TOO_LARGE"
