"""What is inside a ZIP container: an Office document, an OpenDocument one, or plain files."""

import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from cms.files import types
from cms.files.refusal import refused
from cms.files.types import FileType

MAX_DIRECTORY_BYTES = 2 * types.MEGABYTE
MAX_PART_BYTES = 4 * types.MEGABYTE
_END = b"PK\x05\x06"
_END_BYTES = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_LONGEST_COMMENT = 65535

_OFFICE = {f"{kind.mime}.main+xml".encode(): kind for kind in (types.PPTX, types.DOCX, types.XLSX)}
_OPEN_DOCUMENT = {kind.mime.encode(): kind for kind in (types.ODT, types.ODP)}


def archive_type(path: Path) -> FileType:
    """PPTX, DOCX, XLSX, ODT, ODP or ZIP. Raises Invalid with code FILE_BROKEN, FILE_TYPE or FILE_MACROS."""
    with opened(path) as archive:
        names = set(archive.namelist())
        if "[Content_Types].xml" in names:
            return _office_type(part(archive, "[Content_Types].xml"))
        if "mimetype" in names:
            return _open_document_type(part(archive, "mimetype").strip())
        return types.ZIP


@contextmanager
def opened(path: Path) -> Generator[zipfile.ZipFile]:
    """The archive, whose directory is of bearable size. Raises Invalid with code FILE_BROKEN."""
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise _broken() from error


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One unpacked part, however well it was packed. Raises Invalid when it is too large or needs a password."""
    if name not in archive.namelist():
        raise _broken()
    if archive.getinfo(name).flag_bits & 1:
        raise refused("FILE_ENCRYPTED", "The file asks for a password: upload it without one.")
    with archive.open(name) as stream:
        content = stream.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES:
        raise refused(
            "FILE_TOO_LARGE", f"{name} inside the file is too large: save the document again and upload that."
        )
    return content


def _office_type(content_types: bytes) -> FileType:
    if b"macroEnabled" in content_types:
        raise refused("FILE_MACROS", "The document contains macros: save it as PPTX, DOCX or XLSX without them.")
    for main_part, kind in _OFFICE.items():
        if main_part in content_types:
            return kind
    raise refused("FILE_TYPE", f"This Office document is of another kind. Accepted are {types.ACCEPTED_NAMES}.")


def _open_document_type(mimetype: bytes) -> FileType:
    if mimetype in _OPEN_DOCUMENT:
        return _OPEN_DOCUMENT[mimetype]
    if mimetype.startswith(b"application/"):
        raise refused("FILE_TYPE", f"This document is of another kind. Accepted are {types.ACCEPTED_NAMES}.")
    return types.ZIP


def _check_directory(path: Path) -> None:
    """`zipfile` builds an object per entry of the directory before we could look: so look at its size first."""
    tail = _tail(path)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_BYTES:
        raise _broken()
    if tail[max(0, end - _ZIP64_LOCATOR_BYTES) :].startswith(_ZIP64_LOCATOR):
        raise refused("FILE_TYPE", "ZIP64 archives are not accepted: pack fewer or smaller files.")
    if int.from_bytes(tail[end + 12 : end + 16], "little") > MAX_DIRECTORY_BYTES:
        raise refused("FILE_TOO_LARGE", "The archive has too many entries: pack fewer files.")


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_COMMENT - _END_BYTES - _ZIP64_LOCATOR_BYTES))
        return file.read()


def _broken() -> Exception:
    return refused("FILE_BROKEN", "The file is damaged and cannot be opened: save it again and upload that.")
