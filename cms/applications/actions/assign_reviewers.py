"""Say who reviews an application."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.application_rights import MANAGE
from cms.applications.assignments import MOST_REVIEWERS, assign, require_assignable, require_reviewers, tell_reviewers
from cms.applications.case import load_case
from cms.kernel.desk import Desk
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication
from storage.mongo import Session


async def assign_reviewers(desk: Desk, actor: Actor, id: str, reviewers: Sequence[str]) -> HostApplication:
    """With exactly these reviewers, ids of accounts; the new ones get a mail.

    Raises NotFound, NotPermitted, TransitionNotAllowed, Invalid (no reviewer, conflict of interest, review in already).
    """
    wanted = list(dict.fromkeys(reviewers))
    if len(wanted) > MOST_REVIEWERS:
        raise Invalid([Problem("reviewers", "TOO_MANY", f"At most {MOST_REVIEWERS} people review one application.")])

    async def write(session: Session) -> HostApplication:
        case = await load_case(desk, actor, id, MANAGE, session)
        require_assignable(case.application)
        people = await require_reviewers(desk, wanted, case.call, session)
        after, new = await assign(desk, actor, case, wanted, session)
        await tell_reviewers(desk, case.call, (one for one in people if one.id in new), session)
        return after

    return await desk.transact(write)
