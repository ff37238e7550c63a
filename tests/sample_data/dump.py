"""Documents and files of a CMS as two files: what `make.py` writes and tests start the present code on."""

import gzip
import zipfile
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bson import json_util

from storage.mongo import Mongo
from storage.object_store import ObjectStore

DOCUMENTS, FILES = "documents.jsonl.gz", "files.zip"
LARGEST_FILE = 40_000
"""In bytes. The demo's larger files are left out: they tell nothing that a small one does not."""
EXACT = json_util.CANONICAL_JSON_OPTIONS
AS_FOUND = json_util.JSONOptions(json_mode=json_util.JSONMode.CANONICAL, tz_aware=True)


async def write_dump(mongo: Mongo, store: ObjectStore, folder: Path) -> None:
    """All collections, one document a line, ordered so that the same data give the same file; and the small files."""
    lines = [line async for line in _lines(mongo)]
    with (folder / DOCUMENTS).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("\n".join(lines).encode())
    with zipfile.ZipFile(folder / FILES, "w", zipfile.ZIP_DEFLATED) as archive:
        async for object in store.list_objects(""):
            if object.bytes <= LARGEST_FILE:
                async with await store.open(object.key) as stream:
                    archive.writestr(object.key, b"".join([chunk async for chunk in stream]))


async def _lines(mongo: Mongo) -> AsyncIterator[str]:
    for name in sorted(await mongo.db.list_collection_names()):
        async for document in mongo.db[name].find(sort=[("_id", 1)]):
            yield json_util.dumps({"in": name, "document": document}, json_options=EXACT)


def dumped_documents(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(collection, document)"""
    with gzip.open(folder / DOCUMENTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json_util.loads(line, json_options=AS_FOUND)
            yield one["in"], one["document"]


def dumped_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(key, content)"""
    with zipfile.ZipFile(folder / FILES) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


async def restore(mongo: Mongo, store: ObjectStore, folder: Path, later: timedelta) -> None:
    """Lays down what was dumped, `later` added to each moment: what lasts for some days would be over by now, and
    MongoDB itself takes away what has expired."""
    by_collection: dict[str, list[dict[str, Any]]] = {}
    for name, document in dumped_documents(folder):
        by_collection.setdefault(name, []).append(_moved(document, later))
    for name, documents in by_collection.items():
        await mongo.db[name].insert_many(documents)
    for key, content in dumped_files(folder):
        await store.put(key, content, "application/octet-stream")


def _moved(value: Any, later: timedelta) -> Any:
    if isinstance(value, datetime):
        return value + later
    if isinstance(value, dict):
        return {key: _moved(inner, later) for key, inner in value.items()}
    return [_moved(inner, later) for inner in value] if isinstance(value, list) else value
