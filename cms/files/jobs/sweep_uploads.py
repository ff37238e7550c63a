"""Takes away what uploads left behind: expired tickets and their bytes, and bytes that came after their ticket went."""

from datetime import datetime, timedelta

from cms.files.upload_bytes import forget_bytes
from cms.files.uploads import LONG_LIFETIME
from cms.kernel.services import Services
from storage.documents import Upload
from storage.documents.upload import PARTS_PREFIX
from storage.ids import made_at

GRACE = timedelta(hours=1)
"""After a ticket's end: a transfer that began in time may still be on its way."""
BATCH = 100


async def sweep_uploads(services: Services) -> None:
    """Tickets stay a while after their end, used ones too, so that asking again is answered. Raises Unavailable."""
    before = services.clock() - GRACE
    while expired := await services.repository.uploads.expired(before, BATCH):
        for upload in expired:
            await _sweep(services, upload)
    for prefix in ("uploads/", PARTS_PREFIX):
        await _sweep_lost(services, prefix, before)


async def _sweep(services: Services, upload: Upload) -> None:
    await forget_bytes(services, upload)
    await services.transact(lambda session: services.repository.uploads.remove(upload.id, session))


async def _sweep_lost(services: Services, prefix: str, before: datetime) -> None:
    lost: tuple[str, bool] = "", False  # of the ticket that was asked for last: its parts follow each other
    async for found in services.store.list_objects(prefix):
        id = found.key.removeprefix(prefix).partition("/")[0]
        if id != lost[0]:
            lost = id, await _is_lost(services, id, before)
        if lost[1]:
            await services.store.delete(found.key)


async def _is_lost(services: Services, id: str, before: datetime) -> bool:
    """Whether bytes belong to a ticket that is gone; those that no ticket ever named are not ours to delete."""
    made = made_at(id)
    return made is not None and made + LONG_LIFETIME < before and await services.repository.uploads.get(id) is None
