"""Bytes that were those of a purged file, and of no other one."""

from cms.files.store_bytes import original_key
from cms.kernel.desk import Desk
from storage.documents import OutboxEvent
from storage.mongo import Session


async def delete_orphaned_bytes(desk: Desk, event: OutboxEvent) -> None:
    """Whatever has the same hash keeps them: a file, in the recycle bin too, an earlier version of one, an upload."""
    for sha256 in event.payload.get("hashes", ()):
        if await _is_orphaned(desk, sha256):
            async for rendition in desk.store.list_objects(f"renditions/{sha256}/"):
                await desk.store.delete(rendition.key)
            await desk.store.delete(original_key(sha256))


async def _is_orphaned(desk: Desk, sha256: str) -> bool:
    """Asked in the turn of those who make files of the same bytes (`complete_upload`)."""

    async def look(session: Session) -> bool:
        await desk.repository.serialize(f"files/{sha256[:3]}", session)
        return not (
            await desk.repository.items.has_facet(f"sha256:{sha256}", session)
            or await desk.repository.history.has_hash(sha256, session)
            or await desk.repository.uploads.has_hash(sha256, desk.clock(), session)
        )

    return await desk.transact(look)
