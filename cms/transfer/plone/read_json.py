"""The objects of a long JSON list one after the other, so that never more than one of them is in memory."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Generator
from contextlib import closing
from pathlib import Path
from typing import Any, TextIO

from cms.transfer.refusal import refused

CHUNK = 1_000_000
LONGEST = 720_000_000
"""Characters of one object: the largest file as base64, and what belongs to it."""
BETWEEN = " \t\r\n"
LONGEST_NUMBER = 1000
TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
END = object()


async def read_objects(path: Path) -> AsyncGenerator[Any]:
    """Whatever the elements of the list are, objects or not; None for one that is nested too deep to be read. Close it.
    Raises Invalid for what is no JSON list."""
    with path.open(encoding="utf-8-sig") as file, closing(_objects(file)) as objects:
        while (found := await asyncio.to_thread(next, objects, END)) is not END:
            yield found


def _objects(file: TextIO) -> Generator[Any]:
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
        self.decoder = json.JSONDecoder(parse_int=_integer)

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

    def value(self) -> Any:
        if self.sign() in ("", ",", "]"):
            raise _wrong("The JSON is damaged or cut off: export it again.")
        self.back()
        size, value = CHUNK, None
        while True:
            try:
                value, end = self.decoder.raw_decode(self.text, self.at)
            except RecursionError:
                end = _end_of(self.text, self.at)
            except json.JSONDecodeError:
                end = 0
            if end and end < len(self.text):  # at the end of the text more digits of a number might follow
                self.at = end
                return value
            if len(self.text) - self.at > LONGEST:
                raise _wrong("An object is too long.")
            if not self._more(size):
                raise _wrong("The JSON is damaged or cut off: export it again.")
            size *= 2  # so that a long one is not begun too often

    def _more(self, size: int) -> bool:
        try:
            chunk = self.file.read(size)
        except UnicodeDecodeError as error:
            raise _wrong("The file is not UTF-8.") from error
        self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)


def _integer(digits: str) -> int | None:
    """Python refuses to read numbers of thousands of digits."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else None


def _end_of(text: str, start: int) -> int:
    """Behind the object or list that begins at `start`; 0 where its end is not there."""
    depth = 0
    for token in TOKENS.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return 0


def _wrong(message: str) -> Exception:
    return refused("NOT_JSON", message, "file")
