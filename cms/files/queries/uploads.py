"""Somebody's uploads that still wait for bytes."""

from cms.access.actor import Actor
from cms.files.uploads import MAX_OPEN_UPLOADS
from cms.kernel.services import Services
from storage.documents import Upload


async def open_uploads(services: Services, actor: Actor, sha256: str | None = None) -> list[Upload]:
    """Of this person alone, the newest first; with `sha256` those that are for these bytes. Raises Unavailable."""
    hash = sha256.lower() if sha256 else None
    return await services.repository.uploads.waiting(actor.id, services.clock(), MAX_OPEN_UPLOADS, hash)
