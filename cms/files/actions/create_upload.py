"""Give out a ticket for one upload, before its bytes arrive."""

from cms.access.actor import Actor
from cms.content.rules.file_types import MEGABYTE
from cms.files.upload_limits import check_announced
from cms.files.uploads import MAX_OPEN_UPLOAD_BYTES, MAX_OPEN_UPLOADS, lifetime_of
from cms.kernel.errors import TooManyRequests
from cms.kernel.services import Services
from storage.documents import AuditEntry, Upload
from storage.mongo import Session

RETRY_SECONDS = 60.0


async def create_upload(
    services: Services, actor: Actor, *, site: str, filename: str, byte_size: int, sha256: str | None = None
) -> Upload:
    """The ticket; `cms.files.uploads.upload_address` says where its bytes go. `sha256`: in hexadecimal digits.

    Raises NotPermitted, Invalid (name, size, hash), TooManyRequests for a person with too many open tickets.
    """
    actor.require("create", site)
    hash = sha256.lower() if sha256 else None
    check_announced(filename, byte_size, hash)
    now = services.clock()
    upload = Upload(
        by=actor.id,
        site=site,
        filename=filename.strip(),
        byte_size=byte_size,
        sha256=hash,
        created_at=now,
        expires=now + lifetime_of(byte_size),
    )

    async def write(session: Session) -> Upload:
        await services.repository.serialize(f"uploads/{actor.id}", session)  # or two at once would not count each other
        tickets, bytes_ = await services.repository.uploads.open_by(actor.id, now, session)
        if tickets >= MAX_OPEN_UPLOADS or bytes_ + byte_size > MAX_OPEN_UPLOAD_BYTES:
            message = (
                f"At most {MAX_OPEN_UPLOADS} of your uploads may be open, for {MAX_OPEN_UPLOAD_BYTES // MEGABYTE} MB: "
                "complete or "
                "cancel some of them first."
            )
            raise TooManyRequests(message, RETRY_SECONDS)
        await services.repository.uploads.insert(upload, session)
        details = {"upload": upload.id, "filename": upload.filename, "byte_size": byte_size}
        entry = AuditEntry(at=now, by=actor.id, action="create_upload", site=site, details=details)
        await services.repository.history.audit(entry, session)
        return upload

    return await services.transact(write)
