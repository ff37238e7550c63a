"""From the link in a mail to answers that are kept."""

import pytest

from cms.applications.actions.open_applicant_session import open_applicant_session
from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.actions.save_answers import save_answers
from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application
from cms.kernel.errors import Conflict, Invalid, NotFound
from cms.kernel.services import Services
from storage.documents import HostApplication, Item
from tests.applying import Become, last_token, mails_to
from tests.services import Clock

KNOWN = {"contact_email": "jana@klastr.example"}
"""What a draft says from the beginning."""


async def ask(services: Services, email: str) -> None:
    await request_applicant_link(
        services, site="eccp", call="hosts-2024", email=email, locale="en", proof=None, address=email
    )


async def test_a_draft_is_pinned_to_the_version_of_the_form_that_the_call_was_published_with(
    services: Services, draft: HostApplication, form: Item
) -> None:
    assert (draft.form, draft.form_version) == (form.id, form.version)


async def test_a_link_works_on_any_device_until_a_newer_one_is_used(
    services: Services, call: Item, clock: Clock
) -> None:
    await ask(services, "jana@klastr.example")
    first = await last_token(services, "jana@klastr.example")
    clock.set("2024-04-02T13:00:00+00:00")
    await ask(services, "jana@klastr.example")  # whoever that was
    second = await last_token(services, "jana@klastr.example")

    one = await open_applicant_session(services, first)
    other = await open_applicant_session(services, first)
    await open_applicant_session(services, second)

    assert one.applicant.id == other.applicant.id
    assert one.bearer != other.bearer
    with pytest.raises(Invalid, match="you have used a newer one"):
        await open_applicant_session(services, first)


async def test_a_link_is_over_after_seven_days(services: Services, call: Item, clock: Clock) -> None:
    await ask(services, "jana@klastr.example")
    token = await last_token(services, "jana@klastr.example")

    clock.set("2024-04-09T12:00:01+00:00")

    with pytest.raises(Invalid):
        await open_applicant_session(services, token)


async def test_answers_of_two_windows_are_merged_question_by_question(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    await save_answers(services, applicant, draft.id, {"city": "Ostrava"}, revision=draft.revision)
    await save_answers(services, applicant, draft.id, {"theme": "Water"}, revision=draft.revision)

    stored = await own_application(services, applicant, draft.id)
    assert stored.answers == {"city": "Ostrava", "theme": "Water", **KNOWN}


async def test_two_windows_that_answer_one_question_differently_are_told_of_each_other(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    await save_answers(services, applicant, draft.id, {"city": "Ostrava"}, revision=draft.revision)

    with pytest.raises(Conflict) as conflict:
        await save_answers(services, applicant, draft.id, {"city": "Brno", "theme": "x"}, revision=draft.revision)

    assert [(one.at, one.theirs, one.yours) for one in conflict.value.clashes] == [("city", "Ostrava", "Brno")]
    assert (await own_application(services, applicant, draft.id)).answers == {"city": "Ostrava", **KNOWN}


async def test_a_revision_that_nobody_was_shown_overwrites_nothing(
    services: Services, applicant: ApplicantActor, draft: HostApplication
) -> None:
    saved = (
        await save_answers(services, applicant, draft.id, {"city": "Ostrava"}, revision=draft.revision)
    ).application

    with pytest.raises(Conflict):
        await save_answers(services, applicant, draft.id, {"city": "Brno"}, revision=saved.revision + 1)

    assert (await own_application(services, applicant, draft.id)).answers["city"] == "Ostrava"


async def test_the_application_of_somebody_else_is_not_found(
    services: Services, draft: HostApplication, become: Become
) -> None:
    other = await become("eve@other.example")

    with pytest.raises(NotFound):
        await save_answers(services, other, draft.id, {"city": "Brno"}, revision=1)


async def test_the_answer_to_a_known_and_to_an_unknown_address_is_the_same(services: Services, become: Become) -> None:
    await become("known@klastr.example")

    await ask(services, "known@klastr.example")
    await ask(services, "unknown@klastr.example")

    known = (await mails_to(services, "known@klastr.example"))[-1]
    unknown = (await mails_to(services, "unknown@klastr.example"))[-1]
    assert (known.template, known.values["title"]) == (unknown.template, unknown.values["title"])
