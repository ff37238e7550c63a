"""The directory of a ZIP file, looked at before anything is unpacked."""

import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cms.content.rules.file_types import MAX_BYTES
from cms.transfer.archive_format import FILE, ITEMS, LARGEST_RATIO, LONGEST_MANIFEST, MANIFEST, MAX_ENTRIES
from cms.transfer.refusal import refused

END, END_BYTES = b"PK\x05\x06", 22
ZIP64_LOCATOR, ZIP64_LOCATOR_BYTES = b"PK\x06\x07", 20
ZIP64_END, ZIP64_END_BYTES = b"PK\x06\x06", 56
LONGEST_COMMENT = 65_535
LARGEST_DIRECTORY = MAX_ENTRIES * 256
ENTRY_OVERHEAD = 30
SMALL = 1_000_000
"""Entries below this size may be packed as well as they will."""


@contextmanager
def opened_zip(path: Path, most_bytes: int) -> Iterator[ZipFile]:
    """Every entry has a name of ours, once, is a plain file, and says sizes that are allowed: all together at most
    `most_bytes`. Raises Invalid, also for what turns out to be damaged while it is read."""
    _check_directory_size(path)
    try:
        with ZipFile(path) as archive:
            _check_entries(archive.infolist(), path.stat().st_size, most_bytes)
            yield archive
    except (BadZipFile, NotImplementedError, EOFError, struct.error, UnicodeError) as error:
        raise _broken() from error


def _check_directory_size(path: Path) -> None:
    """`zipfile` makes an object of each entry before it could be asked how many there are."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - LONGEST_COMMENT - END_BYTES - ZIP64_LOCATOR_BYTES))
        tail = file.read()
        end = tail.rfind(END)
        if end < 0 or len(tail) - end < END_BYTES:
            raise _broken()
        directory = int.from_bytes(tail[end + 12 : end + 16], "little")
        locator = tail[max(0, end - ZIP64_LOCATOR_BYTES) : end]
        if locator.startswith(ZIP64_LOCATOR):
            file.seek(min(size, int.from_bytes(locator[8:16], "little")))
            record = file.read(ZIP64_END_BYTES)
            if len(record) < ZIP64_END_BYTES or not record.startswith(ZIP64_END):
                raise _broken()
            directory = int.from_bytes(record[40:48], "little")
    if directory > LARGEST_DIRECTORY:
        raise refused("TOO_MANY_ENTRIES", f"The archive may have {MAX_ENTRIES:,} entries at most.")


def _check_entries(entries: list[ZipInfo], size: int, most_bytes: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise refused("TOO_MANY_ENTRIES", f"The archive may have {MAX_ENTRIES:,} entries at most.")
    seen = set[str]()
    for entry in entries:
        if entry.filename in seen:
            raise refused("REPEATED_ENTRY", "The archive has two entries with one name.", _shown(entry))
        seen.add(entry.filename)
        if not 0 <= entry.header_offset <= size - entry.compress_size:
            raise _broken()
        _check_entry(entry)
    if sum(entry.compress_size + ENTRY_OVERHEAD for entry in entries) > size:
        raise refused("OVERLAPPING_ENTRIES", "Entries of the archive share the same bytes: it was not made here.")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > most_bytes:
        raise refused("TOO_LARGE", f"The archive unpacks to {unpacked:,} bytes, {most_bytes:,} are allowed.")


def _check_entry(entry: ZipInfo) -> None:
    at = _shown(entry)
    if not (entry.filename == MANIFEST or ITEMS.fullmatch(entry.filename) or FILE.fullmatch(entry.filename)):
        raise refused("FOREIGN_ENTRY", "An archive has a manifest, items and files, and nothing else.", at)
    mode = entry.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise refused("NOT_A_FILE", "Links and devices are not taken.", at)
    if entry.flag_bits & 1:
        raise refused("ENCRYPTED", "The archive asks for a password: make it without one.", at)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise refused("COMPRESSION", "The archive is packed in a way that is not taken; export it again.", at)
    if entry.file_size > SMALL and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1):
        raise refused("ZIP_BOMB", f"It unpacks to more than {LARGEST_RATIO} times its size.", at)
    limit = {MANIFEST: LONGEST_MANIFEST}.get(entry.filename, MAX_BYTES if FILE.fullmatch(entry.filename) else None)
    if limit is not None and entry.file_size > limit:
        raise refused("TOO_LARGE", f"It may have {limit:,} bytes at most.", at)


def _shown(entry: ZipInfo) -> str:
    return ascii(entry.filename[:120])[1:-1]


def _broken() -> Exception:
    return refused("BROKEN", "This is no ZIP archive, or it is damaged or cut off: get it again.")
