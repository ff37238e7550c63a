"""Take everything personal out of an application: what stays is its reference, its call, its steps and their times."""

from dataclasses import dataclass
from typing import Any

from cms.applications import states
from cms.kernel.services import Services
from storage.documents import AuditEntry, HostApplication, OutboxEvent
from storage.mongo import Session
from storage.repositories.personal_traces import ERASED

APPLICATION_ERASED = "ApplicationErased"
ERASE = "erase_application"
DECIDED = (states.ACCEPTED, states.REJECTED, states.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Erasure:
    """How much of each kind was erased."""

    answers: int
    files: int
    mails: int
    reviews: int
    audit: int

    def as_details(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("answers", "files", "mails", "reviews", "audit")}


async def erase_application(services: Services, session: Session, application: HostApplication, why: str) -> Erasure:
    """One that is not decided counts as withdrawn. The bytes of its files go by an event. `why`: "request" or
    "retention". The report of it is an entry of the audit trail."""
    traces, now = services.repository.personal_traces, services.clock()
    held = {one.key for one in application.files}
    held |= {one.key for one in application.snapshot.files} if application.snapshot else set()
    await services.repository.applications.change(application, _emptied(application, now), session)
    await traces.uploads_for(application.id, session)
    await traces.events_of(application.id, session)
    erased = Erasure(
        answers=len(application.answers),
        files=len(held),
        mails=await traces.mails_about(application.id, session),
        reviews=await traces.words_of_reviews(application.id, session),
        audit=await traces.audit_of(application.id, session),
    )
    await _report(services, session, application, erased, why)
    return erased


def _emptied(application: HostApplication, now: Any) -> dict[str, Any]:
    status = application.status if application.status in DECIDED else states.WITHDRAWN
    history = [{**step.model_dump(), "message": {}} for step in application.history]
    admissibility = {**application.admissibility, "note": ""} if application.admissibility else None
    return {
        "status": status,
        "decided_at": application.decided_at or now,
        "applicant": ERASED,
        "email": "",
        "page": None,
        "answers": {},
        "answered_at": {},
        "answered_in": {},
        "files": [],
        "consents": {},
        "snapshot": None,
        "submission_key": None,
        "history": history,
        "admissibility": admissibility,
        "erased_at": now,
    }


async def _report(
    services: Services, session: Session, application: HostApplication, erased: Erasure, why: str
) -> None:
    now = services.clock()
    details = {**erased.as_details(), "why": why, "reference": application.reference, "call": application.call}
    entry = AuditEntry(
        at=now,
        by="system",
        action=ERASE,
        item=application.id,
        type="HostApplication",
        site=application.call_site,
        details=details,
    )
    await services.repository.history.audit(entry, session)
    event = OutboxEvent(
        name=APPLICATION_ERASED, at=now, due_at=now, item=application.id, type="HostApplication", payload={"why": why}
    )
    await services.repository.outbox.add(event, session)
