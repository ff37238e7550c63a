"""Have a whole site carried out of the CMS, or into it, by a worker."""

from datetime import timedelta

from cms.access.actor import Actor
from cms.files.upload_bytes import uploaded_length
from cms.files.uploads import own_upload, require_usable
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from cms.kernel.work.lanes import TRANSFERS
from cms.transfer.judge import OnConflict
from storage.documents import AuditEntry, OutboxEvent, Transfer
from storage.errors import ObjectMissing
from storage.mongo import Session

TRANSFER_ASKED = "TransferAsked"
RIGHT = "transfer"
KEPT = timedelta(days=7)


async def start_export(services: Services, actor: Actor, site: str) -> Transfer:
    """The job, whose archive is there for a week once it is done. Raises NotPermitted, TransitionNotAllowed (another
    one of this site is under way)."""
    actor.require(RIGHT, site)
    return await _start(services, actor, _transfer(services, actor, "export", site), "export_site")


async def start_import(
    services: Services, actor: Actor, upload_id: str, *, on_conflict: OnConflict = "fail", dry_run: bool = False
) -> Transfer:
    """The job. The upload is the person's own, with the bytes of the archive there; it may be used again after a dry
    run. Raises NotFound, NotPermitted, Invalid (the upload), TransitionNotAllowed, Unavailable."""
    upload = await own_upload(services, actor, upload_id)
    actor.require(RIGHT, upload.site)
    require_usable(services, upload)
    try:
        size = await uploaded_length(services, upload)
    except ObjectMissing:
        size = None
    if size != upload.byte_size:
        message = "The bytes have not arrived; put them to the ticket's address first."
        raise Invalid([Problem("upload", "UPLOAD_MISSING", message)])
    transfer = _transfer(services, actor, "import", upload.site)
    transfer.upload, transfer.on_conflict, transfer.dry_run = upload.id, on_conflict, dry_run
    return await _start(services, actor, transfer, "import_site")


def _transfer(services: Services, actor: Actor, kind: str, site: str) -> Transfer:
    now = services.clock()
    only = sorted(actor.only) if actor.only is not None else None
    roles = {place: sorted(names) for place, names in actor.roles.items()}
    return Transfer(kind=kind, site=site, by=actor.id, roles=roles, only=only, created_at=now, expires=now + KEPT)


async def _start(services: Services, actor: Actor, transfer: Transfer, action: str) -> Transfer:
    async def write(session: Session) -> Transfer:
        await services.repository.serialize(f"transfers/{transfer.site}", session)
        if await services.repository.transfers.under_way(transfer.site, session):
            raise TransitionNotAllowed("Another export or import of this site is under way; wait until it is done.")
        await services.repository.transfers.insert(transfer, session)
        if transfer.upload:  # its bytes are not swept while they may be needed
            await services.repository.uploads.set(transfer.upload, {"expires": transfer.expires}, session)
        now, payload = transfer.created_at, {"transfer": transfer.id}
        event = OutboxEvent(
            name=TRANSFER_ASKED, lane=TRANSFERS, site=transfer.site, at=now, due_at=now, payload=payload
        )
        await services.repository.outbox.add(event, session)
        details = {"transfer": transfer.id, "upload": transfer.upload, "dry_run": transfer.dry_run}
        entry = AuditEntry(at=now, by=actor.id, action=action, site=transfer.site, details=details)
        await services.repository.history.audit(entry, session)
        return transfer

    return await services.transact(write)
