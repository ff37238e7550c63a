"""ZIP containers, read without ever unpacking more than a part, and no more of that than may be."""

import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cms.content.rules import file_types as types
from cms.files.refusal import refused

MAX_DIRECTORY_BYTES = 2 * types.MEGABYTE
MAX_PART_BYTES = 4 * types.MEGABYTE
_END = b"PK\x05\x06"
_END_BYTES = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_LONGEST_COMMENT = 65535
_ENTRY = b"PK\x03\x04"


DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,  # of a password, or of a way of packing that this Python lacks
    ValueError,
    EOFError,
    OSError,
    zlib.error,
)
"""What reading an archive raises that is not as it should be."""


@contextmanager
def opened(path: Path) -> Generator[zipfile.ZipFile]:
    """The archive, whose directory is of bearable size and tells the truth. Raises Invalid with code FILE_BROKEN."""
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_entries(archive, path)
            yield archive
    except DAMAGE as error:
        raise broken() from error


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One unpacked part, however well it was packed. Raises Invalid when it is too large or needs a password."""
    with opened_part(archive, name) as stream:
        content = stream.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES:
        raise refused(
            "FILE_TOO_LARGE", f"{name} inside the file is too large: save the document again and upload that."
        )
    return content


@contextmanager
def opened_part(archive: zipfile.ZipFile, name: str) -> Generator[IO[bytes]]:
    """Raises Invalid when it is missing or needs a password."""
    if name not in archive.namelist():
        raise broken()
    if archive.getinfo(name).flag_bits & 1:
        raise encrypted()
    with archive.open(name) as stream:
        yield stream


def _check_entries(archive: zipfile.ZipFile, path: Path) -> None:
    """Each entry of the directory has its own at the place that it says."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for entry in archive.infolist():
            if not 0 <= entry.header_offset <= size - entry.compress_size:
                raise broken()
            file.seek(entry.header_offset)
            if file.read(len(_ENTRY)) != _ENTRY:
                raise broken()


def _check_directory(path: Path) -> None:
    """`zipfile` builds an object per entry of the directory before we could look: so look at its size first."""
    tail = _tail(path)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_BYTES:
        raise broken()
    if tail[max(0, end - _ZIP64_LOCATOR_BYTES) :].startswith(_ZIP64_LOCATOR):
        raise refused("FILE_TYPE", "ZIP64 archives are not accepted: pack fewer or smaller files.")
    if int.from_bytes(tail[end + 12 : end + 16], "little") > MAX_DIRECTORY_BYTES:
        raise refused("FILE_TOO_LARGE", "The archive has too many entries: pack fewer files.")


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_COMMENT - _END_BYTES - _ZIP64_LOCATOR_BYTES))
        return file.read()


def encrypted() -> Exception:
    return refused("FILE_ENCRYPTED", "The file asks for a password: upload it without one.")


def broken() -> Exception:
    return refused("FILE_BROKEN", "The file is damaged and cannot be opened: save it again and upload that.")
