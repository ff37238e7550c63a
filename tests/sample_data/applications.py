"""Applications in each state, with answers, files, reviews and receipts; the demo has most, these are the others."""

from typing import Any

from cms.applications.actions.accept_application import accept_application
from cms.applications.actions.attach_application_file import attach_application_file
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.erase_applicant import erase_applicant
from cms.applications.actions.open_applicant_session import open_applicant_session
from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.actions.return_application import return_application
from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.start_application import start_application
from cms.applications.actions.submit_application import submit_application
from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.applicant import ApplicantActor, applicant_of
from cms.mail.mail_values import mail_values
from storage.documents import HostApplication, Item, Mail
from tests.applying import ANSWERS
from tests.cms.files.samples import pdf
from tests.sample_data.stories import Stories

CALL = "demo-call"


async def applications_in_each_state(stories: Stories) -> None:
    services = stories.services
    call = await stories.demo_item("demo:call:open")
    manager, decider = await stories.actor("calls@example.org"), await stories.actor("decisions@example.org")
    await _draft(stories, call, "draft@example.org")
    returned = await _submitted(stories, call, "returned@example.org")
    deadline = f"{services.clock().year + 1}-01-15T18:00"
    await return_application(services, manager, returned.id, "Name the region.", deadline)
    await _submitted(stories, call, "submitted@example.org")
    withdrawn = await _submitted(stories, call, "withdrawn@example.org")
    await withdraw_application(services, await _applicant(stories, "withdrawn@example.org"), withdrawn.id)
    await _submitted(stories, call, "erased@example.org")
    await erase_applicant(services, await _applicant(stories, "erased@example.org"))
    shortlisted = await HostApplication.find_one({"status": "shortlisted"})
    assert shortlisted
    await accept_application(services, decider, shortlisted.id, "Welcome.")
    await stories.work_off()
    await _draft(stories, call, "last@example.org")  # its mail still waits


async def _submitted(stories: Stories, call: Item, email: str) -> HostApplication:
    draft, applicant = await _draft(stories, call, email), await _applicant(stories, email)
    return await submit_application(stories.services, applicant, draft.id, revision=draft.revision)


async def _draft(stories: Stories, call: Item, email: str) -> HostApplication:
    """Filled in, with its letter."""
    services, applicant = stories.services, await _applicant(stories, email)
    started = await start_application(services, applicant, site="eccp", call=CALL, locale="en")
    year = services.clock().year + 1
    dates = [{"start": f"{year}-10-01", "end": f"{year}-10-02"}]
    answers: dict[str, Any] = {**ANSWERS, "cutoff": call.data["cutoffs"][0]["id"], "preferred_dates": dates}
    await save_answers(services, applicant, started.id, answers, revision=started.revision)
    content = pdf()
    ticket = await create_application_upload(
        services, applicant, started.id, "support_letter", filename="letter.pdf", byte_size=len(content)
    )
    await services.store.put(ticket.key, content, "application/octet-stream")
    attached = await attach_application_file(services, applicant, ticket.id)
    assert attached.application
    return attached.application


async def _applicant(stories: Stories, email: str) -> ApplicantActor:
    """In a new session."""
    services = stories.services
    await request_applicant_link(services, site="eccp", call=CALL, email=email, locale="en", proof=None, address=email)
    mails = await Mail.find({"to": email, "template": "applicant_link"}, sort="+_id").to_list()
    token = mail_values(services, mails[-1])["link"].rpartition("token=")[2]
    opened = await open_applicant_session(services, token)
    applicant = await applicant_of(services, opened.bearer)
    assert applicant
    return applicant
