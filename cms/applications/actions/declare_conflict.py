"""A reviewer says whether he has a conflict of interest with an application."""

from cms.access.actor import Actor
from cms.access.application_rights import REVIEW
from cms.applications import states
from cms.applications.case import load_case
from cms.applications.record import record_step
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import ApplicationReview, HostApplication
from storage.mongo import Session

LONGEST_NOTE = 1000


async def declare_conflict(
    services: Services, actor: Actor, id: str, conflict: bool, note: str = ""
) -> HostApplication:
    """With a conflict the reviewer is recused for good: no scores count, and he sees the application no more. `note`:
    which conflict, for the managers.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed (decided, or reviewed already).
    """
    text = note.strip()
    if len(text) > LONGEST_NOTE:
        raise Invalid([Problem("note", "TOO_LONG", f"Write at most {LONGEST_NOTE} characters.")])

    async def write(session: Session) -> HostApplication:
        application, own = await own_review(services, actor, id, session)
        if own.submitted_at is not None and not conflict:
            return application
        declared = {"conflict": conflict, "conflict_note": text, "modified_at": services.clock()}
        if conflict:
            declared |= {"scores": {}, "comment": "", "private_note": "", "submitted_at": None}
        await services.repository.application_reviews.change(own, declared, session)
        left = [one for one in application.reviewers if one != actor.id] if conflict else application.reviewers
        after = await services.repository.applications.change(application, {"reviewers": left}, session)
        event = "ReviewerRecused" if conflict else None
        await record_step(services, session, "declare_conflict", event, after, actor.id, conflict=conflict)
        return after

    return await services.transact(write)


async def own_review(
    services: Services, actor: Actor, id: str, session: Session
) -> tuple[HostApplication, ApplicationReview]:
    """Of somebody who is assigned, while it is open. Raises NotFound, NotPermitted, TransitionNotAllowed."""
    case = await load_case(services, actor, id, REVIEW, session)
    own = await services.repository.application_reviews.of(case.application.id, actor.id, session)
    if own is None or own.conflict or actor.id not in case.application.reviewers:
        raise NotFound(f"You are not assigned to the application {id[:64]}.")
    if case.application.status not in (states.SUBMITTED, states.UNDER_REVIEW):
        raise TransitionNotAllowed("This application is decided on; reviews are closed.")
    return case.application, own
