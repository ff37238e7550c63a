"""Accept an application from the shortlist: one draft edition comes of it, and the applicant may work on that draft."""

from cms.access.actor import Actor
from cms.access.application_rights import DECIDE
from cms.accounts.invitations import password_link
from cms.applications import states
from cms.applications.actions.let_applicant_in import let_applicant_in, needs_password
from cms.applications.case import Case, load_case
from cms.applications.decision_mail import chosen_values
from cms.applications.edition_of_application import draft_edition
from cms.applications.review_steps import clean_message, load_for_step, move, tell_applicant
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from cms.mail.links import absolute_link, item_link
from storage.documents import Account, HostApplication, Item
from storage.mongo import Session


async def accept_application(
    services: Services, actor: Actor, id: str, message: str = "", *, dates: int = 0
) -> HostApplication:
    """The accepted application with the id of its `edition`: a private draft with the facts of the event, on which the
    applicant is contributor. `dates`: which of the preferred ones was chosen, they stay tentative. The applicant gets a
    mail with the message. Whoever accepts again gets the same, and nothing is changed.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    text = clean_message(message, is_required=False)

    async def write(session: Session) -> HostApplication:
        case = await load_case(services, actor, id, DECIDE, session)
        if case.application.status == states.ACCEPTED:
            return case.application
        case = await load_for_step(services, actor, id, "accept", session)
        _require_dates(case.answers.get("preferred_dates") or [], dates)
        edition = await draft_edition(services, actor, case, dates, session)
        account = await let_applicant_in(services, actor, case, edition, session)
        changes = {"decided_at": services.clock(), "edition": edition.id}
        after = await move(
            services,
            actor,
            case,
            "accept",
            "ApplicationAccepted",
            session,
            message=text,
            changes=changes,
            edition=edition.id,
        )
        await _tell(services, case, edition, account, text, session)
        return after

    return await services.transact(write)


async def _tell(
    services: Services, case: Case, edition: Item, account: Account, message: str, session: Session
) -> None:
    """One mail with all of it: the decision, the draft, and how to get in."""
    draft, is_new = absolute_link(services.base_url, item_link(edition)), needs_password(account)
    values, secrets = chosen_values(case, draft=draft, sets_password=is_new), {}
    if is_new:
        secrets = {"link": await password_link(services, session, account)}
    else:
        values["link"] = draft
    await tell_applicant(services, case, "host_chosen", message, session, secrets=secrets, **values)


def _require_dates(preferred: list[object], dates: int) -> None:
    """Raises Invalid."""
    if not 0 <= dates < max(1, len(preferred)):
        text = f"Choose one of the {len(preferred)} dates that the applicant prefers."
        raise Invalid([Problem("dates", "OUT_OF_RANGE", text)])
