"""What a file really is, told from its content and never from its name.

Its first bytes say what it should be, and more than these has to be so: the boxes of films are walked (`film`), the
entries of archives (`archives`) and the main part of documents (`documents`) are looked up, images are decoded
(`image_size`), PDF is opened (`pages`).
"""

from pathlib import Path

import puremagic

from cms.content.rules import file_types as types
from cms.content.rules.file_types import ACCEPTED_NAMES, MEGABYTE, FileType
from cms.files.documents import archive_type
from cms.files.film import check_film
from cms.files.refusal import refused
from cms.files.signatures import type_of_head

HEAD_BYTES = 4096
# Where puremagic finds many kinds with the same beginning, these are the ones that people upload.
_TELLING = (".exe", ".heif", ".heic", ".avif", ".mov", ".doc", ".svg", ".html")


def real_type(path: Path) -> FileType:
    """Raises Invalid with code FILE_TYPE (no accepted kind), FILE_MACROS, FILE_BROKEN, FILE_EMPTY or FILE_TOO_LARGE."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise refused("FILE_EMPTY", "The file is empty: choose another one.")
    kind = type_of_head(head)
    if kind is None:
        raise refused("FILE_TYPE", f"{_what_it_seems(head)} Accepted are {ACCEPTED_NAMES}.")
    if kind is types.ZIP:
        kind = archive_type(path)
    if path.stat().st_size > kind.max_bytes:
        raise refused("FILE_TOO_LARGE", f"A {kind.name} file may have {kind.max_bytes // MEGABYTE} MB at most.")
    if kind is types.MP4:
        check_film(path)
    return kind


def _what_it_seems(head: bytes) -> str:
    known = _guesses(head)
    telling = [known[extension] for extension in _TELLING if extension in known]
    name = next(iter([*telling, *known.values()]), None)
    return f"By its content the file looks like: {name}." if name else "The content of the file is of no known kind."


def _guesses(head: bytes) -> dict[str, str]:
    """Names of kinds by extension, the most likely first."""
    try:
        matches = puremagic.magic_string(head)
    except puremagic.PureError:
        return {}
    return {match.extension: match.name for match in matches if match.offset >= 0}
