"""Accept an application from the shortlist: one draft edition comes of it, and the applicant may work on that draft."""

from dataclasses import dataclass
from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import DECIDE
from cms.access.parameters import Id
from cms.accounts.invitations import password_link
from cms.applications import states
from cms.applications.actions.let_applicant_in import let_applicant_in, needs_password
from cms.applications.application_change import ApplicationChange
from cms.applications.case import Case
from cms.applications.decision_mail import chosen_values
from cms.applications.edition_of_application import draft_edition
from cms.applications.step_change import ToldStep
from cms.kernel.errors import Invalid, Problem
from cms.mail.links import absolute_link, item_link
from storage.documents import Account, HostApplication, Item


@dataclass
class Acceptance(ToldStep):
    """Of one that is accepted already nothing is changed."""

    async def find(self, id: str) -> Case:
        """Raises NotFound, NotPermitted, TransitionNotAllowed."""
        case = await ApplicationChange.find(self, id)
        self.is_recorded = case.application.status == states.ACCEPTED
        if not self.is_recorded:
            states.require(self.step, case.application)
        return case


@action(
    right=DECIDE,
    event="ApplicationAccepted",
    offered="Accept an application from the shortlist: a draft edition is made, and the applicant gets a mail.",
)
async def accept_application(
    change: Acceptance,
    id: Id,
    message: Annotated[str, "For the mail, which is in the language of the application."] = "",
    *,
    dates: Annotated[int, "Which of `preferredDates`, counted from 0."] = 0,
) -> HostApplication:
    """The accepted application with the id of its `edition`: a private draft with the facts of the event, on which the
    applicant is contributor. `dates`: which of the preferred ones was chosen, they stay tentative. The applicant gets a
    mail with the message. Whoever accepts again gets the same, and nothing is changed.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    services, actor, case, session = change.services, change.actor, change.case, change.session
    if change.is_recorded:
        return change.application
    _require_dates(case.answers.get("preferred_dates") or [], dates)
    edition = await draft_edition(services, actor, case, dates, session)
    account = await let_applicant_in(services, actor, case, edition, session)
    after = await change.move(decided_at=change.now, edition=edition.id)
    change.tell(edition=edition.id)
    await _tell(change, edition, account)
    return after


async def _tell(change: Acceptance, edition: Item, account: Account) -> None:
    """One mail with all of it: the decision, the draft, and how to get in."""
    services = change.services
    draft, is_new = absolute_link(services.base_url, item_link(edition)), needs_password(account)
    values, secrets = chosen_values(change.case, draft=draft, sets_password=is_new), {}
    if is_new:
        secrets = {"link": await password_link(services, change.session, account)}
    else:
        values["link"] = draft
    await change.tell_applicant("host_chosen", secrets, **values)


def _require_dates(preferred: list[object], dates: int) -> None:
    """Raises Invalid."""
    if not 0 <= dates < max(1, len(preferred)):
        text = f"Choose one of the {len(preferred)} dates that the applicant prefers."
        raise Invalid([Problem("dates", "OUT_OF_RANGE", text)])
