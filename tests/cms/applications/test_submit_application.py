"""Submitting: complete or not, in time or not, once or several times."""

import asyncio
from typing import Any

import pytest

from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.start_application import start_application
from cms.applications.actions.submit_application import submit_application
from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application
from cms.applications.receipt import fingerprint
from cms.kernel.errors import Conflict, Invalid, NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import AuditEntry, HostApplication, Item
from tests.applying import Become, filled, mails_to, upload
from tests.cms.files.samples import pdf
from tests.services import Clock


async def submit(services: Services, applicant: ApplicantActor, application: HostApplication, **options: Any) -> Any:
    return await submit_application(services, applicant, application.id, revision=application.revision, **options)


async def test_a_submission_has_a_reference_of_the_year_a_locked_snapshot_and_its_fingerprint(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    done = await submit(services, applicant, ready)

    assert done.reference == "CMR-2024-0001"
    assert done.status == "submitted"
    snapshot = done.snapshot
    assert snapshot.answers["city"] == "Ostrava"
    assert snapshot.hash == fingerprint(
        done.reference, snapshot.at, done.form_version, snapshot.answers, snapshot.files
    )
    with pytest.raises(TransitionNotAllowed, match="submitted"):
        await save_answers(services, applicant, ready.id, {"city": "Brno"}, revision=done.revision)


async def test_all_that_is_missing_is_told_at_once_each_at_its_question(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    with pytest.raises(Invalid) as refused:
        await submit(services, applicant, draft)

    found = {one.field: one.code for one in refused.value.problems}
    assert found["organisation"] == "REQUIRED"
    assert found["support_letter"] == "FILE_REQUIRED"
    assert found["privacy"] == "CONSENT_REQUIRED"
    assert "type_other" not in found and "newsletter" not in found


async def test_a_cluster_without_a_letter_of_support_is_sent_to_the_upload(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    full = await filled(services, applicant, draft.id)

    with pytest.raises(Invalid) as refused:
        await submit(services, applicant, full)

    assert [(one.field, one.code) for one in refused.value.problems] == [("support_letter", "FILE_REQUIRED")]


async def test_an_authority_needs_no_letter(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    full = await filled(services, applicant, draft.id, type="regional_authority")

    assert (await submit(services, applicant, full)).status == "submitted"


async def test_the_last_moment_before_the_cutoff_is_in_time(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    clock.set("2024-05-31T15:59:59.999+00:00")

    assert (await submit(services, applicant, ready)).status == "submitted"


@pytest.mark.parametrize("late", ["2024-05-31T16:00:00+00:00", "2024-05-31T16:00:01+00:00"])
async def test_at_the_cutoff_and_one_second_after_it_it_is_too_late_and_the_draft_is_kept(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock, late: str
) -> None:
    clock.set(late)

    with pytest.raises(Invalid) as refused:
        await submit(services, applicant, ready)

    [problem] = refused.value.problems
    assert (problem.field, problem.code) == ("cutoff", "CUTOFF_PASSED")
    assert "31 May 2024, 18:00\u00a0CEST" in problem.message
    assert "30 September 2024, 18:00\u00a0CEST" in problem.message
    kept = await own_application(services, applicant, ready.id)
    assert kept.answers == ready.answers and kept.files and kept.status == "draft"


async def test_after_the_cutoff_the_next_one_can_be_chosen(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    clock.set("2024-05-31T16:00:01+00:00")
    days = [{"start": "2025-01-20", "end": "2025-01-21"}]

    full = await filled(services, applicant, ready.id, cutoff="september", preferred_dates=days)

    assert (await submit(services, applicant, full)).cutoff == "september"


async def test_a_double_click_gives_the_same_receipt_and_one_mail(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    both = await asyncio.gather(*(submit(services, applicant, ready, key="once") for _ in range(2)))

    assert {(one.reference, one.snapshot.hash) for one in both} == {("CMR-2024-0001", both[0].snapshot.hash)}
    assert len(await mails_to(services, applicant.email, "application_received")) == 1
    assert await AuditEntry.find({"action": "submit_application"}).count() == 1


async def test_a_window_that_is_behind_does_not_submit_what_it_does_not_show(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    await save_answers(services, applicant, ready.id, {"theme": "Another"}, revision=ready.revision)

    with pytest.raises(Conflict):
        await submit(services, applicant, ready)


async def test_references_have_no_gaps_however_many_submit_at_once(
    services: Services, become: Become, form: Item, clock: Clock
) -> None:
    people = [await become(f"p{number}@klastr.example") for number in range(8)]
    drafts = [await start_application(services, one, site="eccp", call="hosts-2024", locale="en") for one in people]
    full = [
        await filled(services, one, draft.id, type="national_authority")
        for one, draft in zip(people, drafts, strict=True)
    ]

    done = await asyncio.gather(*(submit(services, one, draft) for one, draft in zip(people, full, strict=True)))

    assert sorted(one.reference for one in done) == [f"CMR-2024-{number:04}" for number in range(1, 9)]


async def test_an_answer_to_a_question_that_is_asked_no_more_is_not_submitted(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    full = await filled(services, applicant, ready.id, larger_event=True, larger_event_name="Hannover Messe")
    full = await filled(services, applicant, ready.id, larger_event=False)

    done = await submit(services, applicant, full)

    assert "larger_event_name" not in done.snapshot.answers
    assert done.answers["larger_event_name"] == "Hannover Messe"


async def test_the_application_of_another_person_cannot_be_submitted_or_withdrawn(
    services: Services, ready: HostApplication, become: Become
) -> None:
    eve = await become("eve@other.example")

    for work in (submit(services, eve, ready), withdraw_application(services, eve, ready.id)):
        with pytest.raises(NotFound):
            await work


async def test_withdrawing_is_confirmed_by_mail_and_final(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    done = await submit(services, applicant, ready)

    gone = await withdraw_application(services, applicant, ready.id)

    assert gone.status == "withdrawn" and [one.status for one in gone.history] == ["draft", "submitted", "withdrawn"]
    [mail] = await mails_to(services, applicant.email, "application_withdrawn")
    assert mail.values["reference"] == done.reference
    with pytest.raises(TransitionNotAllowed):
        await submit(services, applicant, gone)


async def test_a_call_that_was_taken_away_takes_no_more_applications(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    clock.set("2024-10-01T00:00:00+00:00")

    with pytest.raises(Invalid) as refused:
        await submit(services, applicant, ready)

    assert [one.code for one in refused.value.problems] == ["CALL_CLOSED"]


async def test_a_file_too_many_is_refused(
    services: Services, applicant: ApplicantActor, ready: HostApplication
) -> None:
    for number in (2, 3):
        await upload(services, applicant, ready.id, pdf(number), f"letter-{number}.pdf")

    with pytest.raises(Invalid) as refused:
        await upload(services, applicant, ready.id, pdf(4), "letter-4.pdf")

    assert [one.code for one in refused.value.problems] == ["TOO_MANY_FILES"]
