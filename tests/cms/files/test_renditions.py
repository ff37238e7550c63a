"""Renditions of images."""

import contextlib
import io

import pytest
from PIL import Image

from cms.files import renditions
from cms.files.renditions import render, rendition_key
from cms.kernel.errors import Invalid
from tests.cms.files import samples
from tests.cms.files.test_image_size import png_claiming


def opened(rendition: bytes) -> Image.Image:
    return Image.open(io.BytesIO(rendition))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_rendition_is_a_webp_of_the_width_in_the_same_proportion(kind: str) -> None:
    rendition = opened(render(samples.image(kind, 1200, 800), 480))

    assert (rendition.format, rendition.size) == ("WEBP", (480, 320))


def animation(kind: str, count: int = 3, size: tuple[int, int] = (600, 400)) -> bytes:
    """A red, a green and a blue picture, for 100, 200 and 300 milliseconds, again and again."""
    colours = ["red", "green", "blue"] * count
    pictures = [Image.new("RGB", size, colour) for colour in colours[:count]]
    content = io.BytesIO()
    durations = [100 * (number % 3 + 1) for number in range(count)]
    pictures[0].save(content, kind, save_all=True, append_images=pictures[1:], duration=durations, loop=0)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_goes_on_moving(kind: str) -> None:
    rendition = opened(render(animation(kind), 320))

    assert (rendition.format, rendition.size, getattr(rendition, "n_frames", 1)) == ("WEBP", (320, 213), 3)
    for number, colour in enumerate([(255, 0, 0), (0, 128, 0), (0, 0, 255)]):
        rendition.seek(number)
        pixel = rendition.convert("RGB").getpixel((10, 10))
        assert isinstance(pixel, tuple)
        assert all(abs(one - wanted) < 12 for one, wanted in zip(pixel, colour, strict=True))
    assert b"ANIM" in render(animation(kind), 320)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_long_animation_there_is_the_first_picture(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renditions, "MAX_PIXELS", 2 * 600 * 400)

    rendition = opened(render(animation(kind), 320))

    assert (rendition.size, getattr(rendition, "n_frames", 1)) == ((320, 213), 1)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_that_is_cut_off_breaks_nothing(kind: str) -> None:
    content = animation(kind)
    for length in range(40, len(content), 97):
        with contextlib.suppress(Invalid):  # anything else fails the claim
            assert opened(render(content[:length], 320)).size[0] <= 320


def test_a_tall_image_keeps_its_width() -> None:
    assert opened(render(samples.image("PNG", 400, 2000), 320)).size == (320, 1600)


def test_a_small_image_is_not_enlarged() -> None:
    assert opened(render(samples.image("PNG", 200, 100), 1920)).size == (200, 100)


def test_a_turned_photo_is_upright_and_says_nothing_of_its_place() -> None:
    rendition = render(samples.photo_on_its_side(1200, 800), 320)

    assert opened(rendition).size == (320, 480)
    assert not opened(rendition).getexif()
    assert b"taken at home" not in rendition


def test_transparency_stays() -> None:
    content = io.BytesIO()
    Image.new("RGBA", (600, 400), (255, 0, 0, 0)).save(content, "PNG")

    rendition = opened(render(content.getvalue(), 320)).convert("RGBA")

    assert rendition.getpixel((10, 10)) == (0, 0, 0, 0) or rendition.getpixel((10, 10)) == (255, 0, 0, 0)


def test_colours_for_print_become_colours_for_screens() -> None:
    content = io.BytesIO()
    Image.new("CMYK", (600, 400), (0, 255, 255, 0)).save(content, "JPEG")

    pixel = opened(render(content.getvalue(), 320)).convert("RGB").getpixel((10, 10))

    assert isinstance(pixel, tuple)
    assert pixel[0] > 150
    assert pixel[2] < 100


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no image", "FILE_BROKEN"),
        (samples.image("PNG", 600, 400)[:300], "FILE_BROKEN"),
        (png_claiming(50_000, 50_000), "FILE_TOO_LARGE"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "FILE_BROKEN"),
    ],
)
def test_what_cannot_be_rendered_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        render(content, 320)

    assert refusal.value.problems[0].code == code


def test_renditions_lie_beside_each_other_under_the_hash() -> None:
    assert rendition_key("ab12", 640) == "renditions/ab12/640.2.webp"
