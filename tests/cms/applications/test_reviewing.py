"""From a submitted application to a decision: who may do what when, and what becomes of it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import Actor
from cms.applications.actions.accept_application import accept_application
from cms.applications.actions.assign_reviewers import assign_reviewers
from cms.applications.actions.balance_reviewers import balance_reviewers
from cms.applications.actions.begin_review import begin_review
from cms.applications.actions.check_admissibility import check_admissibility
from cms.applications.actions.declare_conflict import declare_conflict
from cms.applications.actions.reject_application import reject_application
from cms.applications.actions.return_application import return_application
from cms.applications.actions.score_application import score_application
from cms.applications.actions.shortlist_application import shortlist_application
from cms.applications.queries.application_files import file_of_application
from cms.applications.queries.applications import (
    ApplicationFilter,
    find_applications,
    get_application,
    get_ranking,
    shown_reviews,
)
from cms.kernel.errors import CmsError, Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import HostApplication, Item
from storage.mongo import Mongo
from tests.applying import mails_to
from tests.cms.items.test_all_or_nothing import everything
from tests.reviewing import (
    CRITERIA,
    DECIDER,
    GOOD,
    MANAGER,
    REVIEWER,
    SECOND,
    STRANGERS,
    THIRD,
    MakeApplication,
    scored,
    shortlisted,
    under_review,
)
from tests.services import Clock, person

Do = Callable[[Services, Actor, str], Awaitable[Any]]
STEPS: dict[str, Do] = {
    "check": lambda services, actor, id: check_admissibility(services, actor, id, True),
    "return": lambda services, actor, id: return_application(services, actor, id, "Why?", "2024-04-20T12:00"),
    "assign": lambda services, actor, id: assign_reviewers(services, actor, id, [REVIEWER.id, SECOND.id]),
    "begin": begin_review,
    "declare": lambda services, actor, id: declare_conflict(services, actor, id, False),
    "score": lambda services, actor, id: score_application(services, actor, id, GOOD, comment="Good.", submit=True),
    "shortlist": shortlist_application,
    "reject": lambda services, actor, id: reject_application(services, actor, id, "Not now."),
    "accept": accept_application,
}
TEAM = {"manager": MANAGER, "reviewer": REVIEWER, "decision maker": DECIDER}
POSSIBLE = {
    "submitted": {("manager", "check"), ("manager", "return"), ("manager", "assign")},
    "under review": {("manager", "assign"), ("reviewer", "declare"), ("reviewer", "score")},
    "scored": {
        ("manager", "assign"),
        ("reviewer", "declare"),
        ("reviewer", "score"),
        ("manager", "shortlist"),
        ("manager", "reject"),
    },
    "shortlisted": {("decision maker", "accept"), ("decision maker", "reject")},
}
CHANGES_NOTHING = {
    ("scored", "reviewer", "declare"),
    ("under review", "manager", "assign"),
    ("scored", "manager", "assign"),
}
"""What is so already."""


async def _submitted(services: Services, application: HostApplication) -> HostApplication:
    return application


MAKE = {"submitted": _submitted, "under review": under_review, "scored": scored, "shortlisted": shortlisted}


@pytest.mark.parametrize("stage", MAKE)
async def test_each_step_is_for_its_people_in_its_states_and_any_other_changes_nothing(
    stage: str, services: Services, mongo: Mongo, make_application: MakeApplication
) -> None:
    for name, actor in TEAM.items():
        for step, do in STEPS.items():
            application = await MAKE[stage](services, await make_application())
            before = await everything(mongo)

            if (name, step) in POSSIBLE[stage]:
                await do(services, actor, application.id)
                assert (await everything(mongo) != before) == ((stage, name, step) not in CHANGES_NOTHING)
            else:
                with pytest.raises((NotFound, NotPermitted, TransitionNotAllowed, Invalid)):
                    await do(services, actor, application.id)
                assert _without_locks(await everything(mongo)) == _without_locks(before), f"{name} {step}"


def _without_locks(everything: dict[str, Any]) -> dict[str, Any]:
    return {name: documents for name, documents in everything.items() if name != "locks"}


@pytest.mark.parametrize("step", STEPS)
async def test_whoever_has_no_part_in_it_does_not_learn_that_it_exists(
    step: str, services: Services, make_application: MakeApplication
) -> None:
    application = await scored(services, await make_application())

    for stranger in STRANGERS:
        with pytest.raises(NotFound):
            await STEPS[step](services, stranger, application.id)
        with pytest.raises(NotFound):
            await get_application(services, stranger, application.id)
        assert await (await find_applications(services, stranger, ApplicationFilter())).page(10) == []


async def test_a_draft_that_was_never_submitted_is_the_applicants_alone(
    services: Services, make_application: MakeApplication
) -> None:
    application = await make_application()
    changes = {"status": "draft", "submitted_at": None, "snapshot": None}
    await services.transact(lambda session: services.repository.applications.change(application, changes, session))

    with pytest.raises(NotFound):
        await get_application(services, MANAGER, application.id)
    assert await (await find_applications(services, MANAGER, ApplicationFilter())).page(10) == []


async def test_an_incomplete_application_goes_back_once_with_a_deadline_and_a_mail(
    services: Services, make_application: MakeApplication
) -> None:
    application = await make_application()

    returned = await return_application(services, MANAGER, application.id, "The letter is missing.", "2024-04-20T12:00")

    assert (returned.status, returned.returns) == ("draft", 1)
    assert returned.return_deadline is not None and returned.return_deadline.isoformat() == "2024-04-20T10:00:00+00:00"
    assert returned.history[-1].message == {"cs": "The letter is missing."}
    (mail,) = await mails_to(services, application.email)
    assert mail.template == "application_returned" and mail.locale == "cs"
    again = {"status": "submitted"}
    await services.transact(lambda session: services.repository.applications.change(returned, again, session))
    with pytest.raises(TransitionNotAllowed):
        await return_application(services, MANAGER, application.id, "And now?", "2024-04-20T12:00")


@pytest.mark.parametrize("deadline", ["2024-04-01T12:00", "2024-12-24T12:00", "soon", "", "2024-04-20T12:00+02:00"])
async def test_the_time_to_complete_it_lies_ahead_and_not_too_far(
    deadline: str, services: Services, make_application: MakeApplication
) -> None:
    application = await make_application()

    with pytest.raises(Invalid) as refused:
        await return_application(services, MANAGER, application.id, "Why?", deadline)

    assert [one.field for one in refused.value.problems] == ["deadline"]


async def test_a_review_begins_when_it_is_admissible_and_two_people_are_assigned(
    services: Services, make_application: MakeApplication
) -> None:
    application = await make_application()
    for prepare, code in [
        (lambda: check_admissibility(services, MANAGER, application.id, False, "No letter."), "NOT_ADMISSIBLE"),
        (lambda: check_admissibility(services, MANAGER, application.id, True), "TOO_FEW"),
        (lambda: assign_reviewers(services, MANAGER, application.id, [REVIEWER.id]), "TOO_FEW"),
    ]:
        await prepare()
        with pytest.raises(Invalid) as refused:
            await begin_review(services, MANAGER, application.id)
        assert [one.code for one in refused.value.problems] == [code]

    await assign_reviewers(services, MANAGER, application.id, [REVIEWER.id, SECOND.id])

    assert (await begin_review(services, MANAGER, application.id)).status == "under_review"


async def test_what_is_not_admissible_is_rejected_without_a_review_and_what_is_is_not(
    services: Services, make_application: MakeApplication
) -> None:
    fine, wrong = await make_application(), await make_application()
    await check_admissibility(services, MANAGER, fine.id, True)
    await check_admissibility(services, MANAGER, wrong.id, False, "Not from an eligible organisation.")

    with pytest.raises(Invalid):
        await reject_application(services, MANAGER, fine.id, "No.")
    rejected = await reject_application(services, MANAGER, wrong.id, "You are not eligible.")

    assert (rejected.status, rejected.decided_at) == ("rejected", services.clock())
    assert [mail.values["message"] for mail in await mails_to(services, wrong.email)] == ["You are not eligible."]


async def test_only_reviewers_of_the_site_are_assigned_and_each_new_one_gets_one_mail_a_day(
    services: Services, make_application: MakeApplication, clock: Clock
) -> None:
    one, other = await make_application(), await make_application()

    for stranger in ("nobody", DECIDER.id):
        with pytest.raises(Invalid) as refused:
            await assign_reviewers(services, MANAGER, one.id, [REVIEWER.id, stranger])
        assert [each.code for each in refused.value.problems] == ["NOT_A_REVIEWER"]
    for application in (one, other):
        await assign_reviewers(services, MANAGER, application.id, [REVIEWER.id, SECOND.id])
        await assign_reviewers(services, MANAGER, application.id, [REVIEWER.id, SECOND.id])

    assert len(await mails_to(services, "rita@example.org", "review_assigned")) == 1
    clock.set("2024-04-03T12:00:00+00:00")
    await assign_reviewers(services, MANAGER, one.id, [REVIEWER.id, SECOND.id, THIRD.id])
    assert len(await mails_to(services, "rita@example.org")) == 1
    assert len(await mails_to(services, "rob@example.org")) == 1


async def test_work_is_shared_out_evenly_and_not_to_those_with_a_conflict(
    services: Services, reviewed_call: Item, make_application: MakeApplication
) -> None:
    made = [await make_application() for _number in range(3)]
    await under_review(services, made[0], REVIEWER, SECOND)
    await declare_conflict(services, SECOND, made[0].id, True, "My own cluster.")

    changed = await balance_reviewers(services, MANAGER, reviewed_call.id, cutoff="may")

    by_id = {one.id: one.reviewers for one in changed}
    assert set(by_id) == {one.id for one in made}
    assert by_id[made[0].id] == [REVIEWER.id, THIRD.id]
    load = [name for people in by_id.values() for name in people]
    assert {load.count(one.id) for one in (REVIEWER, SECOND, THIRD)} == {2}
    assert await balance_reviewers(services, MANAGER, reviewed_call.id) == []
    assert await balance_reviewers(services, MANAGER, reviewed_call.id, cutoff="september") == []


async def test_a_conflict_of_interest_takes_the_scores_and_the_sight_of_the_application_away_for_good(
    services: Services, make_application: MakeApplication
) -> None:
    application = await scored(services, await make_application())

    await declare_conflict(services, REVIEWER, application.id, True, "I was on their board.")

    with pytest.raises(NotFound):
        await get_application(services, REVIEWER, application.id)
    with pytest.raises(Invalid) as refused:
        await shortlist_application(services, MANAGER, application.id)
    assert [one.code for one in refused.value.problems] == ["TOO_FEW"]
    with pytest.raises(Invalid) as barred:
        await assign_reviewers(services, MANAGER, application.id, [REVIEWER.id, SECOND.id])
    assert [one.code for one in barred.value.problems] == ["CONFLICT_OF_INTEREST"]


async def test_a_reviewer_says_first_whether_there_is_a_conflict_and_reads_and_scores_then(
    services: Services, make_application: MakeApplication
) -> None:
    application = await make_application()
    await check_admissibility(services, MANAGER, application.id, True)
    await assign_reviewers(services, MANAGER, application.id, [REVIEWER.id, SECOND.id])
    await begin_review(services, MANAGER, application.id)
    file = application.files[0].id

    with pytest.raises(Invalid) as refused:
        await score_application(services, REVIEWER, application.id, GOOD, comment="Good.", submit=True)
    assert [one.code for one in refused.value.problems] == ["UNDECLARED"]
    with pytest.raises(NotFound):
        await file_of_application(services, REVIEWER, application.id, file)

    await declare_conflict(services, REVIEWER, application.id, False)

    assert (await file_of_application(services, REVIEWER, application.id, file)).filename == "letter.pdf"
    assert (await score_application(services, REVIEWER, application.id, {"theme": 3})).submitted_at is None


async def test_scores_may_be_drafted_count_when_handed_in_and_may_be_corrected_as_a_whole(
    services: Services, make_application: MakeApplication, clock: Clock
) -> None:
    application = await under_review(services, await make_application())

    await score_application(services, REVIEWER, application.id, {"theme": 3}, private_note="Ask Ron.")
    with pytest.raises(Invalid) as refused:
        await score_application(services, REVIEWER, application.id, {"theme": 3}, submit=True)
    codes = {(one.field, one.code) for one in refused.value.problems}
    assert codes == {*((f"scores.{key}", "REQUIRED") for key in CRITERIA[1:]), ("comment", "REQUIRED")}
    done = await score_application(services, REVIEWER, application.id, GOOD, comment="Good.", submit=True)
    clock.set("2024-04-03T12:00:00+00:00")
    with pytest.raises(Invalid):
        await score_application(services, REVIEWER, application.id, {"theme": 3})
    corrected = await score_application(services, REVIEWER, application.id, {**GOOD, "theme": 5}, comment="Better.")

    assert corrected.submitted_at == done.submitted_at and corrected.scores["theme"] == 5
    assert corrected.modified_at == services.clock()


async def test_others_scores_are_shown_after_the_own_ones_also_to_a_manager_who_reviews(
    services: Services, make_application: MakeApplication
) -> None:
    both = person("rita", eccp=["call_reviewer", "call_manager"])
    application = await under_review(services, await make_application())
    await score_application(services, SECOND, application.id, GOOD, comment="Good.", submit=True)

    async def shown(actor: Actor) -> list[str]:
        case = await get_application(services, actor, application.id)
        found = await services.repository.application_reviews.of_application(application.id)
        return sorted(one.reviewer for one in shown_reviews(actor, case, found))

    assert await shown(REVIEWER) == await shown(both) == ["rita"]
    assert await shown(MANAGER) == await shown(DECIDER) == ["ron"]
    assert (await get_ranking(services, both, application.call)).standings[0].mean is None

    await score_application(services, REVIEWER, application.id, GOOD, comment="Good too.", submit=True)

    assert await shown(REVIEWER) == await shown(both) == ["rita", "ron"]


@pytest.mark.parametrize(
    ("scores", "code"),
    [
        ([GOOD], "TOO_FEW"),
        ([dict.fromkeys(CRITERIA, 2), dict.fromkeys(CRITERIA, 3)], "BELOW_THRESHOLD"),
        ([{**GOOD, "theme": 1}, {**GOOD, "theme": 2}], "BELOW_THRESHOLD"),
    ],
    ids=["one review", "50 points", "one criterion below two"],
)
async def test_the_shortlist_takes_two_reviews_sixty_points_and_no_weak_criterion(
    scores: list[dict[str, int]], code: str, services: Services, make_application: MakeApplication
) -> None:
    application = await scored(services, await make_application(), *scores)

    with pytest.raises(Invalid) as refused:
        await shortlist_application(services, MANAGER, application.id)

    assert [one.code for one in refused.value.problems] == [code]
    assert await mails_to(services, application.email) == []


async def test_a_rejection_says_why(services: Services, make_application: MakeApplication) -> None:
    application = await scored(services, await make_application())

    for reasons in ("", "  \n"):
        with pytest.raises(Invalid):
            await reject_application(services, MANAGER, application.id, reasons)


async def test_two_managers_who_decide_at_once_come_to_one_decision(
    services: Services, make_application: MakeApplication
) -> None:
    application = await scored(services, await make_application())

    results = await asyncio.gather(
        shortlist_application(services, MANAGER, application.id),
        reject_application(services, MANAGER, application.id, "Not now."),
        return_exceptions=True,
    )

    assert len([one for one in results if isinstance(one, CmsError)]) == 1
    assert len(await mails_to(services, application.email)) == 1
