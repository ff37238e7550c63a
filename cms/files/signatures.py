"""The first bytes by which the accepted kinds are known. Source: the formats' specifications."""

from cms.content.rules import file_types as types
from cms.content.rules.file_types import FileType

_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", types.PNG),
    (b"\xff\xd8\xff", types.JPEG),
    (b"GIF87a", types.GIF),
    (b"GIF89a", types.GIF),
    (b"PK\x03\x04", types.ZIP),
    (b"PK\x05\x06", types.ZIP),
)
# ISO/IEC 14496-12, registered brands of plain MP4; QuickTime, HEIF and AVIF use the same box with others.
_MP4_BRANDS = frozenset(
    (b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"MSNV", b"M4V ")
)
_LONGEST_FTYP_BOX = 1024
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Bytes: readers of PDF pass over what stands before, such as a byte order mark or an empty line."""
_STARTED = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"<")
"""How programs, scripts and pages begin: a file that is one of them and a PDF besides is a trick."""


def type_of_head(head: bytes) -> FileType | None:
    """By the first kilobyte; all that is packed as a ZIP counts as ZIP here."""
    for prefix, kind in _PREFIXES:
        if head.startswith(prefix):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return types.WEBP
    if _is_mp4(head):
        return types.MP4
    return types.PDF if _PDF in head[:_PDF_WITHIN] and not head.startswith(_STARTED) else None


def _is_mp4(head: bytes) -> bool:
    box = int.from_bytes(head[:4], "big")
    return head[4:8] == b"ftyp" and head[8:12] in _MP4_BRANDS and 16 <= box <= _LONGEST_FTYP_BOX and box % 4 == 0
