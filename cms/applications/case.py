"""An application with its call, as the people see it who decide on it: managers, decision makers, its reviewers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import Actor
from cms.access.application_rights import DECIDE, MANAGE, REVIEW
from cms.applications import states
from cms.applications.calls import LiveCall
from cms.applications.scoring import Criterion, criteria_of
from cms.kernel.errors import NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import ApplicationReview, HostApplication, Item
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Case:
    """`call`: the item, whose site says who has a say; `data`: what is live of it, else its draft."""

    application: HostApplication
    call: Item
    data: Mapping[str, Any]

    @property
    def criteria(self) -> list[Criterion]:
        return criteria_of(self.data)

    @property
    def shown_call(self) -> LiveCall:
        """As much of its document as mails to the applicant need."""
        return {"data": self.data, "slugs": self.call.slugs}

    @property
    def answers(self) -> Mapping[str, Any]:
        """As they were submitted, whatever the applicant changes meanwhile."""
        return self.application.snapshot.answers if self.application.snapshot else {}


def sees_all(actor: Actor, call: Item) -> bool:
    """Every application to the call."""
    return actor.may(MANAGE, call.site) or actor.may(DECIDE, call.site)


def reviews(actor: Actor, application: HostApplication, call: Item) -> bool:
    return actor.id in application.reviewers and actor.may(REVIEW, call.site)


def sees(actor: Actor, application: HostApplication, call: Item) -> bool:
    """Nobody sees what was never submitted, nor what was withdrawn before the review but those who see all."""
    return application.submitted_at is not None and (sees_all(actor, call) or reviews(actor, application, call))


def steps_for(actor: Actor, case: Case, own: ApplicationReview | None) -> list[str]:
    """What this person may do next with an application: names of transitions, and check, assign, declare, score."""
    application, site = case.application, case.call.site
    found = [
        one.name
        for one in states.TRANSITIONS
        if one.from_status == application.status
        and states.may(one.name, application)
        and actor.may(one.who, site)
        and (one.name != "reject" or application.status != states.SUBMITTED or is_inadmissible(application))
    ]
    is_open = application.erased_at is None and application.status in (states.SUBMITTED, states.UNDER_REVIEW)
    if is_open and actor.may(MANAGE, site):
        found += ["assign", *(["check"] if application.status == states.SUBMITTED else [])]
    if is_open and own is not None and reviews(actor, application, case.call):
        found += ["declare", *(["score"] if _may_score(application, own) else [])]
    return found


def is_inadmissible(application: HostApplication) -> bool:
    return (application.admissibility or {"ok": True})["ok"] is False


def _may_score(application: HostApplication, own: ApplicationReview) -> bool:
    return application.status == states.UNDER_REVIEW and own.conflict is False


def sees_answers(actor: Actor, case: Case, own: ApplicationReview | None) -> bool:
    """A reviewer reads on once he has said that there is no conflict of interest."""
    if sees_all(actor, case.call) and not reviews(actor, case.application, case.call):
        return True
    return own is not None and own.conflict is False


def sees_scores(actor: Actor, case: Case, own: ApplicationReview | None) -> bool:
    """Those of others: after the own ones, also for a manager who reviews."""
    if reviews(actor, case.application, case.call):
        return own is not None and own.submitted_at is not None
    return sees_all(actor, case.call)


async def load_case(
    services: Services, actor: Actor, id: str, right: str | None = None, session: Session | None = None
) -> Case:
    """Raises NotFound for what this person does not see, NotPermitted without `right` on the site of the call."""
    application = await services.repository.applications.get(id[:64], session)
    call = await services.repository.items.get(application.call, session) if application else None
    if application is None or call is None or not sees(actor, application, call):
        raise NotFound(f"There is no application {id[:64]}.")
    if right is not None and not actor.may(right, call.site):
        raise NotPermitted(f"You may not {right.replace('_', ' ')} of the site {call.site}; ask an administrator.")
    return Case(application, call, await call_data(services, call, session))


async def call_data(services: Services, call: Item, session: Session | None = None) -> Mapping[str, Any]:
    """What is live of a call; its draft where nothing is any more."""
    if session is not None:
        live = await services.repository.published.get(call.id, session)
    else:
        live = next(iter(await services.repository.published.as_written([call.id])), None)
    return live["data"] if live else call.data


def counting(found: Sequence[ApplicationReview]) -> list[ApplicationReview]:
    """The reviews that count: submitted, by people without a conflict of interest."""
    return [one for one in found if one.submitted_at is not None and one.conflict is False]
