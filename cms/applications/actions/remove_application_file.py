"""Take a file out of a draft application."""

from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application, require_draft
from cms.applications.record import record_step
from cms.kernel.desk import Desk
from storage.documents import HostApplication
from storage.mongo import Session

FILE_REMOVED = "ApplicationFileRemoved"


async def remove_application_file(desk: Desk, applicant: ApplicantActor, id: str, file: str) -> HostApplication:
    """A file that is not there is fine. Its bytes go by and by, unless a snapshot or another answer has them.

    Raises NotFound, TransitionNotAllowed once it is submitted, Unavailable.
    """

    async def write(session: Session) -> HostApplication:
        application = await own_application(desk, applicant, id, session)
        require_draft(application)
        kept = [one for one in application.files if one.id != file]
        if len(kept) == len(application.files):
            return application
        changes = {"files": [one.model_dump() for one in kept], "modified_at": desk.clock()}
        await record_step(desk, session, "remove_application_file", FILE_REMOVED, application, applicant.id)
        return await desk.repository.applications.change(application, changes, session)

    return await desk.transact(write)
