"""What may be uploaded, as far as name and size tell beforehand; the bytes are looked at when they are there."""

import mimetypes
import re
from pathlib import PurePosixPath

from cms.content.rules.file_types import ACCEPTED, ACCEPTED_NAMES, BY_MIME, MAX_BYTES, MEGABYTE, FileType
from cms.kernel.errors import Invalid, Problem

LONGEST_NAME = 255
SHA256 = re.compile(r"[0-9a-f]{64}")
_BY_EXTENSION = {kind.extension: kind for kind in ACCEPTED} | {".jpeg": BY_MIME["image/jpeg"]}
_TYPES = mimetypes.MimeTypes()  # what Python itself knows, whatever else this machine has installed


def check_announced(filename: str, byte_size: int, sha256: str | None) -> None:
    """Raises Invalid with all that is wrong with what was announced."""
    found = [*_name_problems(filename), *_size_problems(filename, byte_size)]
    if sha256 is not None and not SHA256.fullmatch(sha256):
        found.append(Problem("sha256", "NOT_A_HASH", "Give the SHA-256 as 64 hexadecimal digits, or leave it out."))
    if found:
        raise Invalid(found)


def _name_problems(filename: str) -> list[Problem]:
    if not filename.strip() or len(filename) > LONGEST_NAME:
        return [Problem("filename", "NOT_A_NAME", f"Give a file name of 1 to {LONGEST_NAME} characters.")]
    if named_type(filename) is None and _TYPES.guess_type(f"x{_extension(filename)}")[0] is not None:
        return [Problem("filename", "FILE_TYPE", f"Such files are not taken. Accepted are {ACCEPTED_NAMES}.")]
    return []


def _size_problems(filename: str, byte_size: int) -> list[Problem]:
    if byte_size < 1:
        return [Problem("byteSize", "FILE_EMPTY", "The file is empty: choose another one.")]
    kind = named_type(filename)
    limit, name = (kind.max_bytes, f"A {kind.name} file") if kind else (MAX_BYTES, "A file")
    if byte_size > limit:
        return [Problem("byteSize", "FILE_TOO_LARGE", f"{name} may have {limit // MEGABYTE} MB at most.")]
    return []


def named_type(filename: str) -> FileType | None:
    """The accepted kind that the name claims; None for a name that claims none or another."""
    return _BY_EXTENSION.get(_extension(filename))


def _extension(filename: str) -> str:
    return PurePosixPath(filename).suffix.lower()
