"""An application to a call for hosts, from the first answer to the decision."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class ApplicationFile(BaseModel):
    """A file that answers the question `question`; its bytes lie under `key` in the store, which no address shows."""

    id: str
    question: str
    filename: str
    mime: str
    bytes: int
    sha256: str
    at: datetime
    key: str


class StatusChange(BaseModel):
    """One step of an application. `by`: the id of an account, or "applicant", or "system"; `message`: what the
    applicant is told, {locale: text}."""

    at: datetime
    status: str
    by: str
    message: dict[str, str] = {}


class Submitted(BaseModel):
    """What was submitted, as it was: never changed while the application is kept. `hash`: SHA-256 of reference, time,
    answers and files (`cms.applications.receipt`)."""

    at: datetime
    form_version: int
    answers: dict[str, Any]
    files: list[ApplicationFile]
    hash: str


class HostApplication(Stored):
    """`site`: the one on which it was made; `call_site`: the one that owns the call, by which people have rights on it.
    `page`: where on that site the applicant goes on, None for our own form. `answers`: {question key: value};
    `answered_at`: {question key: the revision that changed it last}; `revision` grows with each change. `answered_in`:
    {question key: "<window>:<turn>"} of answers that an open page of the form sent.
    `reference` is given at the first submission.

    `consents`: {question key: {"version", "at", "notice"}} of those that were given, by the form, and
    {"page", "locale", "version"} of the privacy notice that was live, where there was one.
    `returns`: how often it was sent back to be completed, with `return_deadline` the last time. `submission_key`: of
    the request that submitted it last.
    `admissibility`: {"by", "at", "ok", "note"}. `edition`: the id of the draft edition made of it.
    `reminded`: which reminders were sent, such as "<cut-off>/7". `erased_at`: since when nothing personal is in it.
    """

    reference: str | None = None
    call: str
    site: str
    call_site: str
    page: str | None = None
    form: str
    form_version: int
    applicant: str
    email: str
    locale: str
    revision: int = 1
    status: str = "draft"
    answers: dict[str, Any] = {}
    answered_at: dict[str, int] = {}
    answered_in: dict[str, str] = {}
    files: list[ApplicationFile] = []
    consents: dict[str, dict[str, Any]] = {}
    cutoff: str | None = None
    created_at: datetime
    modified_at: datetime
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    submission_key: str | None = None
    snapshot: Submitted | None = None
    history: list[StatusChange] = []
    returns: int = 0
    return_deadline: datetime | None = None
    reviewers: list[str] = []
    admissibility: dict[str, Any] | None = None
    edition: str | None = None
    reminded: list[str] = []
    erased_at: datetime | None = None

    class Settings:
        name = "applications"
        indexes = [
            IndexModel(
                [("reference", ASCENDING)],
                name="reference",
                unique=True,
                partialFilterExpression={"reference": {"$type": "string"}},
            ),
            IndexModel([("applicant", ASCENDING), ("created_at", DESCENDING)], name="applicant_newest"),
            newest_by("call", "modified_at"),
            newest_by("call_site", "modified_at"),
            IndexModel([("reviewers", ASCENDING), ("call", ASCENDING)], name="reviewers_call"),
            IndexModel([("call", ASCENDING), ("cutoff", ASCENDING), ("status", ASCENDING)], name="call_cutoff_status"),
            IndexModel([("status", ASCENDING), ("decided_at", ASCENDING)], name="status_decided"),
        ]
