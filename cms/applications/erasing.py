"""Take everything personal out of an application: what stays is its reference, its call, its steps and their times."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cms.access.record import Subject, record, record_event
from cms.applications import states
from cms.content.rules.application_status import TYPE
from cms.kernel.services import Services
from storage.documents import HostApplication
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
    details = {**erased.as_details(), "why": why, "reference": application.reference, "call": application.call}
    await record_erasing(services, session, application, ERASE, details, {"why": why})


async def record_erasing(
    services: Services,
    session: Session,
    application: HostApplication,
    action: str,
    details: Mapping[str, Any],
    payload: Mapping[str, Any],
) -> None:
    """The entry, which those read who see the applications to the call, and the event, after which the bytes go."""
    about = Subject(item=application.id, type=TYPE, site=application.call_site)
    await record(services, "system", action, about, session, details)
    await record_event(services, APPLICATION_ERASED, replace(about, site=None), session, payload)
