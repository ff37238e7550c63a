"""Files that come with a posted page, and those that are taken away by one of its buttons."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import BinaryIO

from cms.applications.actions.attach_application_file import attach_application_file
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.remove_application_file import remove_application_file
from cms.applications.application_files import most_bytes
from cms.applications.form_version import FormVersion
from cms.applications.pages.draft import Draft
from cms.applications.pages.posted import Posted, PostedFile
from cms.applications.pages.step_pages import Pressed
from cms.applications.pages.visit import Visit
from cms.content.rules.file_types import MEGABYTE
from cms.files.scratch import scratch_file
from cms.files.store_bytes import receive
from cms.files.upload_check import take_bytes
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication

ASKED_AGAIN_SECONDS = 0.25


def file_limits(form: FormVersion) -> Mapping[str, int]:
    """{question: bytes that a file of it may have}."""
    return {one.key: most_bytes(one) for one in form.where(lambda kind: kind.takes_files)}


async def change_files(visit: Visit, draft: Draft, posted: Posted, pressed: Pressed) -> tuple[Draft, list[Problem]]:
    """Whatever button was pressed, a file that was chosen is kept; each by a ticket, with all its checks."""
    if pressed.verb == "remove-file":
        left = await remove_application_file(visit.services, visit.signed_in(), draft.application.id, pressed.target)
        return draft.now(left), []
    if pressed.verb == "upload" and not posted.files and pressed.target in draft.form.questions:
        return draft, [Problem(pressed.target, "NO_FILE", visit.say("upload.none"))]
    problems: list[Problem] = []
    for file in posted.files:
        try:
            draft = draft.now(await _attached(visit, draft, file))
        except Invalid as invalid:
            problems += (_named(file, one) for one in invalid.problems)
    return draft, problems


def _named(file: PostedFile, problem: Problem) -> Problem:
    """One of several files is at fault."""
    return Problem(problem.field, problem.code, f"{file.filename[:100]}: {problem.message}")


async def _attached(visit: Visit, draft: Draft, file: PostedFile) -> HostApplication:
    applicant = visit.signed_in()
    ticket = await create_application_upload(
        visit.services, applicant, draft.application.id, file.question, filename=file.filename, byte_size=file.size
    )
    if file.content is None:
        raise Invalid([Problem(file.question, "FILE_TOO_LARGE", visit.say("error.too_large.title"))])
    async with scratch_file() as path:
        await take_bytes(visit.services, ticket, path, await receive(_read(file.content), path, file.size))
    while (done := (await attach_application_file(visit.services, applicant, ticket.id)).application) is None:
        await asyncio.sleep(ASKED_AGAIN_SECONDS)
    return done


async def _read(content: BinaryIO) -> AsyncIterator[bytes]:
    while chunk := await asyncio.to_thread(content.read, MEGABYTE):
        yield chunk
