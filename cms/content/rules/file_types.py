"""The kinds of file that the CMS takes; anything else is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class FileType:
    """`extension` with its dot; `inline`: a browser may show it in place, otherwise it is downloaded."""

    name: str
    mime: str
    extension: str
    inline: bool
    max_bytes: int

    @property
    def is_image(self) -> bool:
        return self.mime.startswith("image/")


def _image(name: str, subtype: str, extension: str) -> FileType:
    return FileType(name, f"image/{subtype}", extension, inline=True, max_bytes=30 * MEGABYTE)


def _document(name: str, mime: str, extension: str) -> FileType:
    return FileType(name, mime, extension, inline=False, max_bytes=100 * MEGABYTE)


PDF = FileType("PDF", "application/pdf", ".pdf", inline=True, max_bytes=100 * MEGABYTE)
PPTX = _document("PPTX", _OOXML + "presentationml.presentation", ".pptx")
DOCX = _document("DOCX", _OOXML + "wordprocessingml.document", ".docx")
XLSX = _document("XLSX", _OOXML + "spreadsheetml.sheet", ".xlsx")
ODT = _document("ODT", _ODF + "text", ".odt")
ODP = _document("ODP", _ODF + "presentation", ".odp")
PNG = _image("PNG", "png", ".png")
JPEG = _image("JPEG", "jpeg", ".jpg")
WEBP = _image("WebP", "webp", ".webp")
GIF = _image("GIF", "gif", ".gif")
MP4 = FileType("MP4", "video/mp4", ".mp4", inline=True, max_bytes=500 * MEGABYTE)
ZIP = _document("ZIP", "application/zip", ".zip")

ACCEPTED = (PDF, PPTX, DOCX, XLSX, ODT, ODP, PNG, JPEG, WEBP, GIF, MP4, ZIP)
ACCEPTED_NAMES = ", ".join(kind.name for kind in ACCEPTED)
MAX_BYTES = max(kind.max_bytes for kind in ACCEPTED)
BY_MIME = {kind.mime: kind for kind in ACCEPTED}


def names_of(mimes: Iterable[str]) -> str:
    """ "PDF, DOCX" of media types; one that is not known as it is."""
    return ", ".join(BY_MIME[mime].name if mime in BY_MIME else mime for mime in mimes)
