"""Reminders of drafts: seven days and one day before the cut-off, each once."""

from cms.applications.actions.open_applicant_session import open_applicant_session
from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.submit_application import submit_application
from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.applicant import ApplicantActor
from cms.applications.jobs.remind_applicants import remind_applicants
from cms.applications.own import own_application
from cms.kernel.services import Services
from storage.documents import HostApplication
from tests.applying import last_token, mails_to
from tests.services import Clock

WEEK, DAY = "2024-05-24T16:00:00+00:00", "2024-05-30T16:00:00+00:00"


async def reminders(services: Services, applicant: ApplicantActor) -> int:
    await remind_applicants(services)
    return len(await mails_to(services, applicant.email, "application_reminder"))


async def test_a_draft_is_reminded_of_twice_however_often_the_job_runs(
    services: Services, applicant: ApplicantActor, draft: HostApplication, clock: Clock
) -> None:
    assert await reminders(services, applicant) == 0
    clock.set("2024-05-24T15:59:59+00:00")
    assert await reminders(services, applicant) == 0
    clock.set(WEEK)
    assert [await reminders(services, applicant), await reminders(services, applicant)] == [1, 1]
    clock.set(DAY)
    assert [await reminders(services, applicant), await reminders(services, applicant)] == [2, 2]


async def test_the_link_in_a_reminder_opens_the_application_and_older_links_go_on_working(
    services: Services, applicant: ApplicantActor, draft: HostApplication, clock: Clock
) -> None:
    clock.set(DAY)
    await remind_applicants(services)

    opened = await open_applicant_session(services, await last_token(services, applicant.email))

    assert opened.applicant.id == applicant.id and opened.call == "hosts-2024"


async def test_a_draft_for_a_later_cutoff_is_reminded_of_that_one(
    services: Services, applicant: ApplicantActor, draft: HostApplication, clock: Clock
) -> None:
    await save_answers(services, applicant, draft.id, {"cutoff": "september"}, revision=draft.revision)

    clock.set(DAY)
    assert await reminders(services, applicant) == 0
    clock.set("2024-09-29T16:00:00+00:00")
    assert await reminders(services, applicant) == 1


async def test_what_was_submitted_or_withdrawn_is_left_alone(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    await submit_application(services, applicant, ready.id, revision=ready.revision)
    clock.set(DAY)
    assert await reminders(services, applicant) == 0

    await withdraw_application(services, applicant, ready.id)
    assert await reminders(services, applicant) == 0


async def test_a_reminder_does_not_make_the_window_of_the_applicant_look_old(
    services: Services, applicant: ApplicantActor, draft: HostApplication, clock: Clock
) -> None:
    clock.set(DAY)
    await remind_applicants(services)

    assert (await own_application(services, applicant, draft.id)).revision == draft.revision
