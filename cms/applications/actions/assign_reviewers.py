"""Say who reviews an application."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.application_rights import MANAGE
from cms.applications.assignments import MAX_REVIEWERS, assign, require_assignable, require_reviewers, tell_reviewers
from cms.applications.case import load_case
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def assign_reviewers(services: Services, actor: Actor, id: str, reviewers: Sequence[str]) -> HostApplication:
    """With exactly these reviewers, ids of accounts; the new ones get a mail.

    Raises NotFound, NotPermitted, TransitionNotAllowed, Invalid (no reviewer, conflict of interest, review in already).
    """
    wanted = list(dict.fromkeys(reviewers))
    if len(wanted) > MAX_REVIEWERS:
        raise Invalid([Problem("reviewers", "TOO_MANY", f"At most {MAX_REVIEWERS} people review one application.")])

    async def write(session: Session) -> HostApplication:
        case = await load_case(services, actor, id, MANAGE, session)
        require_assignable(case.application)
        people = await require_reviewers(services, wanted, case.call, session)
        after, new = await assign(services, actor, case, wanted, session)
        await tell_reviewers(services, case.call, (one for one in people if one.id in new), session)
        return after

    return await services.transact(write)
