"""Give out a ticket for one upload, before its bytes arrive."""

from cms.access.action import action
from cms.access.change import SiteChange
from cms.content.rules.file_types import MEGABYTE
from cms.files.upload_limits import check_announced
from cms.files.uploads import MAX_OPEN_UPLOAD_BYTES, MAX_OPEN_UPLOADS, lifetime_of
from cms.kernel.errors import TooManyRequests
from storage.documents import Upload

RETRY_SECONDS = 60.0


@action(right="create")
async def create_upload(
    change: SiteChange, *, site: str, filename: str, byte_size: int, sha256: str | None = None
) -> Upload:
    """The ticket; `cms.files.uploads.upload_address` says where its bytes go. `sha256`: in hexadecimal digits.

    Raises NotPermitted, Invalid (name, size, hash), TooManyRequests for a person with too many open tickets.
    """
    hash = sha256.lower() if sha256 else None
    check_announced(filename, byte_size, hash)
    await _require_room(change, byte_size)
    upload = Upload(
        by=change.actor.id,
        site=site,
        filename=filename.strip(),
        byte_size=byte_size,
        sha256=hash,
        created_at=change.now,
        expires=change.now + lifetime_of(byte_size),
    )
    await change.repository.uploads.insert(upload, change.session)
    change.tell(upload=upload.id, filename=upload.filename, byte_size=byte_size)
    return upload


async def _require_room(change: SiteChange, byte_size: int) -> None:
    """Raises TooManyRequests. Two at once would not count each other."""
    by = change.actor.id
    await change.repository.serialize(f"uploads/{by}", change.session)
    tickets, bytes_ = await change.repository.uploads.open_by(by, change.now, change.session)
    if tickets >= MAX_OPEN_UPLOADS or bytes_ + byte_size > MAX_OPEN_UPLOAD_BYTES:
        message = (
            f"At most {MAX_OPEN_UPLOADS} of your uploads may be open, for {MAX_OPEN_UPLOAD_BYTES // MEGABYTE} MB: "
            "complete or "
            "cancel some of them first."
        )
        raise TooManyRequests(message, RETRY_SECONDS)
