"""Submit an application: from then on it is locked, and has a reference and a receipt."""

from datetime import datetime
from typing import Any

from cms.applications import states
from cms.applications.applicant import ApplicantActor
from cms.applications.calls import LiveCall, live_call
from cms.applications.conditions import asked_questions
from cms.applications.form_version import FormVersion, form_of
from cms.applications.limits import CHANGES, count
from cms.applications.mailing import mail_applicant
from cms.applications.missing import problems_at_submit
from cms.applications.own import own_application, require_draft
from cms.applications.receipt import fingerprint, to_milliseconds
from cms.applications.record import record_step
from cms.applications.reference import next_reference
from cms.applications.words import say
from cms.kernel.errors import Conflict, Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication, StatusChange, Submitted
from storage.mongo import Session

APPLICATION_SUBMITTED = "ApplicationSubmitted"


async def submit_application(
    services: Services, applicant: ApplicantActor, id: str, *, revision: int, key: str | None = None
) -> HostApplication:
    """The application with its reference and, as `snapshot`, what was submitted; a mail with the receipt is queued.
    `revision`: the one that the applicant saw; `key`: the same for every try of one submission.

    The moment that counts is when the server began with it, however long it waits for others: who came in time at a
    cut-off at which everybody submits at once is in time. Asked again, by a double click or a second window, it answers
    with the same receipt.

    Raises NotFound, Invalid with all that is missing or CUTOFF_PASSED (the draft is kept), Conflict when another window
    changed it since, TransitionNotAllowed, TooManyRequests.
    """
    await count(services, f"changes {applicant.id}", CHANGES, applicant.locale)
    now = to_milliseconds(services.clock())

    async def write(session: Session) -> HostApplication:
        application = await own_application(services, applicant, id, session)
        if application.status == states.SUBMITTED:
            return application
        require_draft(application)
        if application.revision != revision:
            raise Conflict(say("CHANGED_MEANWHILE", applicant.locale), (), application.revision)
        call = await live_call(services, application.call, session)
        form = await form_of(services, application, session)
        _check(form, application, call, now, applicant.locale)
        return await _submit(services, session, form, application, call, now, key)

    async with services.submissions:
        return await services.transact(write)


def _check(form: FormVersion, application: HostApplication, call: LiveCall | None, now: datetime, locale: str) -> None:
    if call is None:
        raise Invalid([Problem("", "CALL_CLOSED", say("CALL_CLOSED", locale))])
    problems = problems_at_submit(
        form,
        application.answers,
        application.files,
        call["data"],
        now,
        locale,
        returned_until=application.return_deadline,
    )
    if problems:
        raise Invalid(problems)


async def _submit(
    services: Services,
    session: Session,
    form: FormVersion,
    application: HostApplication,
    call: LiveCall | None,
    now: datetime,
    key: str | None,
) -> HostApplication:
    series = call["data"].get("series", "") if call else ""
    asked = {one.key for one in asked_questions(form, application.answers)}
    answers = {name: one for name, one in application.answers.items() if name in asked}
    files = [one for one in application.files if one.question in asked]
    application.reference = application.reference or await next_reference(services, series, now.year, session)
    hash = fingerprint(application.reference, now, form.version, answers, files)
    snapshot = Submitted(at=now, form_version=form.version, answers=answers, files=files, hash=hash)
    step = StatusChange(at=now, status=states.SUBMITTED, by="applicant")
    changes: dict[str, Any] = {
        "reference": application.reference,
        "status": states.SUBMITTED,
        "submitted_at": now,
        "modified_at": now,
        "submission_key": key,
        "snapshot": snapshot.model_dump(),
        "return_deadline": None,
        "history": [*(one.model_dump() for one in application.history), step.model_dump()],
    }
    stored = await services.repository.applications.change(application, changes, session)
    await record_step(
        services, session, "submit_application", APPLICATION_SUBMITTED, stored, stored.applicant, hash=hash
    )
    values = {"moment": now.isoformat(), "time_zone": call["data"]["time_zone"] if call else "UTC", "hash": hash}
    await mail_applicant(services, session, stored, call, "application_received", values, receipt=True)
    return stored
