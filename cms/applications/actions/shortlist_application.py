"""Put a reviewed application on the shortlist."""

from cms.access.actor import Actor
from cms.applications.case import counting
from cms.applications.ranking import FEWEST_SCORES, THRESHOLD, Scored, standing
from cms.applications.review_steps import clean_message, load_for_step, move, tell_applicant
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def shortlist_application(services: Services, actor: Actor, id: str, message: str = "") -> HostApplication:
    """With two reviews at least, sixty points and no criterion below two. The applicant gets a mail with the message.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    text = clean_message(message, is_required=False)

    async def write(session: Session) -> HostApplication:
        case = await load_for_step(services, actor, id, "shortlist", session)
        found = counting(await services.repository.application_reviews.of_application(case.application.id, session))
        require_scores(len(found))
        result = standing(case.criteria, Scored(id, "", case.application.status, [one.scores for one in found]))
        if not result.passes:
            weak = f" Too weak: {', '.join(result.weak)}." if result.weak else ""
            text_ = f"It has {result.mean:.1f} points of the {THRESHOLD} that it takes.{weak} It can only be rejected."
            raise Invalid([Problem("scores", "BELOW_THRESHOLD", text_)])
        after = await move(services, actor, case, "shortlist", "ApplicationShortlisted", session, message=text)
        await tell_applicant(services, case, "application_shortlisted", text, session)
        return after

    return await services.transact(write)


def require_scores(reviews: int) -> None:
    """Raises Invalid."""
    if reviews < FEWEST_SCORES:
        text = f"{reviews} of {FEWEST_SCORES} reviews are in; wait for the others, or assign somebody else."
        raise Invalid([Problem("scores", "TOO_FEW", text)])
