"""Writes the archive of a site."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from cms.access.actor import Actor
from cms.content_types import registry
from cms.files.store_bytes import original_key
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from cms.transfer.archive_format import FORMAT, FORMAT_VERSION, MANIFEST, file_name, in_order, items_name, line
from cms.transfer.portable import PortableItem
from cms.transfer.progress import Tell, silent
from cms.transfer.read_items import read_items
from cms.transfer.selection import Selection, select_items
from storage.errors import ObjectMissing

BATCH = 100
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
RIGHT = "transfer"


@dataclass(frozen=True, slots=True)
class Exported:
    items: int
    files: int


async def export_site(services: Services, actor: Actor, site: str, path: Path, tell: Tell = silent) -> Exported:
    """Writes to `path`. What is changed meanwhile may be in it as it was or as it is.

    Raises NotPermitted, NotFound (no such site), Invalid (bytes of a file are lost), Unavailable, and FileExistsError.
    """
    actor.require(RIGHT, site)
    selection = await select_items(services, actor, site)
    if not await services.repository.site_content.at_addresses([f"site:{site}"]):
        raise NotFound(f"There is no site {site}.")
    try:
        with ZipFile(path, "x", allowZip64=True) as archive:
            hashes = await _write_items(services, archive, site, selection, tell)
            await _write_files(services, archive, hashes, tell)
            _write_manifest(archive, site, selection, len(hashes))
    except BaseException as error:
        if not isinstance(error, FileExistsError):
            path.unlink(missing_ok=True)  # noqa: ASYNC240  half an archive is none
        raise
    return Exported(selection.count, len(hashes))


async def _write_items(services: Services, archive: ZipFile, site: str, selection: Selection, tell: Tell) -> list[str]:
    """The hashes of the files that they hold."""
    hashes, done = set[str](), 0
    for type in in_order(selection.types):
        with archive.open(_entry(items_name(type), ZIP_DEFLATED), "w", force_zip64=True) as entry:
            async for items in _batches(services, sorted(selection.types[type]), site):
                await asyncio.to_thread(_write_lines, entry, items)
                hashes |= {one for item in items for one in hashes_of(item)}
                done += len(items)
                await tell("items", done, selection.count)
    return sorted(hashes)


async def _batches(services: Services, ids: Sequence[str], site: str) -> AsyncIterator[list[PortableItem]]:
    for start in range(0, len(ids), BATCH):
        yield await read_items(services, ids[start : start + BATCH], site)


def _write_lines(entry: IO[bytes], items: Sequence[PortableItem]) -> None:
    for item in items:
        entry.write(line(item.as_json()))


async def _write_files(services: Services, archive: ZipFile, hashes: Sequence[str], tell: Tell) -> None:
    for done, sha256 in enumerate(hashes):
        await tell("files", done, len(hashes))
        with archive.open(_entry(file_name(sha256), ZIP_STORED), "w", force_zip64=True) as entry:
            await _copy(services, sha256, entry)
    await tell("files", len(hashes), len(hashes))


async def _copy(services: Services, sha256: str, entry: IO[bytes]) -> None:
    try:
        stream = await services.store.open(original_key(sha256))
    except ObjectMissing as error:
        message = f"The bytes {sha256[:12]}… of a file are not in the object store: replace or delete that file."
        raise Invalid([Problem("files", "BYTES_LOST", message)]) from error
    async with stream:
        async for chunk in stream:
            await asyncio.to_thread(entry.write, chunk)


def _write_manifest(archive: ZipFile, site: str, selection: Selection, files: int) -> None:
    manifest = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "site": site,
        "items": {type: len(ids) for type, ids in selection.types.items() if ids},
        "files": files,
        "missing": sorted(selection.missing),
    }
    archive.writestr(_entry(MANIFEST, ZIP_DEFLATED), line(manifest))


def hashes_of(item: PortableItem) -> set[str]:
    """Of the bytes that an item holds, in its draft, live, or in one of its versions."""
    if not registry[item.type].holds_file:
        return set()
    texts = [item.data, *([item.live.data] if item.live else []), *(one.data for one in item.versions)]
    return {str(data["sha256"]) for data in texts if data.get("sha256")}


def _entry(name: str, compression: int) -> ZipInfo:
    """Says nothing of when and where it was made."""
    entry = ZipInfo(name, FIXED_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = compression, 3, 0o644 << 16
    return entry
