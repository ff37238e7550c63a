"""Begin an application to an open call."""

from cms.applications.applicant import ApplicantActor
from cms.applications.calls import call_by_slug, state_of
from cms.applications.form_version import FormVersion, form_of_call
from cms.applications.limits import CHANGES, count
from cms.applications.links import link_address
from cms.applications.record import record_step
from cms.applications.words import say
from cms.content.rules.application_status import DRAFT
from cms.content.rules.call_state import CallState
from cms.content.rules.wall_time import wall_time_label
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.conditions import equal
from storage.documents import HostApplication, StatusChange
from storage.mongo import Session

MAX_DRAFTS = 10
"""Of one applicant for one call."""


async def start_application(
    services: Services, applicant: ApplicantActor, *, site: str, call: str, locale: str, page: str | None = None
) -> HostApplication:
    """A draft that says the applicant's address alone, pinned to the version of the form that the call is pinned to.
    `call`: its slug on the site; `page`: where on the site links in mails lead, our own form without it.

    Raises NotFound, Invalid (FOREIGN_PAGE, CALL_NOT_OPEN, CALL_CLOSED, TOO_MANY_DRAFTS), TooManyRequests, Unavailable.
    """
    await count(services, f"changes {applicant.id}", CHANGES, locale)
    found = await call_by_slug(services, site, locale, call)
    form = await form_of_call(services, found)
    await link_address(services, site, locale, call, page)
    now = services.clock()
    if (state := state_of(found, now)) is not CallState.OPEN:
        raise _not_open(state, found["data"], locale)
    draft = HostApplication(
        call=found["_id"],
        site=site,
        call_site=found["site"],
        page=page,
        form=form.form,
        form_version=form.version,
        applicant=applicant.id,
        email=applicant.email,
        locale=locale,
        answers=_known(form, applicant),
        created_at=now,
        modified_at=now,
        history=[StatusChange(at=now, status=DRAFT, by="applicant")],
    )

    async def write(session: Session) -> HostApplication:
        await services.repository.serialize(f"applications of {applicant.id}", session)
        drafts = equal({"applicant": applicant.id, "call": draft.call, "status": DRAFT})
        if await services.repository.applications.count(drafts, session) >= MAX_DRAFTS:
            message = say("TOO_MANY_DRAFTS", locale, max=MAX_DRAFTS)
            raise Invalid([Problem("", "TOO_MANY_DRAFTS", message)])
        await services.repository.applications.insert(draft, session)
        await record_step(services, session, "start_application", None, draft, applicant.id)
        return draft

    return await services.transact(write)


def _known(form: FormVersion, applicant: ApplicantActor) -> dict[str, str]:
    """The first address that the form asks for is the verified one, until the applicant gives another."""
    question = next(form.where(lambda kind: kind.is_own_address), None)
    return {question.key: applicant.email} if question else {}


def _not_open(state: CallState, call: dict, locale: str) -> Invalid:
    if state is CallState.CLOSED:
        return Invalid([Problem("", "CALL_CLOSED", say("CALL_CLOSED", locale))])
    opens = wall_time_label(call["opens"], call["time_zone"], locale)
    return Invalid([Problem("", "CALL_NOT_OPEN", say("CALL_NOT_OPEN", locale, opens=opens))])
