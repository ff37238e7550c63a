"""Names of files as people gave them, made safe for addresses, headers and disks."""

import re
import unicodedata

from cms.content.rules.file_types import ACCEPTED, FileType

MAX_CHARACTERS = 120
_FOLDERS = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\s]+')
_KNOWN_EXTENSIONS = frozenset(kind.extension for kind in ACCEPTED) | {".jpeg"}


def safe_filename(name: str, kind: FileType) -> str:
    """The last part of a path, without control and direction characters, with the extension of the real type."""
    stem = _stem(_visible(_FOLDERS.split(name)[-1]))
    return (stem[:MAX_CHARACTERS].strip(". ") or "file") + kind.extension


def _visible(name: str) -> str:
    """Composed (NFC), so that the same name typed on two systems is one address; category C hides or turns text."""
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(" " if c.isspace() else c for c in composed if c.isspace() or unicodedata.category(c)[0] != "C")
    return _NOT_IN_NAMES.sub(" ", shown).strip()


def _stem(name: str) -> str:
    """Only the extensions of accepted kinds are taken off: in "report.v2" the dot is part of the name."""
    stem, dot, extension = name.rpartition(".")
    return stem if dot and f".{extension.lower()}" in _KNOWN_EXTENSIONS else name
