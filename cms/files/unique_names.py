"""Names of files that are to lie in one folder, whichever system unpacks it."""

import re
from collections.abc import Iterable

LONGEST = 100
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class UniqueNames:
    """`taken`: names that are given already. Capitals make no difference, as on the disks of Windows and macOS."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {one.casefold() for one in taken}

    def take(self, name: str) -> str:
        """The name made safe, with a number where another file has it: "letter (2).pdf"."""
        stem, dot, extension = _safe(name).rpartition(".")
        stem, ending = (stem, f".{extension}") if dot and stem else (f"{stem}{extension}", "")
        number, found = 1, f"{stem[:LONGEST]}{ending}"
        while found.casefold() in self._taken:
            number += 1
            found = f"{stem[:LONGEST]} ({number}){ending}"
        self._taken.add(found.casefold())
        return found


def _safe(name: str) -> str:
    plain = UNSAFE.sub(" ", name).strip(" .") or "file"
    return f"_{plain}" if DEVICES.fullmatch(plain) else plain
