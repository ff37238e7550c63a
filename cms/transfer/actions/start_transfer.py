"""Have a whole site carried out of the CMS, or into it, by a worker."""

from datetime import timedelta
from typing import Any

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.change import Change, SiteChange
from cms.files.upload_bytes import uploaded_length
from cms.files.upload_change import UploadChange
from cms.files.uploads import own_upload, require_usable
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from cms.kernel.work.lanes import TRANSFERS
from cms.transfer.judge import OnConflict
from storage.documents import OutboxEvent, Transfer, Upload
from storage.errors import ObjectMissing

TRANSFER_ASKED = "TransferAsked"
RIGHT = "transfer"
KEPT = timedelta(days=7)


@action(right=RIGHT, records="export_site")
async def start_export(change: SiteChange, site: str) -> Transfer:
    """The job, whose archive is there for a week once it is done. Raises NotPermitted, TransitionNotAllowed (another
    one of this site is under way)."""
    return await _start(change, _transfer(change, kind="export", site=site))


async def start_import(
    services: Services, actor: Actor, upload_id: str, *, on_conflict: OnConflict = "fail", dry_run: bool = False
) -> Transfer:
    """The job. The upload is the person's own, with the bytes of the archive there; it may be used again after a dry
    run. Raises NotFound, NotPermitted, Invalid (the upload), TransitionNotAllowed, Unavailable."""
    upload = await own_upload(services, actor, upload_id)
    actor.require(RIGHT, upload.site)
    require_usable(services, upload)
    await _require_arrived(services, upload)
    return await import_archive(services, actor, upload_id, on_conflict, dry_run)


@action(right=RIGHT, records="import_site")
async def import_archive(change: UploadChange, id: str, on_conflict: OnConflict, dry_run: bool) -> Transfer:
    """Of a ticket whose bytes are there, which are not swept while they may be needed. Raises NotFound, NotPermitted,
    TransitionNotAllowed."""
    given: dict[str, Any] = {"upload": id, "on_conflict": on_conflict, "dry_run": dry_run}
    transfer = _transfer(change, kind="import", site=change.upload.site, **given)
    await _start(change, transfer)
    await change.repository.uploads.set(id, {"expires": transfer.expires}, change.session)
    return transfer


async def _require_arrived(services: Services, upload: Upload) -> None:
    """Raises Invalid, Unavailable."""
    try:
        size = await uploaded_length(services, upload)
    except ObjectMissing:
        size = None
    if size != upload.byte_size:
        message = "The bytes have not arrived; put them to the ticket's address first."
        raise Invalid([Problem("upload", "UPLOAD_MISSING", message)])


def _transfer(change: Change, **given: Any) -> Transfer:
    """As the person who asks: the worker may do what that one may."""
    by, now = change.actor, change.now
    only = sorted(by.only) if by.only is not None else None
    roles = {place: sorted(names) for place, names in by.roles.items()}
    return Transfer(by=by.id, roles=roles, only=only, created_at=now, expires=now + KEPT, **given)


async def _start(change: Change, transfer: Transfer) -> Transfer:
    """Raises TransitionNotAllowed."""
    repository, session = change.repository, change.session
    await repository.serialize(f"transfers/{transfer.site}", session)
    if await repository.transfers.under_way(transfer.site, session):
        raise TransitionNotAllowed("Another export or import of this site is under way; wait until it is done.")
    await repository.transfers.insert(transfer, session)
    now, payload = change.now, {"transfer": transfer.id}
    event = OutboxEvent(name=TRANSFER_ASKED, lane=TRANSFERS, site=transfer.site, at=now, due_at=now, payload=payload)
    await repository.outbox.add(event, session)
    change.tell(transfer=transfer.id, upload=transfer.upload, dry_run=transfer.dry_run)
    return transfer
