"""Reject an application: after its review, from the shortlist, or because it is not admissible."""

from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications import states
from cms.applications.actions.shortlist_application import require_scores
from cms.applications.case import counting, is_inadmissible
from cms.applications.step_change import ReasonedStep
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication


@action(
    right=MANAGE,
    event="ApplicationRejected",
    offered="Reject an application; the applicant gets a mail with the reasons.",
)
async def reject_application(change: ReasonedStep, id: Id, message: Annotated[str, "The reasons."]) -> HostApplication:
    """`message`: the reasons, which the applicant gets by mail. Managers reject what is under review and has two
    reviews, and what was found not admissible; decision makers what is on the shortlist.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    application = change.application
    if application.status == states.SUBMITTED and not is_inadmissible(application):
        problem = "Before its review an application is rejected only where it was found not admissible."
        raise Invalid([Problem("admissibility", "ADMISSIBLE", problem)])
    if application.status == states.UNDER_REVIEW:
        found = await change.repository.application_reviews.of_application(application.id, change.session)
        require_scores(len(counting(found)))
    after = await change.move(decided_at=change.now)
    await change.tell_applicant("application_rejected")
    return after
