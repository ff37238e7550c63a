"""One image at one width, as WebP, which moves where the image does. Pure work of the CPU: run it in a thread."""

import io

import pyvips
from PIL import Image, ImageSequence
from pyvips.enums import ForeignKeep

from cms.files.image_size import MAX_PIXELS, broken_image, checked_size

MIME = "image/webp"
EXTENSION = ".webp"
GENERATION = 2
"""Of how renditions are made: those of an earlier one are not served any more."""
_QUALITY = 80
# Options of the loader: thumbnail_buffer of libvips 8.18 forgets its own ones.
_STILL, _ALL_PICTURES = "[fail_on=truncated]", "[n=-1,fail_on=truncated]"
_ANY_HEIGHT = 10_000_000  # libvips' largest: without it the width would also bound the height
_PNG, _APNG = b"\x89PNG", b"acTL"


def render(original: bytes, width: int) -> bytes:
    """At most `width` pixels wide, never enlarged, turned upright, in sRGB, without metadata. An animation moves if all
    its pictures together have at most MAX_PIXELS; of a longer one it is the first picture.

    Raises Invalid with code FILE_BROKEN or FILE_TOO_LARGE.
    """
    try:
        image = pyvips.Image.new_from_buffer(original, "", access="sequential")
        checked_size(image)
        if original.startswith(_PNG) and _APNG in original:
            return _moving_png(original, width) or _scaled(original, width, _STILL)
        moves = image.get_n_pages() > 1 and image.get_n_pages() * image.width * image.height <= MAX_PIXELS
        return _scaled(original, width, _ALL_PICTURES if moves else _STILL)
    except pyvips.Error as error:
        raise broken_image() from error


def rendition_key(sha256: str, width: int) -> str:
    return f"renditions/{sha256}/{width}.{GENERATION}{EXTENSION}"


def _scaled(original: bytes, width: int, options: str) -> bytes:
    small = pyvips.Image.thumbnail_buffer(
        original, width, height=_ANY_HEIGHT, size="down", output_profile="srgb", option_string=options
    )
    return small.webpsave_buffer(Q=_QUALITY, keep=ForeignKeep.NONE)


def _moving_png(original: bytes, width: int) -> bytes | None:
    """libvips sees the first picture of an animated PNG alone. None for one that does not move, or for too long."""
    try:
        with Image.open(io.BytesIO(original), formats=["PNG"]) as image:
            count: int = getattr(image, "n_frames", 1)
            if not 1 < count <= MAX_PIXELS // (image.width * image.height):
                return None
            return _moving_webp(image, min(1.0, width / image.width))
    except (OSError, SyntaxError, ValueError) as error:
        raise broken_image() from error


def _moving_webp(image: Image.Image, scale: float) -> bytes:
    size = round(image.width * scale), max(1, round(image.height * scale))
    pictures: list[Image.Image] = []
    milliseconds: list[int] = []
    for picture in ImageSequence.Iterator(image):
        pictures.append(picture.convert("RGBA").resize(size))
        milliseconds.append(round(picture.info.get("duration", 0)))
    first, *others = pictures
    saved = io.BytesIO()
    timing = {"duration": milliseconds, "loop": image.info.get("loop", 0)}
    first.save(saved, "WEBP", save_all=True, append_images=others, quality=_QUALITY, **timing)
    return saved.getvalue()
