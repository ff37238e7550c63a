"""Gather all that is held about an applicant, for that person to keep."""

from cms.access.record import Subject, record
from cms.applications.applicant import ApplicantActor
from cms.applications.calls import live_call
from cms.applications.form_version import form_of
from cms.applications.own_copy import CopiedApplication, OwnCopy, paths_of
from cms.kernel.services import Services
from storage.documents import HostApplication

MOST = 1_000


async def copy_applicant_data(services: Services, applicant: ApplicantActor, locale: str) -> OwnCopy:
    """In words of the language `locale`. That it was made is kept. Raises Unavailable."""
    found = await services.repository.applications.of_applicant(applicant.id, MOST)
    known = await services.repository.applicants.get(applicant.id)
    kept = [one for one in found if one.erased_at is None]
    folders = [one.reference or f"draft-{number}" for number, one in enumerate(kept, 1)]
    copied = [await _copied(services, one, folder, locale) for one, folder in zip(kept, folders, strict=True)]
    await services.transact(
        lambda session: record(services, applicant.id, "export_applicant_data", Subject(), session, {})
    )
    return OwnCopy(applicant.email, known.created_at if known else None, services.clock(), locale, copied)


async def _copied(services: Services, one: HostApplication, folder: str, locale: str) -> CopiedApplication:
    form, call = await form_of(services, one), await live_call(services, one.call)
    return CopiedApplication(one, form, call["data"] if call else {}, locale, folder, paths_of(one, folder))
