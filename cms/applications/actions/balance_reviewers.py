"""Give the applications to a call that want reviewers to those who have least to do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.application_rights import MANAGE, REVIEW
from cms.access.change import Change
from cms.accounts.notify import roles_with
from cms.applications.assignments import ASSIGNABLE, assign, may_review, tell_reviewers
from cms.applications.balancing import Wanting, balanced
from cms.applications.case import Case, call_data
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, any_of, equal, given, not_
from storage.documents import ApplicationReview, HostApplication, Item
from storage.mongo import Session

MAX_APPLICATIONS = 200
"""In one transaction."""
MAX_EACH = 5


@dataclass
class CallChange(Change):
    """A change of the applications to one call."""

    item: Item = field(init=False)

    async def load(self, call: str, each: int = 2) -> None:
        """Raises NotFound, NotPermitted, Invalid."""
        if not 1 <= each <= MAX_EACH:
            text = f"Between 1 and {MAX_EACH} people review one application."
            raise Invalid([Problem("each", "OUT_OF_RANGE", text)])
        item = await self.repository.items.get(call[:64], self.session)
        if item is None or item.type != "CallForHosts" or not self.actor.may("read", item.site):
            raise NotFound(f"There is no call {call[:64]}.")
        if not self.actor.may(self.right, item.site):
            raise NotPermitted(f"You may not manage applications of the site {item.site}; ask an administrator.")
        self.item = item


@action(right=MANAGE, event="ReviewersAssigned", records="assign_reviewers")
async def balance_reviewers(
    change: CallChange, call: str, *, cutoff: str | None = None, each: int = 2
) -> list[HostApplication]:
    """Those that got reviewers. Up to `each` people for each application to the call (of one cut-off) that was not
    found inadmissible; who is assigned stays, and who declared a conflict of interest is passed over.

    Raises NotFound, NotPermitted, Invalid (`each`, nobody reviews the call).
    """
    change.is_recorded = True  # by assigning, for each of them
    await change.repository.serialize(f"reviewers {change.item.id}", change.session)
    wanting = _wanting(change.item, cutoff)
    found = await change.repository.applications.matching(wanting, change.session, MAX_APPLICATIONS)
    return await _assign_all(change.services, change.actor, change.item, found, each, change.session)


def _wanting(call: Item, cutoff: str | None) -> Condition:
    return all_of(
        equal({"call": call.id, "erased_at": None}),
        any_of("status", ASSIGNABLE),
        not_(equal({"admissibility.ok": False})),
        given({"cutoff": cutoff}),
    )


async def _assign_all(
    services: Services, actor: Actor, call: Item, found: Sequence[HostApplication], each: int, session: Session
) -> list[HostApplication]:
    reviews = await services.repository.application_reviews.of_call(call.id, session)
    accounts = await services.repository.accounts.with_role_on(call.site, roles_with(REVIEW), session)
    people = {one.id: one for one in accounts if may_review(one, call)}
    if not people:
        text = "Nobody reviews applications of this site yet; give people the role call reviewer first."
        raise Invalid([Problem("reviewers", "NOBODY", text)])
    load = Counter(one.reviewer for one in reviews if one.conflict is not True)
    added = balanced(_wants(found, reviews), {id: load[id] for id in people}, each)
    data, changed, new = await call_data(services, call, session), [], set[str]()
    for application in found:
        if more := added.get(application.id):
            case = Case(application, call, data)
            after, _new = await assign(services, actor, case, [*application.reviewers, *more], session)
            changed.append(after)
            new.update(more)
    await tell_reviewers(services, call, (people[id] for id in sorted(new)), session)
    return changed


def _wants(found: Sequence[HostApplication], reviews: Sequence[ApplicationReview]) -> list[Wanting]:
    barred: dict[str, set[str]] = {}
    for one in reviews:
        if one.conflict:
            barred.setdefault(one.application, set()).add(one.reviewer)
    return [Wanting(one.id, one.reviewers, frozenset(barred.get(one.id, ()))) for one in found]
