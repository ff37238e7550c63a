"""Addresses at which files of applications, and the copy of one's own data, can be fetched for a while, by whoever was
given one; they end with the session in which they were given out."""

import hmac
from datetime import timedelta
from urllib.parse import quote

from cms.applications.applicant import ApplicantActor
from cms.kernel.services import Services
from storage.documents import ApplicationFile, HostApplication

LASTS = timedelta(minutes=30)
RECEIPT = "receipt"
COPY = "copy"
"""In the place of an application's id."""
_PURPOSE = "application file"


def file_address(
    services: Services, applicant: ApplicantActor, application: HostApplication, file: ApplicationFile
) -> str:
    """A path of the CMS, good for half an hour."""
    return f"{_signed(services, applicant, application.id, file.id)}&name={quote(file.filename)}"


def receipt_address(services: Services, applicant: ApplicantActor, application: HostApplication) -> str | None:
    """The same, of the receipt; None for an application that was never submitted."""
    return _signed(services, applicant, application.id, RECEIPT) if application.snapshot else None


def copy_address(services: Services, applicant: ApplicantActor) -> str:
    """The same, of the ZIP of all that is held about the applicant, in the language of the session."""
    return _signed(services, applicant, COPY, applicant.locale)


def is_signed(services: Services, application: str, file: str, *, session: str, until: str, sign: str) -> bool:
    """Whether an address was given out by us and its time is not over."""
    right = hmac.compare_digest(_sign(services, application, file, session, until).encode(), sign.encode())
    return right and until.isdecimal() and services.clock().timestamp() < int(until)


def _signed(services: Services, applicant: ApplicantActor, application: str, file: str) -> str:
    until = str(int((services.clock() + LASTS).timestamp()))
    sign = _sign(services, application, file, applicant.session, until)
    return f"/applications/{application}/{file}?until={until}&session={applicant.session}&sign={sign}"


def _sign(services: Services, application: str, file: str, session: str, until: str) -> str:
    return services.vault.digest(_PURPOSE, f"{application}/{file}/{session}/{until}")[:40]
