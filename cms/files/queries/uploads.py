"""Somebody's uploads that still wait for bytes."""

from cms.access.actor import Actor
from cms.files.uploads import MOST_OPEN
from cms.kernel.desk import Desk
from storage.documents import Upload


async def open_uploads(desk: Desk, actor: Actor, sha256: str | None = None) -> list[Upload]:
    """Of this person alone, the newest first; with `sha256` those that are for these bytes. Raises Unavailable."""
    hash = sha256.lower() if sha256 else None
    return await desk.repository.uploads.waiting(actor.id, desk.clock(), MOST_OPEN, hash)
