"""Erase an applicant and all that came from that person, on request."""

from cms.access.record import Subject, record
from cms.applications.applicant import ApplicantActor
from cms.applications.erasing import erase_application
from cms.applications.links import applicant_key
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.mongo import Session

MOST = 1_000


async def erase_applicant(services: Services, applicant: ApplicantActor) -> int:
    """How many applications were erased with the person, each in a transaction of its own; a last mail confirms it.
    Stopped in between it can be asked for again. Raises Unavailable."""
    found = await services.repository.applications.of_applicant(applicant.id, MOST)
    sites = [one.site for one in found]
    for one in found:
        await _erase_one(services, one.id)

    async def write(session: Session) -> None:
        traces = services.repository.personal_traces
        await services.repository.applicants.end_sessions(applicant.id, session)
        await traces.links_of(applicant_key(services, applicant.email), session)
        await traces.mails_to(applicant.email, session)
        await traces.audit_by([applicant.id], session)
        gone = {"email": f"erased-{applicant.id}", "name": "", "erased_at": services.clock()}
        await services.repository.applicants.change(applicant.id, gone, session)
        await record(services, "system", "erase_applicant", Subject(), session, {"applications": len(found)})
        await queue_mail(
            services,
            session,
            to=applicant.email,
            template="applicant_erased",
            locale=applicant.locale,
            values={"name": "", "link": "/"},
            site=sites[0] if sites else None,
        )

    await services.transact(write)
    return len(found)


async def _erase_one(services: Services, id: str) -> None:
    async def write(session: Session) -> None:
        application = await services.repository.applications.get(id, session)
        if application is not None and application.erased_at is None:
            await erase_application(services, session, application, "request")

    await services.transact(write)
