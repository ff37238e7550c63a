"""Reads the archive of a site, entry by entry and line by line: never more of it than a line or a part of a file."""

import asyncio
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import orjson
from pydantic import ValidationError

from cms.content_types import registry
from cms.files.archives import DAMAGE
from cms.transfer.archive_format import (
    FILE,
    FORMAT,
    FORMAT_VERSION,
    ID,
    ITEMS,
    LONGEST_LINE,
    MANIFEST,
    MANIFEST_FIELDS,
    MAX_MISSING,
    file_name,
    in_order,
    items_name,
)
from cms.transfer.portable import PortableItem
from cms.transfer.refusal import refused
from cms.transfer.zip_directory import opened_zip

BATCH_LINES, BATCH_BYTES = 50, 4_000_000
CHUNK_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Archive:
    """`site`: the key of the one it was made of; `types`: content types in the order of import; `hashes`: of files;
    `missing`: ids that may lead to nothing."""

    zip: ZipFile
    site: str
    counts: dict[str, int]
    types: list[str]
    hashes: list[str]
    missing: frozenset[str]

    async def batches(self) -> AsyncGenerator[list[PortableItem]]:
        """All items, some at a time; close it. Raises Invalid."""
        for type in self.types:
            with closing(self._lines(type)) as lines:
                while batch := await asyncio.to_thread(_some, lines, type):
                    yield batch

    async def file(self, sha256: str) -> AsyncGenerator[bytes]:
        """Close it. Raises Invalid."""
        with _damage_told(file_name(sha256)), self.zip.open(file_name(sha256)) as entry:
            while chunk := await asyncio.to_thread(entry.read, CHUNK_BYTES):
                yield chunk

    def _lines(self, type: str) -> Generator[bytes]:
        name = items_name(type)
        with _damage_told(name), self.zip.open(name) as entry:
            while line := entry.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise refused("LINE_TOO_LONG", f"An item may have {LONGEST_LINE:,} bytes at most.", name)
                yield line


@contextmanager
def open_archive(path: Path, most_bytes: int) -> Iterator[Archive]:
    """Raises Invalid for what is no archive of a site."""
    with opened_zip(path, most_bytes) as archive:
        names = set(archive.namelist())
        if MANIFEST not in names:
            raise refused("NO_MANIFEST", "This is no archive of a site: it has no manifest.")
        with _damage_told(MANIFEST):
            manifest = _manifest(archive.read(MANIFEST))
        types = {match[1] for name in names if (match := ITEMS.fullmatch(name))}
        hashes = sorted(match[1] for name in names if (match := FILE.fullmatch(name)))
        _check_contents(manifest, types, hashes)
        missing = frozenset(manifest["missing"])
        yield Archive(archive, manifest["site"], manifest["items"], in_order(types), hashes, missing)


def _manifest(text: bytes) -> dict[str, Any]:
    value = _json(text, MANIFEST)
    if value.get("format") != FORMAT:
        raise refused("NOT_A_SITE", "This is no archive of a site.", MANIFEST)
    if value.get("version") != FORMAT_VERSION:
        message = f"This archive is of another version; version {FORMAT_VERSION} is read here: export it again."
        raise refused("WRONG_VERSION", message, MANIFEST)
    if unknown := sorted(value.keys() ^ MANIFEST_FIELDS):
        raise refused("MANIFEST_FIELDS", f"Not as a manifest should be: {', '.join(unknown)[:200]}.", MANIFEST)
    items, missing = value["items"], value["missing"]
    is_sound = (
        isinstance(value["site"], str)
        and isinstance(items, dict)
        and all(isinstance(count, int) for count in items.values())
        and isinstance(missing, list)
        and len(missing) <= MAX_MISSING
        and all(isinstance(id, str) and ID.fullmatch(id) for id in missing)
    )
    if not is_sound:
        raise refused("MANIFEST_FIELDS", "The manifest has values of the wrong kind.", MANIFEST)
    return value


def _check_contents(manifest: dict[str, Any], types: set[str], hashes: list[str]) -> None:
    if foreign := sorted(types - registry.keys()):
        raise refused("FOREIGN_TYPE", f"There is no content type {foreign[0]} here.", items_name(foreign[0]))
    if types != manifest["items"].keys() or len(hashes) != manifest["files"]:
        raise refused("INCOMPLETE", "The archive does not hold what its manifest says.", MANIFEST)


def _some(lines: Iterator[bytes], type: str) -> list[PortableItem]:
    batch: list[PortableItem] = []
    size = 0
    for line in lines:
        batch.append(_item(line, type))
        size += len(line)
        if len(batch) >= BATCH_LINES or size >= BATCH_BYTES:
            break
    return batch


def _item(line: bytes, type: str) -> PortableItem:
    name = items_name(type)
    try:
        item = PortableItem.model_validate(_json(line, name))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])[:100]
        raise refused("NOT_AN_ITEM", f"{ascii(where)[1:-1]}: {first['msg'][:200]}", name) from error
    if item.type != type:
        raise refused("FOREIGN_TYPE", f"An item of the type {item.type!a} does not belong here.", name)
    return item


def _json(text: bytes, name: str) -> dict[str, Any]:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise refused("NOT_JSON", "This is not JSON, or it is cut off.", name) from error
    if not isinstance(value, dict):
        raise refused("NOT_JSON", "Give one object on each line.", name)
    return value


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise refused("BROKEN", "This part of the archive is damaged: get the archive again.", name) from error
