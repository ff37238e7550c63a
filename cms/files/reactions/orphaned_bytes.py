"""Bytes that were those of a purged file, and of no other one."""

from cms.files.store_bytes import original_key
from cms.kernel.services import Services
from storage.documents import OutboxEvent
from storage.mongo import Session


async def delete_orphaned_bytes(services: Services, event: OutboxEvent) -> None:
    """Whatever has the same hash keeps them: a file, in the recycle bin too, an earlier version of one, an upload."""
    for sha256 in event.payload.get("hashes", ()):
        if await _is_orphaned(services, sha256):
            async for rendition in services.store.list_objects(f"renditions/{sha256}/"):
                await services.store.delete(rendition.key)
            await services.store.delete(original_key(sha256))


async def _is_orphaned(services: Services, sha256: str) -> bool:
    """Asked in the turn of those who make files of the same bytes (`complete_upload`)."""

    async def look(session: Session) -> bool:
        await services.repository.serialize(f"files/{sha256[:3]}", session)
        return not (
            await services.repository.items.has_facet(f"sha256:{sha256}", session)
            or await services.repository.history.has_hash(sha256, session)
            or await services.repository.uploads.has_hash(sha256, services.clock(), session)
        )

    return await services.transact(look)
