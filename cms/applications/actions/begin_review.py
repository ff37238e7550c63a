"""Begin the review of an admissible application."""

from cms.access.actor import Actor
from cms.applications.ranking import FEWEST_SCORES
from cms.applications.review_steps import load_for_step, move
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def begin_review(services: Services, actor: Actor, id: str) -> HostApplication:
    """From now on its reviewers, of whom there must be two at least, may score it.

    Raises NotFound, NotPermitted, Invalid (not checked, not admissible, too few reviewers), TransitionNotAllowed.
    """

    async def write(session: Session) -> HostApplication:
        case = await load_for_step(services, actor, id, "begin_review", session)
        if not (case.application.admissibility or {}).get("ok"):
            text = "Check first that the application is complete, and say that it is admissible."
            raise Invalid([Problem("admissibility", "NOT_ADMISSIBLE", text)])
        if len(case.application.reviewers) < FEWEST_SCORES:
            text = f"Assign at least {FEWEST_SCORES} reviewers first."
            raise Invalid([Problem("reviewers", "TOO_FEW", text)])
        return await move(services, actor, case, "begin_review", "ApplicationReviewBegan", session)

    return await services.transact(write)
