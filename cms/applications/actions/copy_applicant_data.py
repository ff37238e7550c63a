"""Gather all that is held about an applicant, for that person to keep."""

from cms.applications.applicant import ApplicantActor
from cms.applications.calls import live_call
from cms.applications.form_version import form_of
from cms.applications.own_copy import CopiedApplication, OwnCopy, paths_of
from cms.kernel.desk import Desk
from storage.documents import AuditEntry, HostApplication

MOST = 1_000


async def copy_applicant_data(desk: Desk, applicant: ApplicantActor, locale: str) -> OwnCopy:
    """In words of the language `locale`. That it was made is kept. Raises Unavailable."""
    found = await desk.repository.applications.of_applicant(applicant.id, MOST)
    known = await desk.repository.applicants.get(applicant.id)
    kept = [one for one in found if one.erased_at is None]
    folders = [one.reference or f"draft-{number}" for number, one in enumerate(kept, 1)]
    copied = [await _copied(desk, one, folder, locale) for one, folder in zip(kept, folders, strict=True)]
    entry = AuditEntry(at=desk.clock(), by=applicant.id, action="export_applicant_data")
    await desk.transact(lambda session: desk.repository.history.audit(entry, session))
    return OwnCopy(applicant.email, known.created_at if known else None, desk.clock(), locale, copied)


async def _copied(desk: Desk, one: HostApplication, folder: str, locale: str) -> CopiedApplication:
    form, call = await form_of(desk, one), await live_call(desk, one.call)
    return CopiedApplication(one, form, call["data"] if call else {}, locale, folder, paths_of(one, folder))
