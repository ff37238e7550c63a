"""What the world outside may know of a published file."""

from dataclasses import dataclass
from typing import Literal

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
