"""What a file really is, told from its content and never from its name."""

from pathlib import Path

import puremagic

from cms.files import types
from cms.files.archives import archive_type
from cms.files.refusal import refused
from cms.files.signatures import type_of_head
from cms.files.types import ACCEPTED_NAMES, MEGABYTE, FileType

HEAD_BYTES = 4096


def real_type(path: Path) -> FileType:
    """Raises Invalid with code `type` (no accepted kind), `macros`, `broken`, `empty` or `too_large`."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise refused("empty", "The file is empty: choose another one.")
    kind = type_of_head(head)
    if kind is None:
        raise refused("type", f"{_what_it_seems(head)} Accepted are {ACCEPTED_NAMES}.")
    if kind is types.ZIP:
        kind = archive_type(path)
    if path.stat().st_size > kind.max_bytes:
        raise refused("too_large", f"A {kind.name} file may have {kind.max_bytes // MEGABYTE} MB at most.")
    return kind


def _what_it_seems(head: bytes) -> str:
    known = [match for match in puremagic.magic_string(head) if match.offset >= 0 and match.name]
    return (
        f"By its content the file is not what we take (it looks like: {known[0].name})."
        if known
        else "Unknown content."
    )
