"""The demo's files as they become items; whoever needs one waits for it here."""

import asyncio
from collections.abc import Iterable

from cms.demo.files.wanted_file import WantedFile
from cms.demo.loading.placer import Draft, Placer
from cms.demo.loading.workshop import Workshop
from cms.demo.progress import Progress
from cms.files.facts import file_facts
from cms.files.store_bytes import StoredFile, store_bytes
from storage.documents import Item

LICENCE = "CC BY 4.0"


class Shelf:
    """Files are made while everything else is loaded."""

    def __init__(self, placer: Placer, workshop: Workshop) -> None:
        self._placer = placer
        self._workshop = workshop
        self._tasks: dict[str, asyncio.Task[Item]] = {}

    def start(self, wanted: Iterable[WantedFile], group: asyncio.TaskGroup, progress: Progress) -> None:
        files = list(wanted)
        bar = progress.add_task("Files", total=len(files))

        async def place(file: WantedFile) -> Item:
            item = await self._place(file)
            progress.advance(bar)
            return item

        self._tasks = {file.key: group.create_task(place(file)) for file in files}

    async def file(self, key: str) -> Item:
        """The published FileAsset."""
        return await asyncio.shield(self._tasks[key])

    async def ids(self, *keys: str) -> dict[str, str]:
        """{key: id} of those keys that there are files for."""
        return {key: (await self.file(key)).id for key in keys if key in self._tasks}

    async def _place(self, file: WantedFile) -> Item:
        stored = None if self._placer.is_there(file.origin) else await self._store(file)
        await self._placer.place(file.origin, lambda: _draft(file, stored))
        return self._placer.item(file.origin)

    async def _store(self, file: WantedFile) -> StoredFile:
        made = await self._workshop.make(file.job)
        return await store_bytes(self._placer.services.store, made, file.filename)


def _draft(file: WantedFile, stored: StoredFile | None) -> Draft:
    """Without `stored` only for the languages in which an interrupted load has still to publish the file."""
    if stored is None:
        return Draft("FileAsset", "eccp", {}, file.locales)
    data = {"filename": stored.filename, "alt": file.alt, "licence": LICENCE, "visibility": "public"}
    return Draft("FileAsset", "eccp", data, file.locales, facts=file_facts(stored))
