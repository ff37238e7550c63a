"""Reads an archive of a site in: everything is judged first, and written only where nothing is refused.

Items are written one by one, each with all that belongs to it. An import that was stopped is begun again: what is there
already is the same, and is passed over.
"""

from collections.abc import Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any

from cms.access.actor import Actor
from cms.files.facts import file_facts
from cms.files.store_bytes import Promise, inspect_bytes, store_bytes
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.transfer.archive_format import file_name
from cms.transfer.import_item import import_item
from cms.transfer.judge import Index, Judge, Judged, OnConflict, indexed
from cms.transfer.open_archive import Archive, open_archive
from cms.transfer.progress import Tell, silent
from cms.transfer.refusal import refused
from cms.transfer.report import ImportReport, Verdict

RIGHT = "transfer"


async def import_site(
    services: Services,
    actor: Actor,
    path: Path,
    *,
    on_conflict: OnConflict = "fail",
    dry_run: bool = False,
    tell: Tell = silent,
) -> ImportReport:
    """`on_conflict`: what becomes of items that are here with another content: fail, skip (they stay) or update (a new
    version). With `dry_run`, and where anything is refused, nothing is written.

    Raises NotPermitted, Invalid (what is no archive, or was tampered with), Conflict, Unavailable.
    """
    with open_archive(path, services.settings.import_max_bytes) as archive:
        actor.require(RIGHT, archive.site)
        index = await indexed(archive)
        facts = await _looked_at(archive, tell)
        judge = Judge(services, actor, archive, index, facts, on_conflict, await _sites(services))
        report = await _judged(judge, index, tell)
        if not dry_run and not report.is_refused:
            await _keep_files(services, archive, tell)
            await _write(judge, report, tell)
            report.is_done = True
        return report


async def _looked_at(archive: Archive, tell: Tell) -> Mapping[str, Mapping[str, Any]]:
    """{hash: what the CMS finds out of the bytes}. Raises Invalid."""
    facts = {}
    for done, sha256 in enumerate(archive.hashes):
        await tell("looking at files", done, len(archive.hashes))
        try:
            async with aclosing(archive.file(sha256)) as chunks:
                found = await inspect_bytes(chunks)
        except Invalid as error:
            first = error.problems[0]
            raise refused(first.code, first.message, file_name(sha256)) from error
        if found.sha256 != sha256:
            raise refused(
                "FILE_HASH", "These are not the bytes that the name says: the archive was changed.", file_name(sha256)
            )
        facts[sha256] = file_facts(found)
    return facts


async def _judged(judge: Judge, index: Index, tell: Tell) -> ImportReport:
    report, done = ImportReport(judge.archive.site, files=len(judge.archive.hashes)), 0
    used = set[str]()
    async with aclosing(judge.archive.batches()) as batches:
        async for batch in batches:
            for one in await judge.judge(batch):
                report.add(one.entry)
                used |= one.hashes
            done += len(batch)
            await tell("checking items", done, len(index.types))
    if unused := sorted(set(judge.archive.hashes) - used):
        raise refused("UNUSED_FILE", "No item of the archive holds this file.", file_name(unused[0]))
    return report


async def _keep_files(services: Services, archive: Archive, tell: Tell) -> None:
    for done, sha256 in enumerate(archive.hashes):
        await tell("files", done, len(archive.hashes))
        size = archive.zip.getinfo(file_name(sha256)).file_size
        async with aclosing(archive.file(sha256)) as chunks:
            await store_bytes(services.store, chunks, "file", promise=Promise(size, sha256))


async def _write(judge: Judge, report: ImportReport, tell: Tell) -> None:
    """Judged once more, batch by batch: others may write meanwhile."""
    done, total = 0, report.counts.total()
    async with aclosing(judge.archive.batches()) as batches:
        async for batch in batches:
            for one in await judge.judge(batch):
                await _write_one(judge, one)
            done += len(batch)
            await tell("items", done, total)


async def _write_one(judge: Judge, one: Judged) -> None:
    if one.entry.verdict == Verdict.REFUSED:
        raise Invalid(list(one.entry.problems))
    if one.entry.verdict in (Verdict.NEW, Verdict.CHANGED):
        await import_item(judge.services, judge.actor, one.item, one.over, judge.archive.site)


async def _sites(services: Services) -> frozenset[str]:
    return frozenset(one["key"] for one in await services.repository.published.data_of_sites(None))
