"""What the world outside may know of a file: of a published one, or of a draft for those who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Visibility = Literal["public", "protected"]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """`id` has 24 hexadecimal digits; `bytes` is the size of the original, `mime` its real type."""

    id: str
    filename: str
    mime: str
    bytes: int
    sha256: str
    visibility: Visibility = "public"
    is_draft: bool = False
    preview: str | None = None
    """The token of the preview that it is shown in."""


def file_record(id: str, data: Mapping[str, Any], *, is_draft: bool = False) -> FileRecord:
    """From the data of an item that holds a file."""
    return FileRecord(
        id=id,
        filename=data["filename"],
        mime=data["mime"],
        bytes=data["byte_size"],
        sha256=data["sha256"],
        visibility=data.get("visibility") or "public",
        is_draft=is_draft,
    )
