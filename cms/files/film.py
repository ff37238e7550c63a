"""Whether an MP4 file is a film. Its boxes are walked (ISO/IEC 14496-12), never what is drawn in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cms.files.refusal import refused

MAX_BOXES = 50_000
"""That are looked at. A film of eight hours in fragments of two seconds has 30,000."""
_TRACKS = (b"vide", b"soun")
_HANDLER_OFFSET = 8
"""Of the kind of a track in its handler box: after version, flags and a field that is 0."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is inside of it lies from `start` to `end` in the file."""

    kind: bytes
    start: int
    end: int


def check_film(path: Path) -> None:
    """Raises Invalid with code FILE_BROKEN, unless the boxes fill the file and tell of pictures or sound in it."""
    with path.open("rb") as file:
        walk = _Walk(file)
        top = list(walk.boxes(0, file.seek(0, 2)))
        movies = [box for box in top if box.kind == b"moov"]
        is_film = (
            bool(top)
            and top[0].kind == b"ftyp"
            and len(movies) == 1
            and any(box.kind == b"mdat" for box in top)
            and any(walk.is_track(box) for box in walk.boxes(movies[0].start, movies[0].end) if box.kind == b"trak")
        )
    if not is_film:
        raise _broken()


class _Walk:
    """Through the boxes of one file; all walks together look at MAX_BOXES at most."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = MAX_BOXES

    def boxes(self, at: int, end: int) -> Iterator[Box]:
        """Those that fill this stretch of the file, one after the other. Raises Invalid where they do not."""
        while at < end:
            self._left -= 1
            box = self._box(at, end)
            if box is None or self._left < 0:
                raise _broken()
            yield box
            at = box.end

    def is_track(self, track: Box) -> bool:
        """Whether it says that it has pictures or sound."""
        for media in self._inside(track, b"mdia"):
            for handler in self._inside(media, b"hdlr"):
                if self._bytes(handler.start + _HANDLER_OFFSET, 4) in _TRACKS:
                    return True
        return False

    def _inside(self, box: Box, kind: bytes) -> list[Box]:
        return [inner for inner in self.boxes(box.start, box.end) if inner.kind == kind]

    def _box(self, at: int, end: int) -> Box | None:
        """A length of 1 stands for a long one behind the kind, 0 for all that is left of the file."""
        head = self._bytes(at, 16)
        length, kind, start = int.from_bytes(head[:4], "big"), head[4:8], at + 8
        if length == 1:
            length, start = int.from_bytes(head[8:16], "big"), at + 16
        elif length == 0:
            length = end - at
        return Box(kind, start, at + length) if len(kind) == 4 and start <= at + length <= end else None

    def _bytes(self, at: int, count: int) -> bytes:
        self._file.seek(at)
        return self._file.read(count)


def _broken() -> Exception:
    return refused("FILE_BROKEN", "The film is damaged and cannot be played: export it again as MP4 and upload that.")
