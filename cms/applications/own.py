"""An applicant's own applications; those of others are not found."""

from cms.applications.applicant import ApplicantActor
from cms.applications.words import say
from cms.content.rules.application_status import DRAFT, WITHDRAWN
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def own_application(
    services: Services, applicant: ApplicantActor, id: str, session: Session | None = None
) -> HostApplication:
    """Raises NotFound, for the applications of others and erased ones too."""
    found = await services.repository.applications.get(id[:64], session)
    if found is None or found.applicant != applicant.id or found.erased_at is not None:
        raise NotFound(say("NOT_FOUND", applicant.locale))
    return found


def require_draft(application: HostApplication) -> None:
    """Raises TransitionNotAllowed once it is submitted or withdrawn."""
    if application.status != DRAFT:
        code = "LOCKED_WITHDRAWN" if application.status == WITHDRAWN else "LOCKED"
        raise TransitionNotAllowed(say(code, application.locale))
