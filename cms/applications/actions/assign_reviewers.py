"""Say who reviews an application."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications.application_change import ApplicationChange
from cms.applications.assignments import MAX_REVIEWERS, assign, require_assignable, require_reviewers, tell_reviewers
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication


@dataclass
class ReviewersChange(ApplicationChange):
    wanted: list[str] = field(init=False)

    async def load(self, id: str, reviewers: Sequence[str] = ()) -> None:
        """Raises NotFound, NotPermitted, Invalid."""
        self.wanted = list(dict.fromkeys(reviewers))
        if len(self.wanted) > MAX_REVIEWERS:
            text = f"At most {MAX_REVIEWERS} people review one application."
            raise Invalid([Problem("reviewers", "TOO_MANY", text)])
        await super().load(id)


@action(right=MANAGE, event="ReviewersAssigned", offered="Say who reviews an application; the new ones get a mail.")
async def assign_reviewers(
    change: ReviewersChange, id: Id, reviewers: Annotated[Sequence[Id], "All of them, of `callReviewers`."]
) -> HostApplication:
    """With exactly these reviewers, ids of accounts; the new ones get a mail.

    Raises NotFound, NotPermitted, TransitionNotAllowed, Invalid (no reviewer, conflict of interest, review in already).
    """
    require_assignable(change.application)
    services, call, session = change.services, change.case.call, change.session
    people = await require_reviewers(services, change.wanted, call, session)
    after, new = await assign(services, change.actor, change.case, change.wanted, session)
    change.is_recorded = True  # by assigning
    await tell_reviewers(services, call, (one for one in people if one.id in new), session)
    return after
