"""Withdraw an application, at any time before it is decided."""

from cms.applications import states
from cms.applications.applicant import ApplicantActor
from cms.applications.calls import live_call
from cms.applications.mailing import mail_applicant
from cms.applications.own import own_application
from cms.applications.record import record_step
from cms.kernel.desk import Desk
from storage.documents import HostApplication, StatusChange
from storage.mongo import Session

APPLICATION_WITHDRAWN = "ApplicationWithdrawn"


async def withdraw_application(desk: Desk, applicant: ApplicantActor, id: str) -> HostApplication:
    """A mail confirms it; asked again, it answers the same. Raises NotFound, TransitionNotAllowed, Unavailable."""

    async def write(session: Session) -> HostApplication:
        application = await own_application(desk, applicant, id, session)
        if application.status == states.WITHDRAWN:
            return application
        states.require("withdraw", application, applicant.locale)
        now = desk.clock()
        step = StatusChange(at=now, status=states.WITHDRAWN, by="applicant")
        changes = {
            "status": states.WITHDRAWN,
            "modified_at": now,
            "decided_at": now,
            "history": [*(one.model_dump() for one in application.history), step.model_dump()],
        }
        stored = await desk.repository.applications.change(application, changes, session)
        event = APPLICATION_WITHDRAWN if application.reference else None
        await record_step(desk, session, "withdraw_application", event, stored, applicant.id)
        call = await live_call(desk, application.call, session)
        await mail_applicant(desk, session, stored, call, "application_withdrawn")
        return stored

    return await desk.transact(write)
