"""What an archive looks like: a ZIP of `manifest.json`, `items/<Type>.jsonl` with an item per line, sorted by id, and
`files/<sha256>`. The same content always makes the same bytes."""

import re
from datetime import UTC, datetime
from typing import Any

import orjson

FORMAT = "cluster-cms-site"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
MANIFEST_FIELDS = frozenset({"format", "version", "site", "items", "files", "missing"})
ITEMS = re.compile(r"items/([A-Za-z]{1,60})\.jsonl")
FILE = re.compile(r"files/([0-9a-f]{64})")
ID = re.compile(r"[0-9a-f]{24}")

MAX_ENTRIES = 200_000
MAX_MISSING = 10_000
LONGEST_LINE = 12_000_000
LONGEST_MANIFEST = 1_000_000
LARGEST_RATIO = 200
"""Between what an entry unpacks to and what it takes in the archive."""

FIRST_TYPES = ("Site", "Vocabulary", "FileAsset", "Organisation", "Person", "Series")
"""Imported before the others, which are shown by what these say; the rest by name."""


def items_name(type: str) -> str:
    return f"items/{type}.jsonl"


def file_name(sha256: str) -> str:
    return f"files/{sha256}"


def in_order(types: Any) -> list[str]:
    known = list(FIRST_TYPES)
    return sorted(types, key=lambda one: (known.index(one) if one in known else len(known), one))


def line(value: dict[str, Any]) -> bytes:
    """Canonical JSON and a line end."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def moment_text(moment: datetime) -> str:
    """UTC with milliseconds, which is what the database keeps."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
