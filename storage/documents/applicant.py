"""People who apply to a call: no accounts of the CMS, and known by their e-mail address alone."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Applicant(Stored):
    """`email` is casefolded; `verified_at`: when a link that was sent to it was opened first; `erased_at`: when all
    about this person was erased, from when on `email` is none."""

    email: str
    name: str = ""
    locale: str
    created_at: datetime
    verified_at: datetime
    erased_at: datetime | None = None

    class Settings:
        name = "applicants"
        indexes = [IndexModel([("email", ASCENDING)], name="email", unique=True)]


class ApplicantSession(Stored):
    """`_id` is the hash of the bearer token that the applicant's browser or program holds."""

    applicant: str
    created_at: datetime
    expires: datetime

    class Settings:
        name = "applicant_sessions"
        indexes = [
            IndexModel([("applicant", ASCENDING)], name="applicant"),
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
        ]
