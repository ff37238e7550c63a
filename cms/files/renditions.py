"""One image at one width, as WebP. Pure work of the CPU: run it in a thread."""

import pyvips
from pyvips.enums import ForeignKeep

from cms.files.image_size import broken_image, checked_size

MIME = "image/webp"
EXTENSION = ".webp"
_QUALITY = 80
_STRICT = "[fail_on=truncated]"  # as an option of the loader: thumbnail_buffer of libvips 8.18 forgets its own one
_ANY_HEIGHT = 10_000_000  # libvips' largest: without it the width would also bound the height


def render(original: bytes, width: int) -> bytes:
    """At most `width` pixels wide, never enlarged, turned upright, in sRGB, without metadata, first frame only.

    Raises Invalid with code FILE_BROKEN or FILE_TOO_LARGE.
    """
    try:
        checked_size(pyvips.Image.new_from_buffer(original, "", access="sequential"))
        small = pyvips.Image.thumbnail_buffer(
            original, width, height=_ANY_HEIGHT, size="down", output_profile="srgb", option_string=_STRICT
        )
        return small.webpsave_buffer(Q=_QUALITY, keep=ForeignKeep.NONE)
    except pyvips.Error as error:
        raise broken_image() from error


def rendition_key(sha256: str, width: int) -> str:
    return f"renditions/{sha256}/{width}{EXTENSION}"
