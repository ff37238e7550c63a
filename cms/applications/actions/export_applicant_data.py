"""A copy of all that is held about an applicant, for that person."""

from typing import Any

from cms.access.record import Subject, record
from cms.applications.applicant import ApplicantActor
from cms.applications.file_address import file_address, receipt_address
from cms.kernel.services import Services
from storage.documents import ApplicationFile, HostApplication

MOST = 1_000


async def export_applicant_data(services: Services, applicant: ApplicantActor) -> dict[str, Any]:
    """{email, locale, since, applications: [{…, answers, files with addresses that are good for half an hour, history,
    submitted}]}, ready for JSON. What reviewers say is not among it: it is theirs. Raises Unavailable."""
    found = await services.repository.applications.of_applicant(applicant.id, MOST)
    known = await services.repository.applicants.get(applicant.id)
    await services.transact(
        lambda session: record(services, applicant.id, "export_applicant_data", Subject(), session, {})
    )
    return {
        "email": applicant.email,
        "locale": applicant.locale,
        "since": known.created_at.isoformat() if known else None,
        "applications": [_application(services, applicant, one) for one in found if one.erased_at is None],
    }


def _application(services: Services, applicant: ApplicantActor, one: HostApplication) -> dict[str, Any]:
    submitted = one.snapshot and {
        "at": one.snapshot.at.isoformat(),
        "answers": one.snapshot.answers,
        "files": [_file(services, applicant, one, file) for file in one.snapshot.files],
        "hash": one.snapshot.hash,
        "receipt": receipt_address(services, applicant, one),
    }
    return {
        "id": one.id,
        "reference": one.reference,
        "status": one.status,
        "answers": one.answers,
        "consents": {key: {**given, "at": given["at"].isoformat()} for key, given in one.consents.items()},
        "files": [_file(services, applicant, one, file) for file in one.files],
        "history": [
            {"at": step.at.isoformat(), "status": step.status, "message": step.message} for step in one.history
        ],
        "submitted": submitted,
    }


def _file(services: Services, applicant: ApplicantActor, one: HostApplication, file: ApplicationFile) -> dict[str, Any]:
    told = {"question": file.question, "filename": file.filename, "bytes": file.bytes, "sha256": file.sha256}
    return {**told, "url": file_address(services, applicant, one, file)}
