"""What a step of an application leaves behind: an entry of the audit trail and an event, with nothing personal in
either."""

from typing import Any

from cms.content.rules.application_status import TYPE
from cms.kernel.services import Services
from storage.documents import AuditEntry, HostApplication, OutboxEvent
from storage.mongo import Session


async def record_step(
    services: Services,
    session: Session,
    action: str,
    event: str | None,
    application: HostApplication,
    by: str,
    **details: Any,
) -> None:
    """`by`: the id of an account or of an applicant; `event`: None where nothing follows from it."""
    now = services.clock()
    told = {"call": application.call, "status": application.status, **details}
    entry = AuditEntry(
        at=now, by=by, action=action, item=application.id, type=TYPE, site=application.site, details=told
    )
    await services.repository.history.audit(entry, session)
    if event is None:
        return
    payload = {**told, "by": by, "audit": entry.id}
    happened = OutboxEvent(
        name=event, at=now, due_at=now, item=application.id, type=TYPE, site=application.site, payload=payload
    )
    await services.repository.outbox.add(happened, session)
