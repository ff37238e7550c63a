"""Begin the review of an admissible application."""

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications.ranking import FEWEST_SCORES
from cms.applications.step_change import StepChange
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication


@action(
    right=MANAGE,
    event="ApplicationReviewBegan",
    records="begin_review_application",
    offered="Let the reviewers of an admissible application score it.",
)
async def begin_review(change: StepChange, id: Id) -> HostApplication:
    """From now on its reviewers, of whom there must be two at least, may score it.

    Raises NotFound, NotPermitted, Invalid (not checked, not admissible, too few reviewers), TransitionNotAllowed.
    """
    if not (change.application.admissibility or {}).get("ok"):
        text = "Check first that the application is complete, and say that it is admissible."
        raise Invalid([Problem("admissibility", "NOT_ADMISSIBLE", text)])
    if len(change.application.reviewers) < FEWEST_SCORES:
        text = f"Assign at least {FEWEST_SCORES} reviewers first."
        raise Invalid([Problem("reviewers", "TOO_FEW", text)])
    return await change.move()
