"""Take a file out of a draft application."""

from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application, require_draft
from cms.applications.record import record_step
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session

FILE_REMOVED = "ApplicationFileRemoved"


async def remove_application_file(services: Services, applicant: ApplicantActor, id: str, file: str) -> HostApplication:
    """A file that is not there is fine. Its bytes go by and by, unless a snapshot or another answer has them.

    Raises NotFound, TransitionNotAllowed once it is submitted, Unavailable.
    """

    async def write(session: Session) -> HostApplication:
        application = await own_application(services, applicant, id, session)
        require_draft(application)
        kept = [one for one in application.files if one.id != file]
        if len(kept) == len(application.files):
            return application
        changes = {"files": [one.model_dump() for one in kept], "modified_at": services.clock()}
        await record_step(services, session, "remove_application_file", FILE_REMOVED, application, applicant.id)
        return await services.repository.applications.change(application, changes, session)

    return await services.transact(write)
