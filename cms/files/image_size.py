"""How large an image is, and whether it can be decoded at all."""

import logging
from dataclasses import dataclass
from pathlib import Path

import pyvips

from cms.files.refusal import refused

MAX_PIXELS = 50_000_000
_PROBE_WIDTH = 64
_LOADERS = ("VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif")

# Only the decoders of accepted kinds: libvips has dozens more, some of them not meant for strangers' files.
pyvips.operation_block_set("VipsForeignLoad", True)
for _loader in _LOADERS:
    pyvips.operation_block_set(_loader, False)
pyvips.cache_set_max(0)
logging.getLogger("pyvips").setLevel(logging.ERROR)  # a broken image would write a line per row


@dataclass(frozen=True, slots=True)
class ImageSize:
    """In pixels, as a person sees it: after the rotation that the camera noted."""

    width: int
    height: int


def image_size(path: Path) -> ImageSize:
    """Raises Invalid with code FILE_BROKEN or FILE_TOO_LARGE (more than MAX_PIXELS). Takes up to a second of CPU."""
    try:
        image = pyvips.Image.new_from_file(str(path), access="sequential")
        size = checked_size(image)
        pyvips.Image.thumbnail(str(path), _PROBE_WIDTH, fail_on="truncated").avg()
    except pyvips.Error as error:
        raise broken_image() from error
    return size


def checked_size(image: pyvips.Image) -> ImageSize:
    """From the header alone, so that a small file that unpacks to gigabytes is refused before it does."""
    if image.width * image.height > MAX_PIXELS:
        megapixels = MAX_PIXELS // 1_000_000
        raise refused(
            "FILE_TOO_LARGE", f"The image has more than {megapixels} megapixels: scale it down and upload that."
        )
    return ImageSize(image.height, image.width) if _lies_on_its_side(image) else ImageSize(image.width, image.height)


def broken_image() -> Exception:
    return refused("FILE_BROKEN", "The image is damaged and cannot be shown: save it again and upload that.")


def _lies_on_its_side(image: pyvips.Image) -> bool:
    """EXIF orientations 5 to 8 are turned by a quarter."""
    orientation = image.get("orientation") if image.get_typeof("orientation") else 1
    return isinstance(orientation, int) and orientation >= 5
