"""Log files of the engines: bounded by one older file each, and read for the reason of an end."""

import os
from pathlib import Path

LARGEST_BYTES = 10_000_000
TAIL_BYTES = 64_000


def rotate(path: Path) -> None:
    """Put a large log aside; it replaces the one put aside before."""
    if path.exists() and path.stat().st_size > LARGEST_BYTES:
        os.replace(path, path.with_name(f"{path.name}.1"))


def last_lines(path: Path) -> list[str]:
    """The lines near the end of the file, the last one first; none if there is no file."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        lines = file.read().decode("utf-8", "replace").splitlines()
    return [line.strip() for line in reversed(lines) if line.strip()]


def ending(status: int, reason: str) -> str:
    """How an engine ended, with the reason that it gave: who is ended by a signal gives none."""
    if status > 128:
        return f"was ended by signal {status - 128}"
    return f"ended with status {status} ({reason or 'no reason given'})"
