"""What was given back to be completed: the mail lets its applicant in, and it is submitted again, late or not."""

import pytest

from cms.applications.actions.open_applicant_session import open_applicant_session
from cms.applications.actions.return_application import return_application
from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.submit_application import submit_application
from cms.applications.applicant import ApplicantActor
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.mail.mail_values import mail_values, shown_values
from cms.worker import Worker
from storage.documents import HostApplication
from tests.applying import mails_to
from tests.reviewing import MANAGER
from tests.services import Clock

AFTER_THE_CUTOFF = "2024-06-03T10:00:00+00:00"


@pytest.fixture
async def returned(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> HostApplication:
    """Submitted in time, and given back until 14 June, 18:00 in Brussels, when the cut-off of May has passed."""
    cutoff = {"cutoff": "may", "preferred_dates": [{"start": "2024-10-01", "end": "2024-10-02"}]}
    saved = await save_answers(services, applicant, ready.id, cutoff, revision=ready.revision)
    await submit_application(services, applicant, ready.id, revision=saved.application.revision)
    clock.set(AFTER_THE_CUTOFF)
    return await return_application(services, MANAGER, ready.id, "Name the region.", "2024-06-14T18:00")


async def test_the_mail_lets_its_applicant_in_and_shows_the_link_to_nobody_else(
    services: Services, applicant: ApplicantActor, returned: HostApplication
) -> None:
    (mail,) = await mails_to(services, applicant.email, "application_returned")

    opened = await open_applicant_session(services, mail_values(services, mail)["link"].rpartition("token=")[2])

    assert opened.applicant.id == applicant.id and opened.call == "hosts-2024"
    assert "link" not in mail.values and shown_values(services, mail)["link"] == "[…]"


async def test_it_is_submitted_again_after_the_cutoff_under_its_reference_with_what_is_new(
    services: Services, applicant: ApplicantActor, returned: HostApplication
) -> None:
    saved = await save_answers(services, applicant, returned.id, {"region": "Ostrava"}, revision=returned.revision)

    again = await submit_application(services, applicant, returned.id, revision=saved.application.revision)

    assert (again.status, again.reference, again.return_deadline) == ("submitted", returned.reference, None)
    assert again.snapshot and again.snapshot.answers["region"] == "Ostrava"
    assert returned.snapshot and again.snapshot.hash != returned.snapshot.hash
    assert len(await mails_to(services, applicant.email, "application_received")) == 2


async def test_at_the_end_of_the_time_given_it_stays_a_draft(
    services: Services, applicant: ApplicantActor, returned: HostApplication, clock: Clock
) -> None:
    clock.set("2024-06-14T16:00:00+00:00")

    with pytest.raises(Invalid) as refused:
        await submit_application(services, applicant, returned.id, revision=returned.revision)

    assert [one.code for one in refused.value.problems] == ["RETURN_PASSED"]
    kept = await services.repository.applications.get(returned.id)
    assert kept and kept.status == "draft"


async def test_those_who_look_after_the_call_are_told_that_it_was_completed_and_not_of_a_new_one(
    services: Services, applicant: ApplicantActor, returned: HostApplication, people: None
) -> None:
    saved = await save_answers(services, applicant, returned.id, {"region": "Ostrava"}, revision=returned.revision)
    await submit_application(services, applicant, returned.id, revision=saved.application.revision)
    while await Worker(services).step():
        pass

    told = await mails_to(services, f"{MANAGER.id}@example.org")

    assert {one.template for one in told} == {"application_completed"}
    assert {(one.values["title"], one.reply_to) for one in told} == {("Call for hosts 2024", "calls@eccp.example")}
