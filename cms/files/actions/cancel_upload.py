"""Give a ticket back, and forget the bytes that came with it."""

from cms.access.action import action
from cms.access.actor import Actor
from cms.files.upload_bytes import forget_bytes
from cms.files.upload_change import UploadChange
from cms.files.uploads import own_upload, require_usable
from cms.kernel.services import Services


async def cancel_upload(services: Services, actor: Actor, id: str) -> None:
    """Raises NotFound, NotPermitted, Invalid (it has become a file already), Unavailable."""
    upload = await own_upload(services, actor, id)
    actor.require("create", upload.site)
    require_usable(services, upload)
    await forget_bytes(services, upload)
    await remove_ticket(services, actor, id)


@action(right="create", records="cancel_upload")
async def remove_ticket(change: UploadChange, id: str) -> None:
    """Raises NotFound, NotPermitted, Invalid (it has become a file already)."""
    require_usable(change.services, change.upload)
    await change.repository.uploads.remove(id, change.session)
    change.tell(upload=id)
