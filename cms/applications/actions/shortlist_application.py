"""Put a reviewed application on the shortlist."""

from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications.case import counting
from cms.applications.ranking import FEWEST_SCORES, THRESHOLD, Scored, standing
from cms.applications.step_change import ToldStep
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication


@action(
    right=MANAGE,
    event="ApplicationShortlisted",
    offered="Put a reviewed application on the shortlist; the applicant gets a mail.",
)
async def shortlist_application(
    change: ToldStep,
    id: Id,
    message: Annotated[str, "For the mail, which is in the language of the application."] = "",
) -> HostApplication:
    """With two reviews at least, sixty points and no criterion below two. The applicant gets a mail with the message.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    application = change.application
    found = counting(await change.repository.application_reviews.of_application(application.id, change.session))
    require_scores(len(found))
    result = standing(change.case.criteria, Scored(id, "", application.status, [one.scores for one in found]))
    if not result.passes:
        weak = f" Too weak: {', '.join(result.weak)}." if result.weak else ""
        text = f"It has {result.mean:.1f} points of the {THRESHOLD} that it takes.{weak} It can only be rejected."
        raise Invalid([Problem("scores", "BELOW_THRESHOLD", text)])
    after = await change.move()
    await change.tell_applicant("application_shortlisted")
    return after


def require_scores(reviews: int) -> None:
    """Raises Invalid."""
    if reviews < FEWEST_SCORES:
        text = f"{reviews} of {FEWEST_SCORES} reviews are in; wait for the others, or assign somebody else."
        raise Invalid([Problem("scores", "TOO_FEW", text)])
