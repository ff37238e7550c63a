"""Applications to the open call in various states, so that reviewing can be tried out.

They are placed as they would stand by now, without the mails and events of the steps that would have led there.
"""

import hashlib
from datetime import timedelta
from typing import Any

from cms.applications.applicant import ApplicantActor
from cms.applications.calls import LiveCall, live_call
from cms.applications.form_version import FormVersion, form_of_call
from cms.applications.receipt import fingerprint
from cms.applications.reference import next_reference
from cms.content.rules.application_status import REJECTED, SUBMITTED
from cms.demo.data import read
from cms.demo.loading.loading import Loading
from cms.demo.loading.open_call import OPEN_CALL
from cms.demo.loading.workshop import Workshop
from cms.files.upload_bytes import application_key
from cms.kernel.services import Services
from storage.documents import (
    Applicant,
    ApplicationFile,
    ApplicationReview,
    HostApplication,
    StatusChange,
    Submitted,
)
from storage.mongo import Session

REVIEWERS = ("reviewer-1@example.org", "reviewer-2@example.org")
MANAGER = "calls@example.org"
AUTHORITY = "regional_authority"
LETTER = "support_letter"
PATH: dict[str, tuple[str, ...]] = {
    "submitted": (),
    "under_review": ("under_review",),
    "shortlisted": ("under_review", "shortlisted"),
    "rejected": ("under_review", "rejected"),
}
"""{state: the states after submission that lead there}"""

Text = dict[str, Any]


async def load_applications(loading: Loading, workshop: Workshop) -> None:
    """After the accounts are there. What is there stays as it is."""
    services = loading.placer.services
    call = await live_call(services, loading.placer.id_of(OPEN_CALL))
    people = {email: await services.repository.accounts.by_email(email) for email in (*REVIEWERS, MANAGER)}
    if call is None or None in people.values():
        return  # somebody has taken away what these lean on
    ids = {email: account.id for email, account in people.items() if account}
    form = await form_of_call(services, call)

    async def place(text: Text) -> None:
        if await services.repository.applications.get(_id(text["key"])) is None:
            files = [] if text["answers"]["type"] == AUTHORITY else [await _letter(services, workshop, text)]
            await services.transact(lambda session: _place(services, session, text, call, form, files, ids))

    await loading.each("Applications", read("texts/applications.json"), place)


async def _place(
    services: Services,
    session: Session,
    text: Text,
    call: LiveCall,
    form: FormVersion,
    files: list[ApplicationFile],
    people: dict[str, str],
) -> None:
    applicant = await _applicant(services, session, text)
    application = _application(services, text, call, form, files, applicant)
    application.history = _history(services, text, people[MANAGER])
    if text["state"] != SUBMITTED:
        note = {"by": people[MANAGER], "at": application.history[1].at, "ok": True, "note": ""}
        application.admissibility = note
        application.reviewers = [people[email] for email in REVIEWERS]
    for reviewer, given in zip(application.reviewers, text["reviews"], strict=False):
        review = _review(services, application, call, reviewer, given)
        await services.repository.application_reviews.insert(review, session)
    year = (application.submitted_at or services.clock()).year
    reference = await next_reference(services, call["data"].get("series", ""), year, session)
    application.reference, application.snapshot = reference, _snapshot(application, reference)
    await services.repository.applications.insert(application, session)


def _application(
    services: Services,
    text: Text,
    call: LiveCall,
    form: FormVersion,
    files: list[ApplicationFile],
    applicant: ApplicantActor,
) -> HostApplication:
    submitted = services.clock() - timedelta(days=5)
    cutoff = call["data"]["cutoffs"][0]["id"]
    start = (services.clock() + timedelta(days=200)).date()
    dates = [{"start": start.isoformat(), "end": (start + timedelta(days=1)).isoformat()}]
    return HostApplication(
        id=_id(text["key"]),
        call=call["_id"],
        site="eccp",
        call_site=call["site"],
        form=form.form,
        form_version=form.version,
        applicant=applicant.id,
        email=applicant.email,
        locale=text["locale"],
        status=text["state"],
        answers={**text["answers"], "cutoff": cutoff, "preferred_dates": dates},
        files=files,
        cutoff=cutoff,
        created_at=submitted - timedelta(days=9),
        modified_at=submitted,
        submitted_at=submitted,
        decided_at=services.clock() if text["state"] == REJECTED else None,
    )


def _snapshot(application: HostApplication, reference: str) -> Submitted:
    at = application.submitted_at or application.modified_at
    hash = fingerprint(reference, at, application.form_version, application.answers, application.files)
    return Submitted(
        at=at,
        form_version=application.form_version,
        answers=application.answers,
        files=application.files,
        hash=hash,
    )


def _history(services: Services, text: Text, manager: str) -> list[StatusChange]:
    submitted = services.clock() - timedelta(days=5)
    history = [StatusChange(at=submitted, status=SUBMITTED, by="applicant")]
    for days, status in enumerate(PATH[text["state"]], 1):
        told = {text["locale"]: text["message"]} if status == REJECTED else {}
        history.append(StatusChange(at=submitted + timedelta(days=days), status=status, by=manager, message=told))
    return history


def _review(
    services: Services, application: HostApplication, call: LiveCall, reviewer: str, given: Text | None
) -> ApplicationReview:
    """One that is still to be written where nothing is `given`."""
    at = application.history[1].at
    review = ApplicationReview(application=application.id, call=call["_id"], reviewer=reviewer, modified_at=at)
    if given is not None:
        keys = [criterion["key"] for criterion in call["data"]["criteria"]]
        review.conflict, review.submitted_at = False, at
        review.scores, review.comment = dict(zip(keys, given["scores"], strict=True)), given["comment"]
    return review


async def _applicant(services: Services, session: Session, text: Text) -> ApplicantActor:
    there = await services.repository.applicants.by_email(text["email"], session)
    if there is None:
        now, name = services.clock(), text["answers"]["contact_name"]
        there = Applicant(email=text["email"], name=name, locale=text["locale"], created_at=now, verified_at=now)
        await services.repository.applicants.insert(there, session)
    return ApplicantActor(there.id, there.email, there.locale)


async def _letter(services: Services, workshop: Workshop, text: Text) -> ApplicationFile:
    answers = text["answers"]
    lines = [f"We support {answers['organisation']} as a host."]
    page = {"heading": "Letter of support", "lines": lines, "bullets": False}
    job = {
        "make": "pdf",
        "layout": "paper",
        "title": "Letter of support",
        "author": answers["regional_authority"],
        "language": "en",
        "date": "2026-01-15",
        "colour": "#1d4ed8",
        "footer": "Made up for the demo",
        "cover": [answers["regional_authority"]],
        "pages": [page],
    }
    content = await workshop.make(job)
    sha256, id = hashlib.sha256(content).hexdigest(), _id(f"{text['key']} letter")
    key = application_key(_id(text["key"]), sha256)
    await services.store.put(key, content, "application/pdf")
    return ApplicationFile(
        id=id,
        question=LETTER,
        filename="letter-of-support.pdf",
        mime="application/pdf",
        bytes=len(content),
        sha256=sha256,
        at=services.clock(),
        key=key,
    )


def _id(key: str) -> str:
    """The same at every load."""
    return hashlib.sha256(f"demo application {key}".encode()).hexdigest()[:24]
