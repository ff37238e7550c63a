"""Takes away what uploads left behind: expired tickets and their bytes, and bytes that came after their ticket went."""

from datetime import datetime, timedelta

from cms.files.upload_bytes import forget_bytes
from cms.files.uploads import LONG_LIFETIME
from cms.kernel.desk import Desk
from storage.documents import Upload
from storage.documents.upload import PARTS_PREFIX
from storage.ids import made_at

GRACE = timedelta(hours=1)
"""After a ticket's end: a transfer that began in time may still be on its way."""
BATCH = 100


async def sweep_uploads(desk: Desk) -> None:
    """Tickets stay a while after their end, used ones too, so that asking again is answered. Raises Unavailable."""
    before = desk.clock() - GRACE
    while expired := await desk.repository.uploads.expired(before, BATCH):
        for upload in expired:
            await _sweep(desk, upload)
    for prefix in ("uploads/", PARTS_PREFIX):
        await _sweep_lost(desk, prefix, before)


async def _sweep(desk: Desk, upload: Upload) -> None:
    await forget_bytes(desk, upload)
    await desk.transact(lambda session: desk.repository.uploads.remove(upload.id, session))


async def _sweep_lost(desk: Desk, prefix: str, before: datetime) -> None:
    lost: tuple[str, bool] = "", False  # of the ticket that was asked for last: its parts follow each other
    async for found in desk.store.list_objects(prefix):
        id = found.key.removeprefix(prefix).partition("/")[0]
        if id != lost[0]:
            lost = id, await _is_lost(desk, id, before)
        if lost[1]:
            await desk.store.delete(found.key)


async def _is_lost(desk: Desk, id: str, before: datetime) -> bool:
    """Whether bytes belong to a ticket that is gone; those that no ticket ever named are not ours to delete."""
    made = made_at(id)
    return made is not None and made + LONG_LIFETIME < before and await desk.repository.uploads.get(id) is None
