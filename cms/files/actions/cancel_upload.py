"""Give a ticket back, and forget the bytes that came with it."""

from cms.access.actor import Actor
from cms.files.upload_bytes import forget_bytes
from cms.files.uploads import own_upload, require_usable
from cms.kernel.desk import Desk
from storage.documents import AuditEntry
from storage.mongo import Session


async def cancel_upload(desk: Desk, actor: Actor, id: str) -> None:
    """Raises NotFound, NotPermitted, Invalid (it has become a file already), Unavailable."""
    upload = await own_upload(desk, actor, id)
    actor.require("create", upload.site)
    require_usable(desk, upload)
    await forget_bytes(desk, upload)

    async def write(session: Session) -> None:
        require_usable(desk, await own_upload(desk, actor, id, session))
        await desk.repository.uploads.remove(id, session)
        entry = AuditEntry(
            at=desk.clock(), by=actor.id, action="cancel_upload", site=upload.site, details={"upload": id}
        )
        await desk.repository.history.audit(entry, session)

    await desk.transact(write)
