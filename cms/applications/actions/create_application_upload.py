"""Give out a ticket for a file of an application, before its bytes arrive."""

from cms.applications.applicant import ApplicantActor
from cms.applications.application_files import files_question, in_words, most_bytes
from cms.applications.form_version import form_of
from cms.applications.limits import CHANGES, count
from cms.applications.own import own_application, require_draft
from cms.applications.turns import in_turn
from cms.applications.words import say
from cms.content.questions.question import Question
from cms.files.upload_limits import check_announced
from cms.files.uploads import LIFETIME
from cms.kernel.errors import Invalid, Problem, TooManyRequests
from cms.kernel.services import Services
from storage.documents import HostApplication, Upload
from storage.mongo import Session

MAX_OPEN_UPLOADS = 20
"""Tickets that one applicant may have open."""
RETRY_SECONDS = 60.0


@in_turn
async def create_application_upload(
    services: Services,
    applicant: ApplicantActor,
    id: str,
    question: str,
    *,
    filename: str,
    byte_size: int,
    sha256: str | None = None,
) -> Upload:
    """The ticket; `cms.files.uploads.upload_address` says where its bytes go, `attach_application_file` completes it.

    Raises NotFound, TransitionNotAllowed once it is submitted, TooManyRequests, and Invalid at the question: an empty
    file, one that is too large or of another kind by its name, one too many.
    """
    await count(services, f"changes {applicant.id}", CHANGES, applicant.locale)
    application = await own_application(services, applicant, id)
    require_draft(application)
    asked = files_question(await form_of(services, application), question, applicant.locale)
    _check(asked, filename, byte_size, sha256, applicant.locale)
    check_number(application, asked, applicant.locale)
    now = services.clock()
    upload = Upload(
        by=applicant.id,
        site=application.site,
        filename=filename.strip(),
        byte_size=byte_size,
        sha256=sha256.lower() if sha256 else None,
        created_at=now,
        expires=now + LIFETIME,
        application=application.id,
        question=asked.key,
        accept=list(asked.accept),
    )

    async def write(session: Session) -> Upload:
        await services.repository.serialize(f"uploads/{applicant.id}", session)
        tickets, _bytes = await services.repository.uploads.open_by(applicant.id, now, session)
        if tickets >= MAX_OPEN_UPLOADS:
            message = say("TOO_MANY_REQUESTS", applicant.locale, seconds=round(RETRY_SECONDS))
            raise TooManyRequests(message, RETRY_SECONDS)
        await services.repository.uploads.insert(upload, session)
        return upload

    return await services.transact(write)


def check_number(application: HostApplication, question: Question, locale: str) -> None:
    """Raises Invalid where there is no room for one more file."""
    most = question.max_files or question.max
    given = sum(1 for one in application.files if one.question == question.key)
    if most is not None and given >= most:
        message = say("TOO_MANY_FILES", locale, max=most)
        raise Invalid([Problem(question.key, "TOO_MANY_FILES", message)])


def _check(question: Question, filename: str, byte_size: int, sha256: str | None, locale: str) -> None:
    try:
        check_announced(filename, byte_size, sha256.lower() if sha256 else None)
        if byte_size > most_bytes(question):
            raise Invalid([Problem("byteSize", "FILE_TOO_LARGE", "")])
    except Invalid as refused:
        raise in_words(refused, question, locale) from refused
