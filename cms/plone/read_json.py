"""The objects of a long JSON list one after the other, so that never more than one of them is in memory."""

import asyncio
import json
from collections.abc import AsyncGenerator, Generator
from contextlib import closing
from pathlib import Path
from typing import Any, TextIO

from cms.transfer.refusal import refused

CHUNK = 1_000_000
LONGEST = 720_000_000
"""Characters of one object: the largest file as base64, and what belongs to it."""
BETWEEN = " \t\r\n"


async def read_objects(path: Path) -> AsyncGenerator[dict[str, Any]]:
    """Close it. Raises Invalid for what is no list of objects."""
    with path.open(encoding="utf-8") as file, closing(_objects(file)) as objects:
        while (found := await asyncio.to_thread(next, objects, None)) is not None:
            yield found


def _objects(file: TextIO) -> Generator[dict[str, Any]]:
    reader = _Reader(file)
    if reader.sign() != "[":
        raise _wrong("This is no JSON list, as collective.exportimport writes it.")
    sign = reader.sign()
    if sign == "]":
        return
    reader.back()
    while True:
        yield reader.value()
        sign = reader.sign()
        if sign == "]":
            return
        if sign != ",":
            raise _wrong("The JSON is damaged or cut off: export it again.")


class _Reader:
    """`text` is what was read and not used yet, from `at` on."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.text, self.at = file, "", 0
        self.decoder = json.JSONDecoder()

    def sign(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            while self.at < len(self.text):
                self.at += 1
                if self.text[self.at - 1] not in BETWEEN:
                    return self.text[self.at - 1]
            if not self._more(CHUNK):
                return ""

    def back(self) -> None:
        self.at -= 1

    def value(self) -> dict[str, Any]:
        if self.sign() != "{":
            raise _wrong("The list holds something that is no object.")
        self.back()
        size = CHUNK
        while True:
            try:
                value, self.at = self.decoder.raw_decode(self.text, self.at)
            except (json.JSONDecodeError, RecursionError) as error:
                if len(self.text) - self.at > LONGEST:
                    raise _wrong("An object is too long.") from error
                if isinstance(error, RecursionError) or not self._more(size):
                    raise _wrong("The JSON is damaged or cut off: export it again.") from error
                size *= 2  # so that a long one is not begun too often
            else:
                return value

    def _more(self, size: int) -> bool:
        try:
            chunk = self.file.read(size)
        except UnicodeDecodeError as error:
            raise _wrong("The file is not UTF-8.") from error
        self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)


def _wrong(message: str) -> Exception:
    return refused("NOT_JSON", message, "file")
