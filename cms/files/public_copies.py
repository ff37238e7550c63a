"""Copies of public files in the part of the bucket that everybody, or a CDN, may read: under the same paths as at the
immutable addresses. They are there only where `CMS_FILES_URL` is set."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping

from cms.content.rules.file_types import BY_MIME
from cms.files.catalog import find_live, live_files
from cms.files.file_source import IMMUTABLE, FileSource
from cms.files.kept_renditions import KeptRenditions
from cms.files.presence import Presence
from cms.files.public_address import COPIED, public_path, public_tags
from cms.files.record import FileRecord
from cms.files.widths import LADDER
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.conditions import equal
from storage.errors import Unavailable
from storage.live_changes import note_live_change
from storage.mongo import Session
from storage.object_store import ServedAs

PREFIX = "public/"
ROUNDS = 5
"""So often others may change the file meanwhile before the work is put off."""


async def bring_copies_up_to_date(services: Services, id: str) -> None:
    """All that is public of a file lies there, and nothing else of it. Pages show the address of a copy only once it is
    there, and not any more when it is to go. May run twice, and beside itself. Raises Unavailable, ObjectMissing."""
    for _round in range(ROUNDS):
        record, copied = await _public(services, id)
        lying = {found.key.removeprefix(PREFIX) async for found in services.store.list_objects(f"{PREFIX}{id}/")}
        paths = await _copy_missing(services, _wanted(services, record), lying)
        if paths != set(copied):
            await _mark(services, id, record, sorted(paths))
        await _delete(services, id, lying - paths)
        if (await _public(services, id))[0] == record:
            return
    raise Unavailable("s3", "the file is changed again and again")


async def files_to_copy(services: Services) -> AsyncIterator[str]:
    """The ids of files of which something is missing there, or lies there and should not. Raises Unavailable."""
    lying: dict[str, set[str]] = defaultdict(set)
    async for found in services.store.list_objects(PREFIX):
        path = found.key.removeprefix(PREFIX)
        lying[path.partition("/")[0]].add(path)
    async for id, record, copied in live_files(services.repository.published, services.clock()):
        wanted = _wanted(services, record).keys()
        if lying.pop(id, set()) != wanted or set(copied) != wanted:
            yield id
    for id in lying:
        yield id


async def _public(services: Services, id: str) -> tuple[FileRecord | None, tuple[str, ...]]:
    record, copied = await find_live(services.repository.published, id, services.clock())
    return (record if record and record.visibility == "public" else None), copied


def _wanted(services: Services, record: FileRecord | None) -> dict[str, FileSource]:
    """{path: what lies there}."""
    if record is None or record.visibility != "public" or services.settings.files_url is None:
        return {}
    kind = BY_MIME.get(record.mime)
    widths = LADDER if kind is not None and kind.is_image else ()
    return {public_path(record, width): FileSource(record, width) for width in (None, *widths)}


async def _copy_missing(services: Services, wanted: Mapping[str, FileSource], lying: set[str]) -> set[str]:
    """The paths that are there afterwards. A picture that cannot be made smaller is there as it is."""
    renditions = KeptRenditions(services.store, Presence(services.store))
    there = lying & wanted.keys()
    for path, source in wanted.items():
        if path in there:
            continue
        try:
            if source.width is not None:
                await renditions.size(source.record.sha256, source.width)
        except Invalid:
            continue
        served_as = ServedAs(source.mime, source.disposition, IMMUTABLE)
        await services.store.copy(source.key, f"{PREFIX}{path}", served_as)
        there.add(path)
    return there


async def _mark(services: Services, id: str, record: FileRecord | None, paths: list[str]) -> None:
    """Pages follow. Nothing is marked where the file has become another one."""
    same = {"data.sha256": record.sha256, "data.filename": record.filename} if record else {}
    published = services.repository.published
    changes = {f"derived.{COPIED}": paths}
    await services.transact(lambda session: published.set_where(equal({"_id": id, **same}), changes, session))


async def _delete(services: Services, id: str, paths: set[str]) -> None:
    """Caches are told afterwards, as one that was told before might have fetched it once more."""
    if not paths:
        return
    for path in sorted(paths):
        await services.store.delete(f"{PREFIX}{path}")
    tags = {tag for path in paths for tag in public_tags(id, path.split("/")[1])}

    async def tell(session: Session) -> None:
        note_live_change(session, tags)

    await services.transact(tell)
