"""Give a ticket back, and forget the bytes that came with it."""

from cms.access.actor import Actor
from cms.files.upload_bytes import forget_bytes
from cms.files.uploads import own_upload, require_usable
from cms.kernel.services import Services
from storage.documents import AuditEntry
from storage.mongo import Session


async def cancel_upload(services: Services, actor: Actor, id: str) -> None:
    """Raises NotFound, NotPermitted, Invalid (it has become a file already), Unavailable."""
    upload = await own_upload(services, actor, id)
    actor.require("create", upload.site)
    require_usable(services, upload)
    await forget_bytes(services, upload)

    async def write(session: Session) -> None:
        require_usable(services, await own_upload(services, actor, id, session))
        await services.repository.uploads.remove(id, session)
        entry = AuditEntry(
            at=services.clock(), by=actor.id, action="cancel_upload", site=upload.site, details={"upload": id}
        )
        await services.repository.history.audit(entry, session)

    await services.transact(write)
