"""Retention: what applicants gave goes by itself, through answers, files, mails, reviews and audit."""

from datetime import datetime
from typing import Any

import pytest

from cms.applications.actions.submit_application import submit_application
from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.applicant import ApplicantActor
from cms.applications.jobs.erase_old_applications import erase_old_applications
from cms.applications.months import months_before
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import ApplicationReview, AuditEntry, HostApplication, Mail, OutboxEvent, Upload
from storage.errors import ObjectMissing
from tests.services import Clock

DECIDED, KEPT, OVER = "2024-06-30T12:00:00+00:00", "2026-06-30T11:59:00+00:00", "2026-06-30T12:01:00+00:00"


@pytest.fixture
async def rejected(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> HostApplication:
    """On 30 June 2024, with a review that speaks of people."""
    done = await submit_application(services, applicant, ready.id, revision=ready.revision)
    clock.set(DECIDED)
    review = ApplicationReview(
        application=done.id,
        call=done.call,
        reviewer="r",
        comment="Jana is great",
        private_note="Jana",
        modified_at=clock.now,
    )

    async def decide(session: Any) -> None:
        await services.repository.application_reviews.insert(review, session)
        message = {"en": "Dear Jana, not this time."}
        history = [
            *(one.model_dump() for one in done.history),
            {"at": clock.now, "status": "rejected", "by": "m", "message": message},
        ]
        changes = {"status": "rejected", "decided_at": clock.now, "history": history}
        await services.repository.applications.change(done, changes, session)

    await services.transact(decide)
    return done


async def stored(services: Services, id: str) -> HostApplication:
    found = await services.repository.applications.get(id)
    assert found is not None
    return found


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def test_a_rejected_application_is_kept_for_two_years_and_then_nothing_personal_is_left_anywhere(
    services: Services, applicant: ApplicantActor, rejected: HostApplication, clock: Clock
) -> None:
    file = rejected.files[0]
    clock.set(KEPT)
    await erase_old_applications(services)
    assert (await stored(services, rejected.id)).answers

    clock.set(OVER)
    await erase_old_applications(services)
    await work(services)

    gone = await stored(services, rejected.id)
    assert gone.erased_at == clock.now
    assert (gone.reference, gone.status) == (rejected.reference, "rejected")
    assert [step.status for step in gone.history] == ["draft", "submitted", "rejected"]
    everything = [
        gone.model_dump_json(),
        *[one.model_dump_json() for one in await ApplicationReview.find_all().to_list()],
        *[one.model_dump_json() for one in await Mail.find({"about": rejected.id}).to_list()],
        *[one.model_dump_json() for one in await AuditEntry.find({"item": rejected.id}).to_list()],
        *[one.model_dump_json() for one in await OutboxEvent.find({"item": rejected.id}).to_list()],
        *[one.model_dump_json() for one in await Upload.find_all().to_list()],
    ]
    for text in everything:
        assert "Jana" not in text and "letter.pdf" not in text and applicant.id not in text
        assert rejected.snapshot is None or rejected.snapshot.hash not in text
    with pytest.raises(ObjectMissing):
        await services.store.stat(file.key)


async def test_the_report_tells_how_much_was_erased_and_nothing_of_what_it_was(
    services: Services, rejected: HostApplication, clock: Clock
) -> None:
    clock.set(OVER)
    await erase_old_applications(services)
    await erase_old_applications(services)

    [report] = await AuditEntry.find({"action": "erase_application"}).to_list()
    assert report.details["answers"] == len(rejected.answers)
    assert (report.details["files"], report.details["reviews"], report.details["why"]) == (1, 1, "retention")
    assert report.details["mails"] >= 1 and report.details["reference"] == rejected.reference


async def test_withdrawn_and_forgotten_applications_go_too(
    services: Services, applicant: ApplicantActor, draft: HostApplication, ready: HostApplication, clock: Clock
) -> None:
    await withdraw_application(services, applicant, ready.id)
    clock.set("2026-04-03T12:00:00+00:00")

    await erase_old_applications(services)

    assert (await stored(services, ready.id)).erased_at is not None


async def test_what_is_accepted_or_still_read_stays(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    await submit_application(services, applicant, ready.id, revision=ready.revision)
    clock.set("2029-01-01T00:00:00+00:00")

    await erase_old_applications(services)

    assert (await stored(services, ready.id)).answers


async def test_an_answer_goes_when_its_question_says_so_and_the_others_stay(
    services: Services, rejected: HostApplication, clock: Clock
) -> None:
    pinned = await services.repository.mongo.db["pinned_forms"].find_one({})
    assert pinned is not None
    for step in pinned["data"]["steps"]:
        for question in step["questions"]:
            if question["key"] in ("contact_phone", "contact_name", "support_letter"):
                question["keep_months"] = 6
    await services.repository.mongo.db["pinned_forms"].replace_one({"_id": pinned["_id"]}, pinned)
    clock.set("2024-12-30T11:00:00+00:00")
    await erase_old_applications(services)
    assert "contact_name" in (await stored(services, rejected.id)).answers

    clock.set("2024-12-30T12:01:00+00:00")
    await erase_old_applications(services)
    await erase_old_applications(services)
    await work(services)

    left = await stored(services, rejected.id)
    assert left.snapshot is not None
    assert "contact_name" not in left.answers and "contact_name" not in left.snapshot.answers
    assert left.answers["city"] == "Ostrava" and left.files == [] == left.snapshot.files
    with pytest.raises(ObjectMissing):
        await services.store.stat(rejected.files[0].key)
    [report] = await AuditEntry.find({"action": "erase_answers"}).to_list()
    assert report.details["questions"] == ["contact_name", "support_letter"]


@pytest.mark.parametrize(
    ("moment", "months", "before"),
    [
        ("2026-06-30T12:00:00+00:00", 24, "2024-06-30T12:00:00+00:00"),
        ("2024-03-31T00:00:00+00:00", 1, "2024-02-29T00:00:00+00:00"),
        ("2025-01-15T00:00:00+00:00", 13, "2023-12-15T00:00:00+00:00"),
    ],
)
def test_months_are_those_of_the_calendar(moment: str, months: int, before: str) -> None:
    assert months_before(datetime.fromisoformat(moment), months) == datetime.fromisoformat(before)
