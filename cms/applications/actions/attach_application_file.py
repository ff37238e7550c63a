"""Make an uploaded file part of an application, once it is known what it really is."""

from dataclasses import dataclass

from cms.applications.actions.create_application_upload import check_number
from cms.applications.applicant import ApplicantActor
from cms.applications.application_files import files_question, in_words
from cms.applications.form_version import form_of
from cms.applications.own import own_application, require_draft
from cms.applications.record import record_step
from cms.applications.turns import in_turn
from cms.applications.words import say
from cms.content.questions.question import Question
from cms.content.rules.file_types import BY_MIME
from cms.content.rules.filename import safe_filename
from cms.files.upload_bytes import application_key
from cms.files.upload_check import checked_facts
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.running_checks import Facts
from cms.kernel.services import Services
from storage.documents import ApplicationFile, HostApplication, Upload
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Attached:
    """`application` is None while the bytes are still being looked at: ask again."""

    application: HostApplication | None


async def attach_application_file(services: Services, applicant: ApplicantActor, upload: str) -> Attached:
    """The application with the file in it. Asked again, it answers the same. `upload`: the id of the ticket.

    Raises NotFound, TransitionNotAllowed once it is submitted, Unavailable, and Invalid at the question: the bytes have
    not arrived, are of another kind than their name says, encrypted, damaged, or one file too many.
    """
    ticket, application, question = await _asked_for(services, applicant, upload)
    if question is None:
        return Attached(application)
    try:
        facts = await checked_facts(services, ticket)
    except Invalid as refused:
        raise in_words(refused, question, applicant.locale) from refused
    return Attached(await _attach(services, applicant, ticket, question, facts) if facts else None)


@in_turn
async def _asked_for(
    services: Services, applicant: ApplicantActor, upload: str
) -> tuple[Upload, HostApplication, Question | None]:
    """The question that the file answers; None where it does already."""
    ticket = await _own_ticket(services, applicant, upload)
    application = await own_application(services, applicant, ticket.application or "")
    if _has(application, ticket):
        return ticket, application, None
    require_draft(application)
    return (
        ticket,
        application,
        files_question(await form_of(services, application), ticket.question or "", applicant.locale),
    )


@in_turn
async def _attach(
    services: Services, applicant: ApplicantActor, ticket: Upload, question: Question, facts: Facts
) -> HostApplication:
    async def write(session: Session) -> HostApplication:
        present = await own_application(services, applicant, ticket.application or "", session)
        if _has(present, ticket):
            return present
        require_draft(present)
        check_number(present, question, applicant.locale)
        files = [*present.files, _file(services, ticket, present, facts)]
        changes = {"files": [one.model_dump() for one in files], "modified_at": services.clock()}
        await services.repository.uploads.set(ticket.id, {"item": present.id}, session)
        await record_step(
            services, session, "attach_application_file", None, present, applicant.id, question=question.key
        )
        return await services.repository.applications.change(present, changes, session)

    return await services.transact(write)


def _has(application: HostApplication, ticket: Upload) -> bool:
    return any(one.id == ticket.id for one in application.files)


async def _own_ticket(services: Services, applicant: ApplicantActor, id: str) -> Upload:
    found = await services.repository.uploads.get(id[:64])
    if found is None or found.by != applicant.id or found.application is None:
        raise NotFound(say("UPLOAD_MISSING", applicant.locale))
    return found


def _file(services: Services, ticket: Upload, application: HostApplication, facts: Facts) -> ApplicationFile:
    return ApplicationFile(
        id=ticket.id,
        question=ticket.question or "",
        filename=safe_filename(ticket.filename, BY_MIME[facts["mime"]]),
        mime=facts["mime"],
        bytes=facts["byte_size"],
        sha256=facts["sha256"],
        at=services.clock(),
        key=application_key(application.id, facts["sha256"]),
    )
