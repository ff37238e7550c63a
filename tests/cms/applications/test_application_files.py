"""Files of applications: what is taken, what is refused and in which words, and where the bytes lie."""

import pytest

from cms.applications.actions.attach_application_file import attach_application_file
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.remove_application_file import remove_application_file
from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.errors import ObjectMissing
from tests.applying import Become, upload
from tests.cms.files.samples import docm, docx, image, pdf, program
from tests.services import Clock


async def refusal(
    services: Services, applicant: ApplicantActor, draft: HostApplication, content: bytes, filename: str
) -> tuple[str, str]:
    """(code, message)."""
    with pytest.raises(Invalid) as refused:
        await upload(services, applicant, draft.id, content, filename)
    [problem] = refused.value.problems
    assert problem.field == "support_letter"
    return problem.code, problem.message


@pytest.mark.parametrize(
    ("content", "filename", "code", "said"),
    [
        (program(), "letter.pdf", "FILE_TYPE", "By its content this is not a file of the kind PDF"),
        (program(), "letter.exe", "FILE_TYPE", "not a file of the kind PDF"),
        (image(), "letter.pdf", "FILE_TYPE", "not a file of the kind PDF"),
        (docx(), "letter.docx", "FILE_TYPE", "not a file of the kind PDF"),
        (docm(), "letter.pdf", "FILE_MACROS", "contains macros"),
        (b"", "letter.pdf", "FILE_EMPTY", "The file is empty"),
        (pdf(password="secret"), "letter.pdf", "FILE_ENCRYPTED", "asks for a password"),
        (b"%PDF-1.7\nnothing else", "letter.pdf", "FILE_BROKEN", "damaged"),
    ],
)
async def test_a_file_that_is_not_what_is_asked_for_is_refused_in_words(
    services: Services,
    applicant: ApplicantActor,
    draft: HostApplication,
    content: bytes,
    filename: str,
    code: str,
    said: str,
) -> None:
    found, message = await refusal(services, applicant, draft, content, filename)

    assert found == code
    assert said in message
    assert (await own_application(services, applicant, draft.id)).files == []


async def test_thirty_megabytes_are_refused_before_a_byte_is_sent(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    with pytest.raises(Invalid, match="10 MB at most"):
        await create_application_upload(
            services, applicant, draft.id, "support_letter", filename="letter.pdf", byte_size=30 * 1024 * 1024
        )


async def test_refusals_are_told_in_the_language_of_the_applicant(
    services: Services, become: Become, draft: HostApplication
) -> None:
    czech = await become("jana@klastr.example", locale="cs", site="nca")

    _code, message = await refusal(services, czech, draft, pdf(password="x"), "dopis.pdf")

    assert message == "Soubor je chráněn heslem. Nahrajte jej bez hesla."


async def test_after_a_lost_connection_the_same_file_is_uploaded_again(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    content = pdf()
    lost = await create_application_upload(
        services, applicant, draft.id, "support_letter", filename="letter.pdf", byte_size=len(content)
    )

    with pytest.raises(Invalid, match="connection may have been lost"):
        await attach_application_file(services, applicant, lost.id)
    stored = await upload(services, applicant, draft.id, content, "letter.pdf")

    assert [one.filename for one in stored.files] == ["letter.pdf"]


async def test_asking_twice_to_attach_a_file_attaches_it_once(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    stored = await upload(services, applicant, draft.id, pdf(), "letter.pdf")

    again = await attach_application_file(services, applicant, stored.files[0].id)

    assert again.application is not None and len(again.application.files) == 1


async def test_somebody_else_cannot_complete_the_ticket(
    services: Services, applicant: ApplicantActor, draft: HostApplication, become: Become
) -> None:
    ticket = await create_application_upload(
        services, applicant, draft.id, "support_letter", filename="letter.pdf", byte_size=3
    )
    eve = await become("eve@other.example")

    with pytest.raises(NotFound):
        await attach_application_file(services, eve, ticket.id)


@pytest.mark.parametrize("name", ["../../etc/pass\0wd.pdf", "a\r\nX-Evil: 1.pdf", "\u202efdp.exe.pdf", "..\\..\\x.PDF"])
async def test_a_file_has_no_folder_and_nothing_unseen_in_its_name(
    services: Services, applicant: ApplicantActor, draft: HostApplication, name: str
) -> None:
    [file] = (await upload(services, applicant, draft.id, pdf(), name)).files

    assert file.filename.endswith(".pdf") and file.filename.isprintable()
    assert not {*"/\\:"} & {*file.filename} and ".." not in file.filename


async def test_the_bytes_lie_with_the_application_and_nowhere_among_the_public_files(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    stored = await upload(services, applicant, draft.id, pdf(), "letter.pdf")

    [file] = stored.files
    assert file.key == f"applications/{draft.id}/{file.sha256}"
    assert (await services.store.stat(file.key)).bytes == file.bytes
    with pytest.raises(ObjectMissing):
        await services.store.stat(f"files/{file.sha256[:2]}/{file.sha256}")


async def test_a_removed_file_can_be_replaced(
    services: Services, applicant: ApplicantActor, draft: HostApplication, clock: Clock
) -> None:
    stored = await upload(services, applicant, draft.id, pdf(), "letter.pdf")
    await remove_application_file(services, applicant, draft.id, stored.files[0].id)

    again = await upload(services, applicant, draft.id, pdf(2), "better.pdf")

    assert [one.filename for one in again.files] == ["better.pdf"]


async def test_a_question_that_takes_no_files_gets_none(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    with pytest.raises(Invalid, match="takes no files"):
        await upload(services, applicant, draft.id, pdf(), "letter.pdf", question="city")
