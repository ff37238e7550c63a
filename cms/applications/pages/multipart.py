"""A posted form with files, read as it comes in: fields into memory, files onto the disk, both bounded."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass, field
from typing import BinaryIO

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from cms.applications.pages.posted import MAX_BYTES, MAX_FIELDS, Posted, PostedFile, malformed, media_type, read_form
from cms.files.scratch import open_scratch_file
from cms.http.client_address import network_of
from cms.http.receiving import Incoming, Receiving, Sender
from cms.http.request_body import too_large

MULTIPART = "multipart/form-data"
MAX_FILES = 10
MAX_SENT = 120_000_000
"""Bytes of a request that are read at all: those of a file that is too big are thrown away, so that its sender hears of
it in words and not by a broken connection."""
EMPTY_NAME = ""
_LONGEST_NAME = 200
_FILE = "file."


@dataclass
class _Part:
    """`limit`: bytes that are kept, None for a field."""

    name: str
    filename: str | None
    limit: int
    size: int = 0
    text: bytearray = field(default_factory=bytearray)
    content: BinaryIO | None = None


class FormReader:
    """`limit_of`: {question: bytes that a file of it may have}; files of other questions are not kept."""

    def __init__(self, limit_of: Mapping[str, int], closing: AsyncExitStack) -> None:
        self._limit_of = limit_of
        self._closing = closing
        self._fields: dict[str, list[str]] = {}
        self._files: list[PostedFile] = []
        self._header: dict[bytes, bytes] = {}
        self._name, self._value = bytearray(), bytearray()
        self._part: _Part | None = None
        self._text_bytes = 0
        self._ended = False

    def callbacks(self) -> dict[str, Callable[..., None]]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": lambda data, start, end: self._name.extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
            "on_header_end": self._header_ended,
            "on_headers_finished": self._headers_finished,
            "on_part_data": self._data,
            "on_part_end": self._part_ended,
            "on_end": self._end,
        }

    def posted(self) -> Posted:
        """Raises Refusal where the end of the form did not come."""
        if not self._ended:
            raise malformed()
        return Posted(self._fields, self._files)

    def _begin(self) -> None:
        self._header, self._part = {}, None

    def _header_ended(self) -> None:
        self._header[bytes(self._name).lower()] = bytes(self._value)
        self._name, self._value = bytearray(), bytearray()

    def _headers_finished(self) -> None:
        _kind, options = parse_options_header(self._header.get(b"content-disposition", b""))
        name = options.get(b"name", b"").decode("utf-8", "replace")[:_LONGEST_NAME]
        filename = options.get(b"filename")
        limit = self._limit_of.get(name.removeprefix(_FILE), 0) if name.startswith(_FILE) else 0
        given = None if filename is None else filename.decode("utf-8", "replace")
        self._part = _Part(name, given, limit)
        if given is not None and len(self._files) >= MAX_FILES:
            raise malformed()

    def _data(self, data: bytes, start: int, end: int) -> None:
        part = self._part
        if part is None:
            return
        part.size += end - start
        if part.filename is None:
            self._text_bytes += end - start
            if self._text_bytes > MAX_BYTES:
                raise too_large(MAX_BYTES)
            part.text += data[start:end]
        elif part.size <= part.limit:
            part.content = part.content or self._new_file()
            part.content.write(data[start:end])

    def _part_ended(self) -> None:
        part = self._part
        if part is None or len(self._fields) > MAX_FIELDS:
            raise malformed()
        if part.filename is None:
            self._fields.setdefault(part.name, []).append(part.text.decode("utf-8", "replace"))
        elif part.filename != EMPTY_NAME:  # a file field in which nothing was chosen
            self._files.append(self._file(part))

    def _file(self, part: _Part) -> PostedFile:
        content = part.content if part.size <= part.limit else None
        if content is not None:
            content.seek(0)
        elif part.size == 0:
            content = self._new_file()
        return PostedFile(part.name.removeprefix(_FILE), part.filename or "", part.size, content)

    def _new_file(self) -> BinaryIO:
        return self._closing.enter_context(open_scratch_file())

    def _end(self) -> None:
        self._ended = True


async def read_posted(
    request: Request, receiving: Receiving, person: str, limit_of: Mapping[str, int], closing: AsyncExitStack
) -> Posted:
    """A form of either kind: one with files takes the share of `person`, until `closing` is closed, in what comes in.
    See `read_multipart`."""
    if media_type(request) != MULTIPART:
        return await read_form(request)
    sender = Sender(network_of(request), person)
    incoming = await closing.enter_async_context(receiving.of(sender, _announced(request)))
    return await read_multipart(request, incoming, limit_of, closing)


async def read_multipart(
    request: Request, incoming: Incoming, limit_of: Mapping[str, int], closing: AsyncExitStack
) -> Posted:
    """The files live until `closing` is closed. Raises Refusal, ClientGone."""
    _kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if not boundary or len(boundary) > 70:
        raise malformed()
    reader = FormReader(limit_of, closing)
    try:
        parser = MultipartParser(boundary, reader.callbacks())  # pyright: ignore[reportArgumentType]
        async with aclosing(_bounded(incoming.blocks(request.receive))) as blocks:
            async for block in blocks:
                # files are written to the disk in between
                await asyncio.to_thread(parser.write, block)
        parser.finalize()
    except MultipartParseError:
        raise malformed() from None
    return reader.posted()


def _announced(request: Request) -> int:
    """Bytes of the request, as far as is known."""
    declared = request.headers.get("content-length", "")
    return min(int(declared[:20]), MAX_SENT) if declared.isascii() and declared.isdigit() else MAX_SENT


async def _bounded(blocks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    received = 0
    async with aclosing(blocks):
        async for block in blocks:
            received += len(block)
            if received > MAX_SENT:
                raise too_large(MAX_SENT)
            yield block
