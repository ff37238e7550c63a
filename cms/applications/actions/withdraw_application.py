"""Withdraw an application, at any time before it is decided."""

from cms.applications import states
from cms.applications.applicant import ApplicantActor
from cms.applications.calls import live_call
from cms.applications.mailing import mail_applicant
from cms.applications.own import own_application
from cms.applications.record import record_step
from cms.kernel.services import Services
from storage.documents import HostApplication, StatusChange
from storage.mongo import Session

APPLICATION_WITHDRAWN = "ApplicationWithdrawn"


async def withdraw_application(services: Services, applicant: ApplicantActor, id: str) -> HostApplication:
    """A mail confirms it; asked again, it answers the same. Raises NotFound, TransitionNotAllowed, Unavailable."""

    async def write(session: Session) -> HostApplication:
        application = await own_application(services, applicant, id, session)
        if application.status == states.WITHDRAWN:
            return application
        states.require("withdraw", application, applicant.locale)
        now = services.clock()
        step = StatusChange(at=now, status=states.WITHDRAWN, by="applicant")
        changes = {
            "status": states.WITHDRAWN,
            "modified_at": now,
            "decided_at": now,
            "history": [*(one.model_dump() for one in application.history), step.model_dump()],
        }
        stored = await services.repository.applications.change(application, changes, session)
        event = APPLICATION_WITHDRAWN if application.reference else None
        await record_step(services, session, "withdraw_application", event, stored, applicant.id)
        call = await live_call(services, application.call, session)
        await mail_applicant(services, session, stored, call, "application_withdrawn")
        return stored

    return await services.transact(write)
