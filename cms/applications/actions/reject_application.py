"""Reject an application: after its review, from the shortlist, or because it is not admissible."""

from cms.access.actor import Actor
from cms.applications import states
from cms.applications.actions.shortlist_application import require_scores
from cms.applications.case import counting, is_inadmissible
from cms.applications.review_steps import clean_message, load_for_step, move, tell_applicant
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def reject_application(services: Services, actor: Actor, id: str, message: str) -> HostApplication:
    """`message`: the reasons, which the applicant gets by mail. Managers reject what is under review and has two
    reviews, and what was found not admissible; decision makers what is on the shortlist.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    text = clean_message(message, is_required=True)

    async def write(session: Session) -> HostApplication:
        case = await load_for_step(services, actor, id, "reject", session)
        application = case.application
        if application.status == states.SUBMITTED and not is_inadmissible(application):
            problem = "Before its review an application is rejected only where it was found not admissible."
            raise Invalid([Problem("admissibility", "ADMISSIBLE", problem)])
        if application.status == states.UNDER_REVIEW:
            found = await services.repository.application_reviews.of_application(application.id, session)
            require_scores(len(counting(found)))
        changes = {"decided_at": services.clock()}
        after = await move(
            services, actor, case, "reject", "ApplicationRejected", session, message=text, changes=changes
        )
        await tell_applicant(services, case, "application_rejected", text, session)
        return after

    return await services.transact(write)
